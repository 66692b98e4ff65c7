import ArabicText

@testable import NewsCore

/// The rules of topic matching told again as slowly and plainly as they can be: every phrase of every topic is tried at
/// every word, by comparing strings. The matcher must find the same.
struct TopicReference {
  let list: TopicList

  struct Mention: Hashable {
    let topic: Int
    let phrase: Int
    let words: Range<Int>
    var cut = 0
  }

  func mentions(in text: String) -> [Mention] {
    let bytes = Array(text.utf8)
    let words = ArabicText.words(in: text)
    let raws = words.map { String(decoding: bytes[$0.utf8Range], as: UTF8.self) }
    var blocked: [Mention] = []
    var found: [Mention] = []
    for (index, topic) in list.topics.enumerated() {
      for start in words.indices {
        for phrase in topic.never.map(TopicPhrase.init(alias:)) {
          if let cut = cut(phrase, words, raws, start) {
            blocked.append(Mention(topic: index, phrase: -1, words: start..<start + phrase.words.count, cut: cut))
          }
        }
        for (position, phrase) in topic.phrases.enumerated() {
          if let cut = cut(phrase, words, raws, start) {
            found.append(Mention(topic: index, phrase: position, words: start..<start + phrase.words.count, cut: cut))
          }
        }
      }
    }
    let free = found.filter { one in !blocked.contains { $0.topic == one.topic && covers($0.words, one.words) } }
    let longest = free.filter { one in !free.contains { $0.words != one.words && covers($0.words, one.words) } }
    let starts = Set(longest.map(\.words.lowerBound)).sorted()
    return starts.compactMap { start in
      longest.filter { $0.words.lowerBound == start }.min {
        ($0.cut, $0.topic, $0.phrase) < ($1.cut, $1.topic, $1.phrase)
      }
    }
  }

  private func covers(_ outer: Range<Int>, _ inner: Range<Int>) -> Bool {
    outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound
  }

  /// How many letters are taken off the words of the text so that the phrase stands there; nil where it does not.
  private func cut(_ phrase: TopicPhrase, _ words: [Word], _ raws: [String], _ start: Int) -> Int? {
    guard !phrase.words.isEmpty, start + phrase.words.count <= words.count else { return nil }
    var sum = 0
    for (offset, wanted) in phrase.words.enumerated() {
      let word = words[start + offset].normal
      if phrase.isExact {
        guard raws[start + offset] == wanted.raw else { return nil }
        continue
      }
      let isWhole = phrase.words.count == 1
      let cuts = inflections(of: wanted.key).compactMap {
        offset == 0 ? headCut(word, $0, isWhole) : laterCut(word, $0)
      }
      guard let least = cuts.min() else { return nil }
      sum += least
    }
    return sum
  }

  private func headCut(_ word: String, _ key: String, _ isWhole: Bool) -> Int? {
    if placeKey(word) == key { return 0 }
    if !isWhole, word.count == 3, "وف".contains(word.prefix(1)), String(word.dropFirst()) == key { return 1 }
    var cuts: [Int] = []
    for particle in TopicReference.particles where word.hasPrefix(particle) && word.count - particle.count >= 3 {
      if placeKey(String(word.dropFirst(particle.count))) == key { cuts.append(particle.count) }
    }
    for article in TopicReference.articles where word.hasPrefix(article) && word.count - article.count >= 3 {
      let rest = String(word.dropFirst(article.count))
      if placeKey(rest) == key { cuts.append(article.count) }
      if placeKey("ال" + rest) == key { cuts.append(max(1, article.count - 2)) }
    }
    return cuts.min()
  }

  private func laterCut(_ word: String, _ key: String) -> Int? {
    if placeKey(word) == key { return 0 }
    return word.hasPrefix("ال") && word.count >= 5 && placeKey(String(word.dropFirst(2))) == key ? 2 : nil
  }

  private static let particles = ["و", "ف", "ب", "ك", "ل", "وب", "وك", "ول", "فب", "فك", "فل"]
  private static let articles = ["", "و", "ف"].flatMap { lead in ["ال", "بال", "كال", "لل"].map { lead + $0 } }
}
