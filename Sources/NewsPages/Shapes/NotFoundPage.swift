import NewsTemplates

/// What the list of topics offers to `topics.mustache`.
struct TopicsPage: Sendable {
  var frame: SiteFrame
  var topics: [TopicLine]

  static let shape = Shape<TopicsPage>([
    .list("topics", "Every topic that has stories, in the order of the language.", TopicLine.shape) { $0.topics }
  ]).including(SiteFrame.shape) { $0.frame }
}

/// A topic with the number of its stories.
struct TopicLine: Sendable {
  var name: String
  var href: String
  var count: String

  static let shape = Shape<TopicLine>([
    .text("name", "The topic's name.") { $0.name },
    .text("href", "The address of its page.") { $0.href },
    .text("count", "How many stories it has, in words with the right plural.") { $0.count },
  ])
}

/// What the page for addresses that are not there offers to `not-found.mustache`.
struct NotFoundPage: Sendable {
  var frame: SiteFrame

  static let shape = Shape<NotFoundPage>([]).including(SiteFrame.shape) { $0.frame }
}
