/// The words of a text as the search takes them: those of `words`, but the Persian می, نمی, ها, های and هایی are one with
/// their word also where a space stands between them, and so are the groups of a number: 1,000 and ١٬٠٠٠.
public func searchWords(in text: String) -> [Word] {
  var words: [Word] = []
  forEachSearchWord(in: Array(text.utf8)) { normal, range in
    words.append(Word(normal: String(decoding: normal, as: UTF8.self), utf8Range: range))
  }
  return words
}

/// Calls `visit` with the search form of each of these words and with the bytes that it takes up in the text.
///
/// `bytes` must be valid UTF-8. This is the fast way through long texts: nothing is allocated for a word.
public func forEachSearchWord(in bytes: [UInt8], _ visit: ([UInt8], Range<Int>) -> Void) {
  var held: [UInt8] = []
  var range = 0..<0
  var isGrouped = false
  forEachWord(in: bytes) { normal, place in
    let gap = place.lowerBound - range.upperBound
    let isParted = !held.isEmpty && gap == 1 && bytes[range.upperBound] == 0x20 && isParted(held, normal)
    isGrouped =
      !held.isEmpty && (gap == 1 || gap == 2) && isComma(bytes, range.upperBound, gap) && isNumber(normal, 3...3)
      && isNumber(held, isGrouped ? 1...Int.max : 1...3)
    if isParted || isGrouped {
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

// A comma, or the Arabic mark of thousands (U+066C).
private func isComma(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Bool {
  count == 1 ? bytes[place] == 0x2C : bytes[place] == 0xD9 && bytes[place + 1] == 0xAC
}

private func isNumber(_ word: [UInt8], _ counts: ClosedRange<Int>) -> Bool {
  counts.contains(word.count) && word.allSatisfy { (0x30...0x39).contains($0) }
}

private func isArabic(_ word: [UInt8]) -> Bool { (0xD8...0xDB).contains(word[0]) }

private let verbPrefixes = Set(["مي", "نمي"].map { Array($0.utf8) })
private let plurals = Set(["ها", "هاي", "هايي"].map { Array($0.utf8) })
