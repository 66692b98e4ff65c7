/// The words of a text as the search takes them: those of `words`, but the Persian می, نمی, ها, های and هایی are one with
/// their word also where a space stands between them.
package func searchWords(in text: String) -> [Word] {
  var words: [Word] = []
  forEachSearchWord(in: Array(text.utf8)) { normal, range in
    words.append(Word(normal: String(decoding: normal, as: UTF8.self), utf8Range: range))
  }
  return words
}

/// Calls `visit` with the search form of each of these words and with the bytes that it takes up in the text.
///
/// `bytes` must be valid UTF-8. This is the fast way through long texts: nothing is allocated for a word.
package func forEachSearchWord(in bytes: [UInt8], _ visit: ([UInt8], Range<Int>) -> Void) {
  var held: [UInt8] = []
  var range = 0..<0
  forEachWord(in: bytes) { normal, place in
    let isNext = !held.isEmpty && place.lowerBound == range.upperBound + 1 && bytes[range.upperBound] == 0x20
    if isNext, isParted(held, normal) {
      held += normal
      range = range.lowerBound..<place.upperBound
      return
    }
    if !held.isEmpty { visit(held, range) }
    held.removeAll(keepingCapacity: true)
    held += normal
    range = place
  }
  if !held.isEmpty { visit(held, range) }
}

private func isParted(_ first: [UInt8], _ second: [UInt8]) -> Bool {
  guard first.count <= 6 || second.count <= 8, isArabic(first), isArabic(second) else { return false }
  return (verbPrefixes.contains(first) && second.count > 2) || (plurals.contains(second) && first.count > 2)
}

private func isArabic(_ word: [UInt8]) -> Bool { (0xD8...0xDB).contains(word[0]) }

private let verbPrefixes = Set(["مي", "نمي"].map { Array($0.utf8) })
private let plurals = Set(["ها", "هاي", "هايي"].map { Array($0.utf8) })
