extension TopicSuggestions {
  /// The weightiest suggestions. Equal ones come in the order of their letters, so the same stories suggest the same.
  ///
  /// Left out: what stands in one story only, single words in a quarter of all stories or more (they say nothing), what
  /// is mostly the rest of a longer word («زير» of «وزير»), a word with و or ب before it, and what seldom stands outside
  /// a longer suggestion.
  public func best(_ limit: Int) -> [TopicSuggestion] {
    let candidates = entries.filter { isWord($0.value) && isTelling($0.value) }
    let sorted = candidates.values.sorted(by: precedes).prefix(max(0, limit) * 8 + 50)
    let containers = storiesOfContainers(sorted)
    let kept = sorted.filter { entry in
      let keys = keys(of: entry.surface)
      guard let own = keys.first, !hasCommonerBase(entry, keys.dropFirst()) else { return false }
      return Int(containers[own] ?? 0) * 10 < Int(entry.stories) * 7
    }
    return kept.prefix(max(0, limit)).map { entry in
      let examples = [entry.examples.0, entry.examples.1, entry.examples.2].filter { $0 > 0 }
      return TopicSuggestion(phrase: entry.surface, stories: Int(entry.stories), examples: examples.map { Int($0) - 1 })
    }
  }

  /// Whether it often stands alone, so it is no rest of another word.
  private func isWord(_ entry: Entry) -> Bool { entry.bareStories * 3 >= entry.stories }

  private func isTelling(_ entry: Entry) -> Bool {
    entry.stories >= 2 && (entry.words > 1 || stories < 20 || entry.stories * 4 < stories)
  }

  /// Longer phrases before words, what is in headlines before what is not.
  private func precedes(_ left: Entry, _ right: Entry) -> Bool {
    let (leftScore, rightScore) = (score(left), score(right))
    return leftScore != rightScore ? leftScore > rightScore : precedesByBytes(left.surface, right.surface)
  }

  private func score(_ entry: Entry) -> Int { Int(entry.stories + 2 * entry.titles) * Int(min(2, entry.words)) }

  private func hasCommonerBase(_ entry: Entry, _ bases: some Sequence<UInt64>) -> Bool {
    bases.contains { key in
      guard let base = entries[key] else { return false }
      return isWord(base) && base.bareStories > entry.bareStories
    }
  }

  /// For each part of a candidate, the stories of the most frequent candidate that it is a part of.
  private func storiesOfContainers(_ candidates: some Sequence<Entry>) -> [UInt64: Int32] {
    var stories: [UInt64: Int32] = [:]
    for entry in candidates where entry.words > 1 {
      for key in partKeys(of: entry.surface) { stories[key] = max(stories[key] ?? 0, entry.stories) }
    }
    return stories
  }

  /// The keys of a phrase: its own, then those without particles.
  private func keys(of phrase: String) -> [UInt64] {
    withPhrases(of: phrase) { phrases in
      var keys: [UInt64] = []
      if !phrases.all.isEmpty { phrases.forEachKey(of: phrases.all) { key, _ in keys.append(key) } }
      return keys
    }
  }

  private func partKeys(of phrase: String) -> [UInt64] {
    withPhrases(of: phrase) { phrases in
      var keys: [UInt64] = []
      for start in phrases.all {
        for end in start + 1...phrases.all.upperBound where end - start < phrases.all.count {
          phrases.forEachKey(of: start..<end) { key, _ in keys.append(key) }
        }
      }
      return keys
    }
  }
}
