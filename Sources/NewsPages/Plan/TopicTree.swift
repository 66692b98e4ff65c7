import NewsCore

/// Which topics have a page, and which stand below which: positions in the list of topics.
public struct TopicTree: Sendable {
  /// The topic above each one.
  public let parents: [Int?]
  /// The topics right below each one that have a page, in the order of the list.
  public private(set) var children: [[Int]]
  /// The stories of each topic and of those below it, oldest first. A topic without any has no page.
  let members: [[Int]]

  /// Rings among the parents do no harm.
  init(_ topics: [Topic], stories: Catalogue) {
    let parents = topicParents(topics)
    self.parents = parents
    var members = [[Int]](repeating: [], count: topics.count)
    for index in stories.indices {
      stories.topics.forEach(at: index) { topic in
        var next: Int? = Int(topic)
        // A topic that has the story already has handed it to those above it.
        while let topic = next, members[topic].last != index {
          members[topic].append(index)
          next = parents[topic]
        }
      }
    }
    self.members = members
    children = [[Int]](repeating: [], count: topics.count)
    for (index, parent) in parents.enumerated() where !members[index].isEmpty {
      if let parent { children[parent].append(index) }
    }
  }

  /// Whether a topic, or one below it, has stories.
  public func hasPage(_ topic: Int) -> Bool { !members[topic].isEmpty }

  /// The topics above one, the highest first; at most eight.
  public func ancestors(of topic: Int) -> [Int] {
    var line: [Int] = []
    var next = parents[topic]
    while let parent = next, line.count < 8, !line.contains(parent), parent != topic {
      line.insert(parent, at: 0)
      next = parents[parent]
    }
    return line
  }
}

private func topicParents(_ topics: [Topic]) -> [Int?] {
  var positions: [String: Int] = [:]
  for (index, topic) in topics.enumerated() where positions[topic.name] == nil { positions[topic.name] = index }
  return topics.enumerated().map { index, topic in
    topic.parent.flatMap { positions[$0] }.flatMap { $0 == index ? nil : $0 }
  }
}
