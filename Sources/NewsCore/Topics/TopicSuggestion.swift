/// A frequent name or phrase that no topic of the list covers.
public struct TopicSuggestion: Sendable, Hashable {
  /// As most stories write it.
  public var phrase: String
  /// How many stories hold it.
  public var stories: Int
  /// The first three of them, by their position in the order in which they were read.
  public var examples: [Int]

  /// Gives a phrase, the number of stories that have it, and some of them by their places.
  public init(phrase: String, stories: Int, examples: [Int]) {
    self.phrase = phrase
    self.stories = stories
    self.examples = examples
  }
}

/// The names and phrases of one to three words that most stories hold and no topic covers, the weightiest first.
///
/// Time is linear in the text; memory is bounded, see `TopicSuggestions`.
public func suggestTopics(
  from stories: some Sequence<(title: String, body: String)>,
  list: TopicList,
  limit: Int
) -> [TopicSuggestion] {
  var suggestions = TopicSuggestions(list)
  for story in stories { suggestions.add(title: story.title, body: story.body) }
  return suggestions.best(limit)
}
