package struct TopicMatcher: Sendable { package init(_ l: TopicList) {}
 package func matches(in t: [TopicText]) -> [TopicMatch] { [] } }
