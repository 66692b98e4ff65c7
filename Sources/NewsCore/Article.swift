/// A raw article in which every line has been given a role: what the importer understood, before it is a story.
public struct Article: Sendable, Hashable {
  /// The raw file, relative to `Content/Articles`.
  public var file: String
  /// Every line of the source in order, each with its role and the reason for it.
  public var lines: [SourceLine] = []
  public var headline = ""
  public var kicker: String?
  public var deck: String?
  public var slug: String?
  public var date: StoryDate?
  public var updated: StoryDate?
  public var lang: String?
  public var kind: Story.Kind?
  public var byline: [Contributor] = []
  public var dateline: String?
  public var sources: [String] = []
  /// Topics that the article itself names; nil means that they are to be matched.
  public var topics: [String]?
  public var image: StoryImage?
  public var blocks: [Block] = []

  public init(file: String) { self.file = file }

  /// A block of the body, as plain text: no character of it is markup.
  public enum Block: Sendable, Hashable {
    case paragraph(String)
    case subhead(String)
    case quotation([String])
    case bullets([String])
    /// `start` is the number of the first entry.
    case numbered([String], start: Int)
    /// What was kept out of the page but not thrown away: it becomes a comment in the story file.
    case dropped([String])
  }
}

/// One line of a raw article with the role it was given.
public struct SourceLine: Sendable, Hashable {
  /// Counted from 1.
  public var number: Int
  public var text: String
  public var role: Role
  /// The evidence, as a sentence without a full stop, for `--explain`.
  public var reason: String
  /// From 0 to 1; below 0.5 the line is taken as body text and a note says so.
  public var confidence: Double

  public init(number: Int, text: String, role: Role, reason: String, confidence: Double = 1) {
    self.number = number
    self.text = text
    self.role = role
    self.reason = reason
    self.confidence = confidence
  }

  /// What a line is to the story. A line that serves as two things has the role of its larger part.
  public enum Role: String, Sendable, CaseIterable {
    case blank, header, kicker, headline, deck, byline, dateline, date, photo, caption, paragraph, subhead, bullet
    case number, quotation, source, topics, signOff = "sign-off", deskNote = "desk-note", debris, separator
  }
}
