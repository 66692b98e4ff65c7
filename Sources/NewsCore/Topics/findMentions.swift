/// The mentions of topics in one text, in their order.
///
/// Of phrases inside each other only the longest is a mention, and none that a `never` phrase of its topic covers.
func findMentions(in words: TopicWords, _ automaton: TopicAutomaton) -> [TopicOccurrence] {
  var occurrences: [TopicOccurrence] = []
  var found = TopicCandidates()
  var coveredEnd = 0
  for (start, hash) in words.heads {
    found.removeAll()
    hash.forEachHeadForm { form in
      walk(automaton, from: TopicAutomaton.root, form, words, at: start, cut: form.cut, &found)
    }
    guard let best = found.best(), best.end > coveredEnd, let phrase = best.ending.phrase else { continue }
    coveredEnd = best.end
    occurrences.append(
      TopicOccurrence(
        topic: best.ending.topic,
        phrase: phrase,
        words: start..<best.end,
        surface: words.surface(start..<best.end)
      )
    )
  }
  return occurrences
}

/// Follows all phrases that go on with a form of a word. What does not change is handed down, for it is not to be
/// copied at each step.
private func walk(
  _ automaton: TopicAutomaton,
  from node: UInt32,
  _ form: TopicWordForm,
  _ words: TopicWords,
  at word: Int,
  cut: Int,
  _ found: inout TopicCandidates
) {
  automaton.forEachChild(of: node, form.hash) { child, raw in
    if let raw, form.cut > 0 || words.raw(word) != raw { return }
    if !form.isHeadOnly { found.add(automaton.endings(at: child), end: word + 1, cut: cut) }
    guard automaton.hasChildren(child), word + 1 < words.ranges.count else { return }
    words.hash(word + 1).forEachLaterForm { later in
      walk(automaton, from: child, later, words, at: word + 1, cut: cut + later.cut, &found)
    }
  }
}

/// The phrases that begin at one word, and what `never` phrases cover so far.
private struct TopicCandidates {
  struct Candidate {
    let ending: TopicAutomaton.Ending
    let end: Int
    let cut: Int
  }

  private var found: [Candidate] = []
  /// The end of the furthest `never` phrase of each topic that began so far.
  private var neverEnds: [Int: Int] = [:]

  mutating func removeAll() { found.removeAll(keepingCapacity: true) }

  mutating func add(_ endings: [TopicAutomaton.Ending], end: Int, cut: Int) {
    for ending in endings {
      if ending.phrase == nil {
        neverEnds[ending.topic] = max(neverEnds[ending.topic] ?? 0, end)
      } else {
        found.append(Candidate(ending: ending, end: end, cut: cut))
      }
    }
  }

  /// The longest phrase that is not covered; of equals the one that stands in the text with the least taken off, then
  /// the one of the first topic.
  func best() -> Candidate? {
    var best: Candidate?
    for candidate in found where neverEnds.isEmpty || candidate.end > neverEnds[candidate.ending.topic] ?? 0 {
      if let other = best, rank(other) <= rank(candidate) { continue }
      best = candidate
    }
    return best
  }

  private func rank(_ candidate: Candidate) -> (Int, Int, Int, Int) {
    (-candidate.end, candidate.cut, candidate.ending.topic, candidate.ending.phrase ?? 0)
  }
}
