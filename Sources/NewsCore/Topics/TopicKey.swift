/// The keys of a topic in `Content/topics.yaml`.
public enum TopicKey: String, Sendable, CaseIterable {
  case name
  case slug
  case aliases
  case description
  case parent
  case never
  case kind
}

/// What stands in a topic list: the topics that are right, and what is wrong with the others.
public struct ParsedTopics: Sendable {
  /// The list in which the names are looked up.
  public var list: TopicList
  /// Content trouble, sorted.
  public var diagnostics: [Diagnostic]
}
