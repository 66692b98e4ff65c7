/// A search form seen as a row of Arabic letters, so that its ends can be taken apart.
struct ArabicLetters {
  static let alef: UInt16 = 0xD8A7
  private static let ba: UInt16 = 0xD8A8
  private static let ta: UInt16 = 0xD8AA
  private static let fa: UInt16 = 0xD981
  private static let kaf: UInt16 = 0xD983
  private static let lam: UInt16 = 0xD984
  private static let mim: UInt16 = 0xD985
  private static let nun: UInt16 = 0xD986
  private static let ha: UInt16 = 0xD987
  private static let waw: UInt16 = 0xD988
  private static let ya: UInt16 = 0xD98A

  private let bytes: [UInt8]

  /// Nil unless every scalar of the word is a letter of the Arabic block.
  init?(_ normal: String) {
    bytes = Array(normal.utf8)
    guard bytes.count.isMultiple(of: 2) else { return nil }
    for index in stride(from: 0, to: bytes.count, by: 2) where !(0xD8...0xDB).contains(bytes[index]) { return nil }
  }

  var count: Int { bytes.count / 2 }

  /// The two bytes of a letter in UTF-8; 0 outside the word.
  subscript(index: Int) -> UInt16 {
    guard index >= 0, index < count else { return 0 }
    return UInt16(bytes[2 * index]) << 8 | UInt16(bytes[2 * index + 1])
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[2 * range.lowerBound..<2 * range.upperBound], as: UTF8.self)
  }

  /// How many letters can be taken off the front, each at most once and so that three remain: with the article first.
  var procliticLengths: [(letters: Int, hasArticle: Bool)] {
    var cuts: [(letters: Int, hasArticle: Bool)] = []
    let conjunction = self[0] == ArabicLetters.waw || self[0] == ArabicLetters.fa ? 1 : 0
    let article = articleLength(at: conjunction)
    if article > 0 { cuts.append((conjunction + article, true)) }
    if conjunction == 1 { cuts.append((1, false)) }
    if isPreposition(self[conjunction]) { cuts.append((conjunction + 1, false)) }
    return cuts.filter { count - $0.letters >= 3 }
  }

  // ال, بال, كال or لل.
  private func articleLength(at start: Int) -> Int {
    switch (self[start], self[start + 1], self[start + 2]) {
    case (ArabicLetters.alef, ArabicLetters.lam, _), (ArabicLetters.lam, ArabicLetters.lam, _): 2
    case (ArabicLetters.ba, ArabicLetters.alef, ArabicLetters.lam): 3
    case (ArabicLetters.kaf, ArabicLetters.alef, ArabicLetters.lam): 3
    default: 0
    }
  }

  private func isPreposition(_ letter: UInt16) -> Bool {
    letter == ArabicLetters.ba || letter == ArabicLetters.kaf || letter == ArabicLetters.lam
  }

  /// Where the word may end once a suffix is taken off, longest suffix first, three letters left after `start`.
  ///
  /// One of ها هم ات ون ين ان ه ي ا; after a pronoun also a second one, or the ت that a ة had become («حكومته»).
  func suffixEnds(from start: Int) -> [Int] {
    let end = endWithoutSuffix(count)
    guard end < count, end - start >= 3 else { return [] }
    guard isPronoun(end..<count) else { return [end] }
    let second = self[end - 1] == ArabicLetters.ta && endWithoutSuffix(end) == end ? end - 1 : endWithoutSuffix(end)
    let isPlain = second == end || second - start < 3 || isSingleVowel(second..<end)
    return isPlain ? [end] : [end, second]
  }

  private func endWithoutSuffix(_ end: Int) -> Int {
    switch (self[end - 2], self[end - 1]) {
    case (ArabicLetters.ha, ArabicLetters.alef), (ArabicLetters.ha, ArabicLetters.mim): end - 2
    case (ArabicLetters.alef, ArabicLetters.ta), (ArabicLetters.waw, ArabicLetters.nun): end - 2
    case (ArabicLetters.ya, ArabicLetters.nun), (ArabicLetters.alef, ArabicLetters.nun): end - 2
    case (_, ArabicLetters.ha), (_, ArabicLetters.ya), (_, ArabicLetters.alef): end - 1
    default: end
    }
  }

  private func isPronoun(_ range: Range<Int>) -> Bool {
    range.count == 2 ? self[range.lowerBound] == ArabicLetters.ha : self[range.lowerBound] == ArabicLetters.ha
  }

  private func isSingleVowel(_ range: Range<Int>) -> Bool {
    range.count == 1 && self[range.lowerBound] != ArabicLetters.ta
  }
}
