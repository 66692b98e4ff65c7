import ArabicText

/// A story as the search takes it in.
public struct SearchDocument: Sendable, Hashable {
  /// `2016/09/05/slug/`: the folder of its page, relative to the site's address.
  public var address: String
  /// The headline.
  public var title: String
  /// The deck, or the beginning of the body: what stands below the headline among the results.
  public var summary: String
  /// The day of its publication.
  public var day: CivilDate
  /// BCP 47; nil where it is the site's own.
  public var language: String?
  /// With those above them; the first is shown among the results.
  public var topics: [SearchTopic]
  /// People and places that it names beside its text: its byline, dateline, sources.
  public var names: [String]
  /// Its text; Markdown does no harm.
  public var body: String

  /// Gives what the search knows of a story.
  public init(
    address: String,
    title: String,
    summary: String,
    day: CivilDate,
    language: String? = nil,
    topics: [SearchTopic] = [],
    names: [String] = [],
    body: String
  ) {
    self.address = address
    self.title = title
    self.summary = summary
    self.day = day
    self.language = language
    self.topics = topics
    self.names = names
    self.body = body
  }
}

/// A topic by which results can be filtered.
public struct SearchTopic: Sendable, Hashable {
  /// The last part of its address.
  public var slug: String
  /// Its name as it is shown.
  public var name: String

  /// Gives a topic that a search can be narrowed to.
  public init(slug: String, name: String) {
    self.slug = slug
    self.name = name
  }

  /// The name under which the index files the stories of the topic; no word begins so.
  var form: String { "#\(slug)" }
}

/// What the index knows of a story that it need not read.
public struct SearchEntry: Sendable, Hashable {
  /// The year of its date, for the filter.
  public var year: Int
  /// A digest of all that its `SearchDocument` holds, its address among it: two stories never have the same.
  public var digest: SearchDigest

  /// Gives a story's year, and a digest of all that the search knows of it.
  public init(year: Int, digest: SearchDigest) {
    self.year = year
    self.digest = digest
  }
}

/// 16 bytes of a digest of a story.
public struct SearchDigest: Sendable, Hashable {
  let high: UInt64
  let low: UInt64

  /// Gives a digest from its halves.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The first half of a SHA-256 digest in hexadecimal digits.
  public init(hex: String) {
    high = UInt64(hex.prefix(16), radix: 16) ?? 0
    low = UInt64(hex.dropFirst(16).prefix(16), radix: 16) ?? 0
  }
}
