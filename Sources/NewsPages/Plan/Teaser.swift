import NewsCore

/// What the other pages know of a story: enough for lists, neighbours and topic pages, and no body.
public struct Teaser: Sendable, Hashable {
  /// The story's file, relative to the site's folder.
  public var file: String
  /// `2016/09/05/slug/`: the folder of its page, relative to the site's address.
  public var address: String
  /// The headline.
  public var title: String
  /// The line above the headline.
  public var kicker: String?
  /// The deck, or the beginning of the body.
  public var summary: String
  /// When it was published.
  public var date: StoryDate
  /// Seconds since 1970; lists are ordered by it.
  public var moment: Int
  /// BCP 47; nil where it is the site's own.
  public var language: String?
  /// Positions in the topic list, in the story's order.
  public var topics: [Int]
  /// The one of them that is the series of the story.
  public var series: Int?
  /// The word of warning before its headline.
  public var label: Story.Label?
  /// The names in the byline.
  public var byline: [String] = []
  /// Notices of corrections, as the file has them.
  public var corrections: [Correction] = []
  /// Older addresses, as the story's file writes them.
  public var aliases: [String] = []
  /// The newsroom's own number for it; its translations have the same.
  public var id: String?
  /// Slugs that the editor chose; nil means that related stories are found.
  public var related: [String]?
  /// Hashes of its telling words, by which related stories are found.
  public var words: [UInt32] = []
  /// Its image file, if it has one.
  public var photo: Photo?
  /// The newest of `updated` and the dates of its corrections.
  public var changed: StoryDate?
  /// The address of its image file, relative to Output.
  var image: String? { photo?.address }

  /// Gives what other pages show of a story.
  public init(
    file: String,
    address: String,
    title: String,
    kicker: String?,
    summary: String,
    date: StoryDate,
    moment: Int,
    language: String?,
    topics: [Int]
  ) {
    self.file = file
    self.address = address
    self.title = title
    self.kicker = kicker
    self.summary = summary
    self.date = date
    self.moment = moment
    self.language = language
    self.topics = topics
  }

  /// The last part of the address.
  public var slug: String { lastPart(of: address) }

  /// Oldest first; stories of one moment by their address, so that the order is the same everywhere.
  public static func isOlder(_ left: Teaser, _ right: Teaser) -> Bool {
    left.moment == right.moment ? precedesByBytes(left.address, right.address) : left.moment < right.moment
  }
}

/// The address of a story's page: the day of its date as written, then its slug.
public func storyAddress(date: StoryDate, slug: String) -> String {
  "\(date.day.path)/\(slug)/"
}

/// What stands between the last two `/` of the address of a folder.
func lastPart(of address: String) -> String {
  let text = address.utf8.dropLast()
  let start = text.lastIndex(of: UInt8(ascii: "/")).map { text.index(after: $0) } ?? text.startIndex
  return String(text[start...]) ?? ""
}
