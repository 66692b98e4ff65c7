/// One walk through one text.
struct TopicSearch {
  private let automaton: TopicAutomaton
  private let words: TopicWords
  /// The end of the furthest `never` phrase of each topic that began so far.
  private var neverEnds: [Int: Int] = [:]
  /// The phrases that begin at the current word.
  private var found: [Candidate] = []

  private struct Candidate {
    let ending: TopicAutomaton.Ending
    let end: Int
    let cut: Int
  }

  init(_ automaton: TopicAutomaton, _ words: TopicWords) {
    self.automaton = automaton
    self.words = words
  }

  mutating func run() -> [TopicOccurrence] {
    var occurrences: [TopicOccurrence] = []
    var coveredEnd = 0
    for start in words.heads {
      found.removeAll(keepingCapacity: true)
      words.hash(start).forEachHeadForm { form in
        walk(from: TopicAutomaton.root, form, at: start, cut: form.cut)
      }
      guard let best = best(), best.end > coveredEnd, let phrase = best.ending.phrase else { continue }
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

  private mutating func walk(from node: UInt32, _ form: TopicWordForm, at word: Int, cut: Int) {
    for lemma in automaton.lemmas(of: form.hash) {
      guard let child = automaton.child(of: node, lemma.id) else { continue }
      if let raw = lemma.raw, form.cut > 0 || words.raw(word) != raw { continue }
      for ending in automaton.endings(at: child) where !form.isHeadOnly {
        found.append(Candidate(ending: ending, end: word + 1, cut: cut))
      }
      guard automaton.hasChildren(child), word + 1 < words.ranges.count else { continue }
      words.hash(word + 1).forEachLaterForm { later in
        walk(from: child, later, at: word + 1, cut: cut + later.cut)
      }
    }
  }

  /// The longest phrase that no `never` phrase of its topic covers; of equals the one that stands in the text with the
  /// least taken off, then the one of the first topic.
  private mutating func best() -> Candidate? {
    for candidate in found where candidate.ending.phrase == nil {
      neverEnds[candidate.ending.topic] = max(neverEnds[candidate.ending.topic] ?? 0, candidate.end)
    }
    let free = found.filter { $0.ending.phrase != nil && $0.end > neverEnds[$0.ending.topic] ?? 0 }
    return free.min { rank($0) < rank($1) }
  }

  private func rank(_ candidate: Candidate) -> (Int, Int, Int, Int) {
    (-candidate.end, candidate.cut, candidate.ending.topic, candidate.ending.phrase ?? 0)
  }
}
