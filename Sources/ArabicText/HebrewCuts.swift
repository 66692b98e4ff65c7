/// What may be taken off a Hebrew word: up to three of ו ה ב כ ל מ ש from the front, the plurals, the feminine and the
/// commonest pronouns from the end; three letters remain. Final letters count as the others.
enum HebrewCuts {
  static func append(of word: [UInt16], to cuts: inout [FormCut]) {
    let end = word.count
    if word.contains(where: { unfinal($0) != $0 }) {
      cuts.append(FormCut(start: 0, end: end, foldsFinals: true, weight: 0.95))
    }
    appendEndings(from: 0, of: word, base: 1, to: &cuts)
    for (count, weight) in [(1, 0.8), (2, 0.6), (3, 0.5)] {
      // The article stands before short words too.
      let least = count == 1 && word[0] == article ? 2 : 3
      guard end - count >= least, joined.contains(word[count - 1]) else { return }
      cuts.append(FormCut(start: count, end: end, foldsFinals: true, isJoined: true, weight: weight))
      appendEndings(from: count, of: word, base: weight, to: &cuts)
    }
  }

  /// A final letter as it is written inside a word.
  static func unfinal(_ letter: UInt16) -> UInt16 {
    switch letter {
    case 0x05DA, 0x05DD, 0x05DF, 0x05E3, 0x05E5: letter + 1
    default: letter
    }
  }

  private static func appendEndings(from start: Int, of word: [UInt16], base: Double, to cuts: inout [FormCut]) {
    for ending in endings where word.count - start - ending.count >= 3 && word.suffix(ending.count) == ending[...] {
      cuts.append(
        FormCut(
          start: start,
          end: word.count - ending.count,
          foldsFinals: true,
          isJoined: start > 0,
          weight: 0.5 * base
        )
      )
      return
    }
  }

  private static let article: UInt16 = 0x05D4
  private static let joined = Set("והבכלמש".utf16)
  static let endingTexts = ["יות", "יים", "יהם", "ים", "ות", "ית", "יה", "נו", "ה", "ת", "י", "ו"]
  private static let endings = endingTexts.map { Array($0.utf16) }
}
