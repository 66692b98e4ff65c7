/// A piece of a story in which topics are looked for; its place decides how much a word there counts.
package struct TopicText: Sendable, Hashable {
  /// From heaviest to lightest.
  package enum Place: String, Sendable, CaseIterable {
    case headline, deck
    case firstParagraph = "first paragraph"
    case body
  }

  package var place: Place
  package var text: String

  package init(_ place: Place, _ text: String) {
    self.place = place
    self.text = text
  }
}

/// A topic that a story touches, and why.
package struct TopicMatch: Sendable, Hashable {
  /// Position in the topic list.
  package var topic: Int
  /// Weighted count; matches come with the highest first, equal ones in the order of the list.
  package var score: Int
  /// One a place: `«وبروسيا» in the headline`, with a count where there is more than one.
  package var reasons: [String]

  package init(topic: Int, score: Int, reasons: [String]) {
    self.topic = topic
    self.score = score
    self.reasons = reasons
  }
}
