import NewsTemplates

/// What an index offers to `topics.mustache` and `authors.mustache`.
struct IndexPage: Sendable {
  var frame: SiteFrame
  var groups: [IndexGroup]

  static let shape = Shape<IndexPage>([
    .list("groups", "The names by their first letters, in the order of the language.", IndexGroup.shape) { $0.groups }
  ]).including(SiteFrame.shape) { $0.frame }
}

/// The names under one letter.
struct IndexGroup: Sendable {
  var letter: String
  var lines: [IndexLine]

  static let shape = Shape<IndexGroup>([
    .text("letter", "The letter.") { $0.letter },
    .list("names", "The names under the letter.", IndexLine.shape) { $0.lines },
  ])
}

/// A topic or an author with the number of their stories.
struct IndexLine: Sendable {
  var name: String
  var href: String
  var count: String
  /// For the name.
  var type: Typesetter

  static let shape = Shape<IndexLine>([
    .html("name", "The name.") { $0.type.set($0.name) },
    .text("href", "The address of its page.") { $0.href },
    .text("count", "How many stories it has, in words with the right plural.") { $0.count },
  ])
}
