/// One story as its file says it: the complete front matter and the Markdown body.
package struct Story: Sendable, Hashable {
  package var title: String
  package var kicker: String?
  package var deck: String?
  /// The word of warning before the headline.
  package var label: Label?
  package var shortTitle: String?
  package var date: StoryDate
  package var updated: StoryDate?
  package var publishAt: StoryDate?
  package var expires: StoryDate?
  package var status: Status = .ready
  /// The last part of the address; nil in a story written by hand, whose file name then serves.
  package var slug: String?
  package var aliases: [String] = []
  package var id: String?
  /// BCP 47; nil means the site's language.
  package var lang: String?
  package var kind: Kind?
  package var byline: [Contributor] = []
  package var dateline: String?
  package var sources: [StorySource] = []
  /// Names from the topic list; nil means "match them", an empty list means "none".
  package var topics: [String]?
  /// The series that it is a part of: a topic, though the list may not have it.
  package var series: String?
  /// Slugs chosen by the editor; nil means "compute them".
  package var related: [String]?
  package var image: StoryImage?
  package var corrections: [Correction] = []
  package var imported: ImportRecord?
  /// CommonMark, beginning right after the blank line under the front matter.
  package var body: String

  package init(title: String, date: StoryDate, body: String) {
    self.title = title
    self.date = date
    self.body = body
  }

  /// Whether the story may be seen: a draft is built only on demand.
  package enum Status: String, Sendable, CaseIterable { case ready, draft }

  /// What readers have to know before they read.
  package enum Label: String, Sendable, CaseIterable { case urgent, exclusive, update, opinion, analysis, sponsored }

  /// The label to be shown: that of the file, or the one that the kind brings with it.
  package var shownLabel: Label? { label ?? kind.flatMap { Label(rawValue: $0.rawValue) } }

  /// The kind of journalism (schema.org has a subtype of NewsArticle for most).
  package enum Kind: String, Sendable, CaseIterable { case news, report, opinion, analysis, interview, feature, live }
}

/// A person or desk in the byline, with the role if one was given (كتابة، ترجمة، تصوير…).
package struct Contributor: Sendable, Hashable {
  package var name: String
  package var role: String?

  package init(name: String, role: String? = nil) {
    self.name = name
    self.role = role
  }
}

/// The photo of a story. All of it is optional: a caption and a credit stand even where no file was found.
package struct StoryImage: Sendable, Hashable {
  /// A file name in `Content/Images` or beside the raw article.
  package var file: String?
  /// The agency's number for the photo.
  package var id: String?
  package var alt: String?
  package var altLang: String?
  package var caption: String?
  package var captionCredit: String?
  package var credit: String?
  /// Where it was taken, and when.
  package var place: String?
  package var date: StoryDate?
  /// Whether it is of another time than the story.
  package var isFilePhoto = false
  /// What the agency demands, such as `MANDATORY CREDIT`.
  package var instructions: String?

  package init() {}

  /// Whether it says nothing at all.
  package var isEmpty: Bool { self == StoryImage() }
}

/// One entry of the list of corrections.
package struct Correction: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable { case correction, clarification, retraction }

  package var date: StoryDate
  package var kind: Kind
  package var text: String

  package init(date: StoryDate, kind: Kind, text: String) {
    self.date = date
    self.kind = kind
    self.text = text
  }
}

/// Where a story came from, so that importing again never overwrites an editor's work.
package struct ImportRecord: Sendable, Hashable {
  /// The raw article, relative to `Content/Articles`.
  package var file: String
  /// SHA-256 of the raw bytes, its first 16 hexadecimal digits.
  package var digest: String
  /// The same of the story file as the importer wrote it, without this very line.
  package var textDigest: String

  package init(file: String, digest: String, textDigest: String) {
    self.file = file
    self.digest = digest
    self.textDigest = textDigest
  }
}
