/// The phrases of one text that could become topics: one to three words with nothing but a space between them.
struct TopicPhrases {
  /// Of longer texts only the first words are read: the names that matter stand there.
  static let wordLimit = 300

  private let words: TopicWords
  private let hashes: [TopicWordHash]
  private var isFree: [Bool]

  init(_ words: TopicWords, _ occurrences: [TopicOccurrence]) {
    self.words = words
    let count = min(words.ranges.count, TopicPhrases.wordLimit)
    hashes = (0..<count).map(words.hash)
    isFree = (0..<count).map { words.isNoNumber($0) }
    for word in 0..<count where isFree[word] { isFree[word] = TopicPhrases.mayName(hashes[word]) }
    for occurrence in occurrences {
      for word in occurrence.words where word < count { isFree[word] = false }
    }
  }

  /// Three letters or more, and no stop word, also after و or ف. Other particles stay: «بلدية» is no «لديه».
  private static func mayName(_ hash: TopicWordHash) -> Bool {
    guard hash.count >= 3, !StopWords.hashes.contains(hash.suffix(0, isPlace: false)) else { return false }
    return !hash.conjunctionLeads || !StopWords.hashes.contains(hash.suffix(1, isPlace: false))
  }

  /// Each phrase, as the range of its words.
  func forEach(_ body: (Range<Int>) -> Void) {
    var start = 0
    for word in isFree.indices {
      if !isFree[word] {
        start = word + 1
        continue
      }
      if word > start, !words.isOneSpace(before: word) { start = word }
      for first in max(start, word - 2)...word { body(first..<word + 1) }
    }
  }

  /// The keys under which a phrase is counted: as it is written, then without particles before its first word.
  func forEachKey(of range: Range<Int>, _ body: (_ key: UInt64, _ isBare: Bool) -> Void) {
    var rest = UInt64(range.count)
    for word in range.dropFirst() { rest = (rest ^ hashes[word].suffix(0, isPlace: false)) &* 0x0000_0100_0000_01B3 }
    var isBare = true
    hashes[range.lowerBound].forEachParticleForm { head in
      body(((head ^ head >> 31) &* 0x9E37_79B9_7F4A_7C15) ^ rest, isBare)
      isBare = false
    }
  }

  /// All words, for a text that is a phrase itself.
  var all: Range<Int> { hashes.indices }
}

extension TopicWords {
  fileprivate func isNoNumber(_ word: Int) -> Bool {
    !raw(word).unicodeScalars.contains { $0.properties.numericType != nil }
  }
}
