/// One story as its file says it: the complete front matter and the Markdown body.
public struct Story: Sendable, Hashable {
  public var title: String
  public var kicker: String?
  public var deck: String?
  /// The word of warning before the headline.
  public var label: Label?
  public var shortTitle: String?
  public var date: StoryDate
  public var updated: StoryDate?
  public var publishAt: StoryDate?
  public var expires: StoryDate?
  public var status: Status = .ready
  /// The last part of the address; nil in a story written by hand, whose file name then serves.
  public var slug: String?
  public var aliases: [String] = []
  public var id: String?
  /// BCP 47; nil means the site's language.
  public var lang: String?
  public var kind: Kind?
  public var byline: [Contributor] = []
  public var dateline: String?
  public var sources: [StorySource] = []
  /// Names from the topic list; nil means "match them", an empty list means "none".
  public var topics: [String]?
  /// The series that it is a part of: a topic, though the list may not have it.
  public var series: String?
  /// Slugs chosen by the editor; nil means "compute them".
  public var related: [String]?
  public var image: StoryImage?
  public var corrections: [Correction] = []
  public var imported: ImportRecord?
  /// CommonMark, beginning right after the blank line under the front matter.
  public var body: String

  public init(title: String, date: StoryDate, body: String) {
    self.title = title
    self.date = date
    self.body = body
  }

  /// Whether the story may be seen: a draft is built only on demand.
  public enum Status: String, Sendable, CaseIterable { case ready, draft }

  /// What readers have to know before they read.
  public enum Label: String, Sendable, CaseIterable { case urgent, exclusive, update, opinion, analysis, sponsored }

  /// The label to be shown: that of the file, or the one that the kind brings with it.
  public var shownLabel: Label? { label ?? kind.flatMap { Label(rawValue: $0.rawValue) } }

  /// The kind of journalism (schema.org has a subtype of NewsArticle for most).
  public enum Kind: String, Sendable, CaseIterable { case news, report, opinion, analysis, interview, feature, live }
}

/// A person or desk in the byline, with the role if one was given (كتابة، ترجمة، تصوير…).
public struct Contributor: Sendable, Hashable {
  public var name: String
  public var role: String?

  public init(name: String, role: String? = nil) {
    self.name = name
    self.role = role
  }
}

/// The photo of a story. All of it is optional: a caption and a credit stand even where no file was found.
public struct StoryImage: Sendable, Hashable {
  /// A file name in `Content/Images` or beside the raw article.
  public var file: String?
  /// The agency's number for the photo.
  public var id: String?
  public var alt: String?
  public var altLang: String?
  public var caption: String?
  public var captionCredit: String?
  public var credit: String?
  /// Where it was taken, and when.
  public var place: String?
  public var date: StoryDate?
  /// Whether it is of another time than the story.
  public var isFilePhoto = false
  /// What the agency demands, such as `MANDATORY CREDIT`.
  public var instructions: String?

  public init() {}

  /// Whether it says nothing at all.
  public var isEmpty: Bool { self == StoryImage() }
}

/// One entry of the list of corrections.
public struct Correction: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable { case correction, clarification, retraction }

  public var date: StoryDate
  public var kind: Kind
  public var text: String

  public init(date: StoryDate, kind: Kind, text: String) {
    self.date = date
    self.kind = kind
    self.text = text
  }
}

/// Where a story came from, so that importing again never overwrites an editor's work.
public struct ImportRecord: Sendable, Hashable {
  /// The raw article, relative to `Content/Articles`.
  public var file: String
  /// SHA-256 of the raw bytes, its first 16 hexadecimal digits.
  public var digest: String
  /// The same of the story file as the importer wrote it, without this very line.
  public var textDigest: String

  public init(file: String, digest: String, textDigest: String) {
    self.file = file
    self.digest = digest
    self.textDigest = textDigest
  }
}
