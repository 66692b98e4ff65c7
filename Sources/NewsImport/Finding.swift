import NewsCore

/// What a recogniser says about one passage: its role, why, how surely, and where each part of it goes.
struct Finding: Sendable {
  var role: SourceLine.Role
  /// The evidence as a sentence without a full stop.
  var reason: String
  /// From 0 to 1; below 0.5 the passage stays body text and a note says what it may have been.
  var confidence: Double
  /// Every word of the passage is in exactly one of them.
  var parts: [Part]

  init(_ role: SourceLine.Role, _ confidence: Double, _ reason: String, _ parts: [Part]) {
    self.role = role
    self.reason = reason
    self.confidence = confidence
    self.parts = parts
  }

  /// Where a piece of the source goes.
  enum Part: Sendable {
    case headline(String)
    case kicker(String)
    case deck(String)
    case contributor(Contributor)
    case dateline(String)
    case source(String)
    case topic(String)
    /// The article names its topics itself, perhaps none.
    case namesTopics
    case date(StoryDate, DateRank)
    case updated(StoryDate)
    case image(StoryImage)
    case lang(String)
    case slug(String)
    case kind(Story.Kind)
    case block(Article.Block)
    /// Said by the story in its own form: a label, a date, the number of an entry.
    case told(String)
  }

  /// How good the evidence for a date is; the highest wins.
  enum DateRank: Int, Sendable, Comparable {
    case photo
    /// A Hijri date alone: its day depends on who saw the moon.
    case hijri
    case dateline
    case line
    case header

    static func < (left: DateRank, right: DateRank) -> Bool { left.rawValue < right.rawValue }
  }

  static func dropped(_ role: SourceLine.Role, _ confidence: Double, _ reason: String, _ text: String) -> Finding {
    Finding(role, confidence, reason, [.block(.dropped([text]))])
  }
}
