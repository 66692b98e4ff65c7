import NewsCore

/// Which topics have a page, and which stand below which: positions in the list of topics.
package struct TopicTree: Sendable {
  /// The topic above each one.
  package let parents: [Int?]
  /// The topics right below each one that have a page, in the order of the list.
  package let children: [[Int]]
  /// Whether a topic, or one below it, has stories.
  package let hasPage: [Bool]

  /// `counts` are the stories of each topic. Rings among the parents do no harm.
  init(_ topics: [Topic], counts: [Int]) {
    var positions: [String: Int] = [:]
    for (index, topic) in topics.enumerated() where positions[topic.name] == nil { positions[topic.name] = index }
    let parents = topics.enumerated().map { index, topic in
      topic.parent.flatMap { positions[$0] }.flatMap { $0 == index ? nil : $0 }
    }
    var hasPage = [Bool](repeating: false, count: topics.count)
    for index in topics.indices where counts[index] > 0 {
      var next: Int? = index
      while let topic = next, !hasPage[topic] {
        hasPage[topic] = true
        next = parents[topic]
      }
    }
    var children = [[Int]](repeating: [], count: topics.count)
    for (index, parent) in parents.enumerated() where hasPage[index] {
      if let parent { children[parent].append(index) }
    }
    self.parents = parents
    self.children = children
    self.hasPage = hasPage
  }

  /// The topics above one, the highest first; at most eight.
  package func ancestors(of topic: Int) -> [Int] {
    var line: [Int] = []
    var next = parents[topic]
    while let parent = next, line.count < 8, !line.contains(parent), parent != topic {
      line.insert(parent, at: 0)
      next = parents[parent]
    }
    return line
  }
}
