import ArabicText
import NewsCore

/// Finds topics by the names that stories give them, and makes a topic of each name that the list does not know.
struct TopicNames {
  private(set) var topics: [Topic]
  private(set) var diagnostics: [Diagnostic] = []
  private let list: TopicList
  /// Normalised name → position, for names that have been looked up.
  private var found: [String: Int] = [:]
  private var slugs: Set<String>

  init(list: TopicList) {
    self.list = list
    topics = list.topics
    slugs = Set(list.topics.map(\.slug))
  }

  mutating func positions(of names: [String], in path: String) -> [Int] {
    var positions: [Int] = []
    for name in names.flatMap(splitTopicNames) {
      guard let position = position(of: name, in: path), !positions.contains(position) else { continue }
      positions.append(position)
    }
    return positions
  }

  /// The positions of names among the topics that are there: no topic is made and nothing reported.
  func knownPositions(of name: String) -> [Int] {
    splitTopicNames(name).compactMap { found[normalize($0)] ?? list.index(named: $0) }
  }

  private mutating func position(of name: String, in path: String) -> Int? {
    let key = normalize(name)
    if let known = found[key] { return known }
    if let listed = list.index(named: name) {
      if normalize(topics[listed].name) != key { report(name, takenAs: topics[listed].name, in: path) }
      found[key] = listed
      return listed
    }
    found[key] = add(name, in: path)
    return found[key]
  }

  /// Once for each variant: the newsroom may like to write one name.
  private mutating func report(_ name: String, takenAs topic: String, in path: String) {
    diagnostics.append(
      Diagnostic(
        .note,
        "topic-variant",
        path: path,
        "the topic \(excerpt(name)) is taken as \(excerpt(topic))",
        fix: "write \(excerpt(topic)), so that the stories read alike"
      )
    )
  }

  private mutating func add(_ name: String, in path: String) -> Int? {
    guard let slug = freeSlug(for: name) else {
      diagnostics.append(
        Diagnostic(
          .error,
          "bad-topic",
          path: path,
          "this cannot be a topic: \(excerpt(name))",
          fix: "a topic's name holds at least one letter or digit"
        )
      )
      return nil
    }
    topics.append(Topic(name: name, slug: slug))
    diagnostics.append(
      Diagnostic(
        .note,
        "new-topic",
        path: path,
        "the topic \(excerpt(name)) is not in \(SiteFolder.topics); it gets a page",
        fix: "add `- name: \(visible(name))` there, or write the name of a topic that is"
      )
    )
    return topics.count - 1
  }

  private mutating func freeSlug(for name: String) -> String? {
    guard let slug = Slug.make(name, maxBytes: 84) else { return nil }
    for number in 1... {
      let candidate = number == 1 ? slug : "\(slug)-\(number)"
      if slugs.insert(candidate).inserted { return candidate }
    }
    return nil
  }
}
