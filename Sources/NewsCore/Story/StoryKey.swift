/// The keys of a story file's front matter, in the order in which they are printed.
public enum StoryKey: String, Sendable, CaseIterable {
  case title
  case kicker
  case deck
  case label
  case shortTitle = "short-title"
  case slug
  case date
  case updated
  case publishAt = "publish-at"
  case expires
  case status
  case lang
  case kind
  case byline
  case dateline
  case sources
  case topics
  case series
  case related
  case aliases
  case id
  case image
  case corrections
  case imported

  /// The keys below `image:`.
  public enum Image: String, Sendable, CaseIterable {
    case file
    case id
    case alt
    case altLang = "alt-lang"
    case caption
    case captionCredit = "caption-credit"
    case credit
    case place
    case date
    case filePhoto = "file-photo"
    case instructions
  }

  /// The keys of each entry below `corrections:`.
  public enum Correction: String, Sendable, CaseIterable { case date, kind, text }

  /// The keys of each entry below `byline:`.
  public enum Contributor: String, Sendable, CaseIterable { case name, role }

  /// The keys of each entry below `sources:`.
  public enum Source: String, Sendable, CaseIterable { case name, url }

  /// The keys below `imported:`.
  public enum Imported: String, Sendable, CaseIterable {
    case file
    case digest
    case textDigest = "text-digest"
  }
}
