import NewsCore

/// The stories related to each story, best first, at most five.
///
/// Only older stories are looked at, and of those the last few of each topic and of each rare word: so the cost grows with
/// the stories and not with their square, and a new story changes no older story's page. A story is named by at most
/// eight others, so that a new headline changes few pages too.
/// Where `chosen` has a list, it counts instead.
func planRelated(_ stories: [Teaser], chosen: [Int: [Int]]) -> [[Int]] {
  var desk = RelatedDesk(stories)
  return stories.indices.map { index in
    if let list = chosen[index] {
      desk.add(index)
      return list
    }
    return desk.related(to: index)
  }
}

private struct RelatedDesk {
  static let most = 5
  static let namedAtMost: UInt8 = 8
  static let perTopic = 20
  /// A word that more earlier stories hold says little.
  static let rarest = 12
  static let topicScore = 5
  static let wordScore = 2

  private let stories: [Teaser]
  private var lastOfTopic: [Int: [Int]] = [:]
  private var holders: [UInt32: [Int32]] = [:]
  private var timesNamed: [UInt8]

  init(_ stories: [Teaser]) {
    self.stories = stories
    timesNamed = [UInt8](repeating: 0, count: stories.count)
  }

  /// Must be asked for from the oldest story to the newest.
  mutating func related(to index: Int) -> [Int] {
    let scores = scores(for: index)
    add(index)
    let ranked = scores.filter { $0.value >= Self.topicScore && timesNamed[$0.key] < Self.namedAtMost }
      .sorted { (-$0.value, -$0.key) < (-$1.value, -$1.key) }
    let chosen = ranked.prefix(Self.most).map(\.key)
    for story in chosen { timesNamed[story] += 1 }
    return chosen
  }

  private func scores(for index: Int) -> [Int: Int] {
    var scores: [Int: Int] = [:]
    for topic in stories[index].topics.prefix(8) {
      for story in lastOfTopic[topic] ?? [] { scores[story, default: 0] += Self.topicScore }
    }
    // In a small site even a common word stands in few stories.
    let limit = max(2, min(Self.rarest, index / 20))
    for word in stories[index].words {
      guard let stories = holders[word], stories.count <= limit else { continue }
      for story in stories { scores[Int(story), default: 0] += Self.wordScore }
    }
    return scores
  }

  mutating func add(_ index: Int) {
    for topic in stories[index].topics.prefix(8) {
      lastOfTopic[topic, default: []].append(index)
      if lastOfTopic[topic, default: []].count > Self.perTopic { lastOfTopic[topic]?.removeFirst() }
    }
    for word in stories[index].words where holders[word, default: []].count <= Self.rarest {
      holders[word, default: []].append(Int32(index))
    }
  }
}
