/// A raw article in which every line has been given a role: what the importer understood, before it is a story.
public struct Article: Sendable, Hashable {
  /// The raw file, relative to `Content/Articles`.
  public var file: String
  /// Every line of the source in order, each with its role and the reason for it.
  public var lines: [SourceLine] = []
  /// The headline, one line; empty where none was found.
  public var headline = ""
  /// The line above the headline.
  public var kicker: String?
  /// The lines below the headline.
  public var deck: String?
  /// An address that the article names itself.
  public var slug: String?
  /// When it was published.
  public var date: StoryDate?
  /// When it was last changed.
  public var updated: StoryDate?
  /// Its language (BCP 47), where it is another than the site's.
  public var lang: String?
  /// The kind of journalism, where the article says it.
  public var kind: Story.Kind?
  /// Who wrote it.
  public var byline: [Contributor] = []
  /// Where it was reported from.
  public var dateline: String?
  /// Whose reporting it rests on.
  public var sources: [String] = []
  /// Topics that the article itself names; nil means that they are to be matched.
  public var topics: [String]?
  /// Its photo with caption and credit.
  public var image: StoryImage?
  /// The body in its order.
  public var blocks: [Block] = []

  /// Gives an article without anything in it yet, read from a file.
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
  /// The line as it was cleaned.
  public var text: String
  /// What the line was taken for.
  public var role: Role
  /// The evidence, as a sentence without a full stop, for `--explain`.
  public var reason: String
  /// From 0 to 1; below 0.5 the line is taken as body text and a note says so.
  public var confidence: Double

  /// Gives a line by its number from 1, with its role, why, and how surely from 0 to 1.
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
