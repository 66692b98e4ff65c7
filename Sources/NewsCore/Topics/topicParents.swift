import ArabicText

/// The topics with each parent under its canonical name; those whose parent does not exist, or is in the end the topic
/// itself, are reported and left out.
///
/// `named` are the names in the file, also of topics that another error left out: to have such a parent is no second
/// error, the topic stands without one.
func withParents(
  _ topics: [TopicOnLine],
  named: [String],
  path: String,
  _ diagnostics: inout [Diagnostic]
) -> [TopicOnLine] {
  let list = TopicList(topics.map(\.topic))
  let known = Set(named.map { TopicPhrase(name: $0).key })
  var parents: [Int?] = topics.map { $0.topic.parent.flatMap(list.index(named:)) }
  var bad: Set<Int> = []
  for (index, entry) in topics.enumerated() {
    guard let parent = entry.topic.parent, parents[index] == nil, !known.contains(TopicPhrase(name: parent).key)
    else { continue }
    diagnostics.append(unknownParent(parent, of: entry, in: list, path: path))
    bad.insert(index)
  }
  for cycle in cycles(parents) {
    let names = (cycle + cycle.prefix(1)).map { excerpt(topics[$0].topic.name) }
    diagnostics.append(
      Diagnostic(
        .error,
        "topic-cycle",
        path: path,
        line: topics[cycle[0]].parentLine,
        "these topics are each other's parents: \(names.joined(separator: " under "))",
        fix: "take `parent` out of one of them"
      )
    )
    bad.formUnion(cycle)
  }
  for index in topics.indices {
    if let parent = parents[index], bad.contains(parent) { parents[index] = nil }
  }
  return topics.indices.filter { !bad.contains($0) }.map { index in
    var entry = topics[index]
    entry.topic.parent = parents[index].map { topics[$0].topic.name }
    return entry
  }
}

private func unknownParent(
  _ parent: String,
  of entry: TopicOnLine,
  in list: TopicList,
  path: String
) -> Diagnostic {
  let near = nearestName(to: parent, among: list.topics.map(\.name))
  return Diagnostic(
    .error,
    "unknown-parent",
    path: path,
    line: entry.parentLine,
    "the parent of \(excerpt(entry.topic.name)) is no topic of this list: \(excerpt(parent))",
    fix: near.map { "did you mean `\($0)`?" } ?? "add a topic of that name, or take the line out"
  )
}

/// The rings among the parents, each from its first topic on. Every topic is walked through once.
private func cycles(_ parents: [Int?]) -> [[Int]] {
  var walk = [Int](repeating: 0, count: parents.count)
  var cycles: [[Int]] = []
  for start in parents.indices {
    var path: [Int] = []
    var next: Int? = start
    while let index = next, walk[index] == 0 {
      walk[index] = start + 1
      path.append(index)
      next = parents[index]
    }
    guard let index = next, walk[index] == start + 1, let first = path.firstIndex(of: index) else { continue }
    let ring = Array(path[first...])
    let lead = ring.indices.min { ring[$0] < ring[$1] } ?? 0
    cycles.append(Array(ring[lead...] + ring[..<lead]))
  }
  return cycles
}
