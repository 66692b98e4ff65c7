/// A piece of a story in which topics are looked for; its place decides how much a word there counts.
public struct TopicText: Sendable, Hashable {
  /// From heaviest to lightest.
  public enum Place: String, Sendable, CaseIterable {
    case headline, deck
    case firstParagraph = "first paragraph"
    case body
  }

  /// Where the text stands in the story.
  public var place: Place
  /// The words themselves.
  public var text: String

  /// Gives a text of a story and where it stands.
  public init(_ place: Place, _ text: String) {
    self.place = place
    self.text = text
  }
}

/// A topic that a story touches, and why.
public struct TopicMatch: Sendable, Hashable {
  /// Position in the topic list.
  public var topic: Int
  /// Weighted count; matches come with the highest first, equal ones in the order of the list.
  public var score: Int
  /// One a place: `«وبروسيا» in the headline`, with a count where there is more than one.
  public var reasons: [String]

  /// Gives a topic by its place in the list, its points, and the words that spoke for it.
  public init(topic: Int, score: Int, reasons: [String]) {
    self.topic = topic
    self.score = score
    self.reasons = reasons
  }
}
