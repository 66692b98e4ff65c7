/// One story as its file says it: the complete front matter and the Markdown body.
public struct Story: Sendable, Hashable {
  /// The headline, one line.
  public var title: String
  /// The line above the headline.
  public var kicker: String?
  /// The lines below the headline.
  public var deck: String?
  /// The word of warning before the headline.
  public var label: Label?
  /// A headline for narrow places.
  public var shortTitle: String?
  /// When it was published.
  public var date: StoryDate
  /// When it was last updated.
  public var updated: StoryDate?
  /// From when on readers see it.
  public var publishAt: StoryDate?
  /// From when on they see it no more.
  public var expires: StoryDate?
  /// Whether it is a draft.
  public var status: Status = .ready
  /// The last part of the address; nil in a story written by hand, whose file name then serves.
  public var slug: String?
  /// Earlier addresses, which lead to it.
  public var aliases: [String] = []
  /// A lasting name for feeds.
  public var id: String?
  /// BCP 47; nil means the site's language.
  public var lang: String?
  /// The kind of journalism.
  public var kind: Kind?
  /// Who wrote it, in order.
  public var byline: [Contributor] = []
  /// Where it was reported from.
  public var dateline: String?
  /// Whose reporting it rests on.
  public var sources: [StorySource] = []
  /// Names from the topic list; nil means "match them", an empty list means "none".
  public var topics: [String]?
  /// The series that it is a part of: a topic, though the list may not have it.
  public var series: String?
  /// Slugs chosen by the editor; nil means "compute them".
  public var related: [String]?
  /// Its photo.
  public var image: StoryImage?
  /// Notices of corrections, as the file has them.
  public var corrections: [Correction] = []
  /// What the import says of where it came from.
  public var imported: ImportRecord?
  /// CommonMark, beginning right after the blank line under the front matter.
  public var body: String

  /// Gives a story with no more than a headline, a date and a body in Markdown.
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
  /// The name as it is shown.
  public var name: String
  /// What the person did, where that is not writing.
  public var role: String?

  /// Gives a contributor.
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
  /// What the photo shows, for those who do not see it.
  public var alt: String?
  /// The language of that text, where it is not the story's.
  public var altLang: String?
  /// What stands below the photo.
  public var caption: String?
  /// Who is named in the caption as the photographer.
  public var captionCredit: String?
  /// Who owns the photo.
  public var credit: String?
  /// Where it was taken, and when.
  public var place: String?
  /// When it was taken.
  public var date: StoryDate?
  /// Whether it is of another time than the story.
  public var isFilePhoto = false
  /// What the agency demands, such as `MANDATORY CREDIT`.
  public var instructions: String?

  /// Gives a photo of which nothing is known.
  public init() {}

  /// Whether it says nothing at all.
  public var isEmpty: Bool { self == StoryImage() }
}

/// One entry of the list of corrections.
public struct Correction: Sendable, Hashable {
  /// The kind of a notice.
  public enum Kind: String, Sendable, CaseIterable { case correction, clarification, retraction }

  /// When the notice was given.
  public var date: StoryDate
  /// What kind of notice it is.
  public var kind: Kind
  /// The words of the notice.
  public var text: String

  /// Gives a notice.
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

  /// Gives the article's file, and SHA-256 digests of the article and of the text that was made of it.
  public init(file: String, digest: String, textDigest: String) {
    self.file = file
    self.digest = digest
    self.textDigest = textDigest
  }
}
