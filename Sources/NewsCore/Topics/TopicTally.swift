/// The mentions of one story, counted up to scores and reasons.
struct TopicTally {
  private var counts: [Int: Counts] = [:]

  fileprivate struct Counts {
    var places: [TopicText.Place: Mentions] = [:]
    /// Mentions in the body, by phrase.
    var body: [Int: Int] = [:]
  }

  fileprivate struct Mentions {
    var count = 0
    /// The first three spellings, as they stand in the story.
    var surfaces: [String] = []
  }

  mutating func count(_ occurrence: TopicOccurrence, in place: TopicText.Place) {
    counts[occurrence.topic, default: Counts()].count(occurrence, in: place)
  }

  /// What reaches the threshold, best first.
  func matches() -> [TopicMatch] {
    var matches: [TopicMatch] = []
    for (topic, counts) in counts where counts.score >= TopicMatcher.threshold {
      matches.append(TopicMatch(topic: topic, score: counts.score, reasons: counts.reasons))
    }
    return matches.sorted { ($1.score, $0.topic) < ($0.score, $1.topic) }
  }
}

extension TopicTally.Counts {
  fileprivate mutating func count(_ occurrence: TopicOccurrence, in place: TopicText.Place) {
    if place == .body { body[occurrence.phrase, default: 0] += 1 }
    places[place, default: TopicTally.Mentions()].add(occurrence.surface)
  }

  fileprivate var score: Int {
    var score = 0
    for place in places.keys where place != .body { score += TopicMatcher.weight(of: place) }
    for count in body.values { score += min(count, TopicMatcher.bodyLimit) * TopicMatcher.weight(of: .body) }
    return score
  }

  fileprivate var reasons: [String] {
    TopicText.Place.allCases.compactMap { place in
      guard let mentions = places[place] else { return nil }
      let spellings = mentions.surfaces.map { "«\(visible($0))»" }.joined(separator: ", ")
      let times = mentions.count == 1 ? "" : ", \(mentions.count) times"
      return "\(spellings) in the \(place.rawValue)\(times)"
    }
  }
}

extension TopicTally.Mentions {
  fileprivate mutating func add(_ surface: String) {
    count += 1
    if surfaces.count < 3, !surfaces.contains(surface) { surfaces.append(surface) }
  }
}
