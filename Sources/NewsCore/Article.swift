/// A raw article in which every line has been given a role: what the importer understood, before it is a story.
package struct Article: Sendable, Hashable {
  /// The raw file, relative to `Content/Articles`.
  package var file: String
  /// Every line of the source in order, each with its role and the reason for it.
  package var lines: [SourceLine] = []
  package var headline = ""
  package var kicker: String?
  package var deck: String?
  package var slug: String?
  package var date: StoryDate?
  package var updated: StoryDate?
  package var lang: String?
  package var kind: Story.Kind?
  package var byline: [Contributor] = []
  package var dateline: String?
  package var sources: [String] = []
  /// Topics that the article itself names; nil means that they are to be matched.
  package var topics: [String]?
  package var image: StoryImage?
  package var blocks: [Block] = []

  package init(file: String) { self.file = file }

  /// A block of the body, as plain text: no character of it is markup.
  package enum Block: Sendable, Hashable {
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
package struct SourceLine: Sendable, Hashable {
  /// Counted from 1.
  package var number: Int
  package var text: String
  package var role: Role
  /// The evidence, as a sentence without a full stop, for `--explain`.
  package var reason: String
  /// From 0 to 1; below 0.5 the line is taken as body text and a note says so.
  package var confidence: Double

  package init(number: Int, text: String, role: Role, reason: String, confidence: Double = 1) {
    self.number = number
    self.text = text
    self.role = role
    self.reason = reason
    self.confidence = confidence
  }

  /// What a line is to the story. A line that serves as two things has the role of its larger part.
  package enum Role: String, Sendable, CaseIterable {
    case blank, header, kicker, headline, deck, byline, dateline, date, photo, caption, paragraph, subhead, bullet
    case number, quotation, source, topics, signOff = "sign-off", deskNote = "desk-note", debris, separator
  }
}
