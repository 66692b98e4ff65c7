/// Finds the topics of stories: made once for a list, asked for each story, from any thread.
///
/// A word counts with what Arabic and Hebrew join to its front and with the endings of an adjective of origin; a name
/// inside a longer word does not count, and of names inside each other only the longest does. Where a `never` phrase
/// of a topic covers a word, the word is not of that topic.
public struct TopicMatcher: Sendable {
  /// What one mention in a place counts. All but the body count once a topic; there each mention counts, up to
  /// `bodyLimit` of one alias.
  static func weight(of place: TopicText.Place) -> Int {
    switch place {
    case .headline: 5
    case .deck, .firstParagraph: 3
    case .body: 1
    }
  }

  static let bodyLimit = 3
  /// Below this, a topic is only mentioned in passing.
  static let threshold = 3

  private let automaton: TopicAutomaton
  private let filter: TopicWordFilter

  /// Gives a matcher for the topics of a list.
  public init(_ list: TopicList) {
    automaton = TopicAutomaton(list)
    filter = TopicWordFilter(automaton.headKeys)
  }

  /// The topics of a story that reach the threshold, the highest score first, equal ones in the order of the list.
  public func matches(in texts: [TopicText]) -> [TopicMatch] {
    var tally = TopicTally()
    for text in texts {
      for occurrence in occurrences(in: text.text) { tally.count(occurrence, in: text.place) }
    }
    return tally.matches()
  }

  /// The mentions in one text, in their order.
  func occurrences(in text: String) -> [TopicOccurrence] {
    guard !automaton.isEmpty else { return [] }
    return read(text) { _, occurrences in occurrences }
  }

  /// Hands over the words of a text and the mentions among them; neither may leave the call.
  func read<Result>(_ text: String, _ body: (TopicWords, [TopicOccurrence]) -> Result) -> Result {
    var text = text
    return text.withUTF8 { bytes in
      let words = TopicWords(bytes, filter)
      return body(words, findMentions(in: words, automaton))
    }
  }
}

/// One mention of a topic in a text.
struct TopicOccurrence: Sendable, Hashable {
  let topic: Int
  /// Position among the topic's phrases.
  let phrase: Int
  /// The words it covers, counted in the text.
  let words: Range<Int>
  /// As it stands in the text.
  let surface: String
}
