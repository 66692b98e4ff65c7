/// A search form seen as a row of Arabic letters, so that its ends can be taken apart.
struct ArabicLetters {
  static let alef: UInt16 = 0xD8A7
  private static let ba: UInt16 = 0xD8A8
  private static let fa: UInt16 = 0xD981
  private static let kaf: UInt16 = 0xD983
  private static let lam: UInt16 = 0xD984
  private static let waw: UInt16 = 0xD988

  private let bytes: [UInt8]

  /// Nil unless every scalar of the word is a letter of the Arabic block.
  init?(_ normal: String) { self.init(Array(normal.utf8)) }

  /// The same of a word in UTF-8.
  init?(_ normal: [UInt8]) {
    bytes = normal
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

  /// The greatest of them; 0 where there is none.
  var longestProclitic: Int {
    let conjunction = self[0] == ArabicLetters.waw || self[0] == ArabicLetters.fa ? 1 : 0
    let article = articleLength(at: conjunction)
    let lengths = (article > 0 ? conjunction + article : 0, isPreposition(self[conjunction]) ? conjunction + 1 : 0)
    for length in [max(lengths.0, lengths.1), min(lengths.0, lengths.1), conjunction] where count - length >= 3 {
      return length
    }
    return 0
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
}
