/// Finds what needs isolation in a stretch of a right-to-left line that has no right-to-left letter.
struct ForeignRuns {
  private let glyphs: [BidiGlyph]
  private let segment: Range<Int>
  private let bytes: [UInt8]
  private let isolatingRanges: Bool

  /// `bytes` is the UTF-8 of the whole line.
  init(_ glyphs: [BidiGlyph], _ segment: Range<Int>, of bytes: [UInt8], isolatingRanges: Bool) {
    self.glyphs = glyphs
    self.bytes = bytes
    self.segment = segment
    self.isolatingRanges = isolatingRanges
  }

  /// One run for all from the first Latin letter to the last, and runs for the numbers before and after it.
  var runs: [Range<Int>] {
    guard let first = glyphs[segment].firstIndex(where: { $0.kind == .ltr }),
      let last = glyphs[segment].lastIndex(where: { $0.kind == .ltr })
    else { return numberRuns(in: segment) }
    let phrase = extendedLeft(first)..<extendedRight(last) + 1
    let names = splitAtLoneBrackets(widened(phrase, within: segment, glyphs, alsoBefore: false))
    let before = numberRuns(in: segment.lowerBound..<max(segment.lowerBound, names.first?.lowerBound ?? first))
    let after = numberRuns(in: min(segment.upperBound, names.last?.upperBound ?? last + 1)..<segment.upperBound)
    return before + names + after
  }

  // MARK: Latin phrases

  private func extendedLeft(_ first: Int) -> Int {
    var start = first
    while start > segment.lowerBound {
      let value = glyphs[start - 1].value
      let hasDigitBefore = start - 1 > segment.lowerBound && glyphs[start - 2].kind == .digit
      let joins = glyphs[start - 1].kind == .digit || "@#_./~$€£+°".contains(value)
      guard joins || hasDigitBefore && "-–:,*%°".contains(value), !partsFromLetterBefore(start - 1) else { break }
      start -= 1
      if value == 0xB0, isBehindNumber(start) { start -= 1 }
    }
    return hasSign(before: start) ? start - 1 : start
  }

  // The space of 40 °C.
  private func isBehindNumber(_ start: Int) -> Bool {
    start - 2 >= segment.lowerBound && glyphs[start - 1].kind == .space && glyphs[start - 2].kind == .digit
  }

  // The minus of -40°C, not the hyphen of a word or a list; also behind a direction mark or the hyphen of a Hebrew prefix.
  private func hasSign(before start: Int) -> Bool {
    guard start > segment.lowerBound, glyphs[start].kind == .digit, "-−±".contains(glyphs[start - 1].value) else {
      return false
    }
    return start == 1 || glyphs[start - 2].kind == .space
      || "([־\u{200E}\u{200F}\u{061C}".contains(glyphs[start - 2].value)
  }

  private func extendedRight(_ last: Int) -> Int {
    var end = last
    while end + 1 < segment.upperBound {
      let value = glyphs[end + 1].value
      let next = end + 2 < segment.upperBound ? glyphs[end + 2] : nil
      let goesOn = next.map { $0.kind == .digit || $0.kind == .ltr || "/_+#%".contains($0.value) } ?? false
      let joins = glyphs[end + 1].kind == .digit || "_+#/%*®™©".contains(value)
      if partsFromLetterBehind(end + 1) { break }
      guard joins || goesOn && "-–.,:@=&?~'’".contains(value) || isLastStopOfAbbreviation(end + 1) else { break }
      end += 1
    }
    return NameNumber(glyphs: glyphs, segment: segment, bytes: bytes).end(after: end) ?? end
  }

  // The stroke of «رويترز/BBC» belongs to both names: it stands between them only where neither takes it along.
  private func partsFromLetterBefore(_ index: Int) -> Bool {
    "/_.".contains(glyphs[index].value) && index == segment.lowerBound && index > 0 && glyphs[index - 1].kind == .rtl
  }

  // That of «BBC/رويترز», but not the last one of an address («https://warraq.example/خبر»).
  private func partsFromLetterBehind(_ index: Int) -> Bool {
    guard "/_".contains(glyphs[index].value), index + 1 == segment.upperBound,
      index == segment.lowerBound || !"/_".contains(glyphs[index - 1].value)
    else { return false }
    return hasRightToLeftLetter(bytes, at: glyphs[index].end) && !isAddress(endingAt: index)
  }

  private func isAddress(endingAt index: Int) -> Bool {
    var start = index
    while start > segment.lowerBound, glyphs[start - 1].kind != .space { start -= 1 }
    let text = bytes[glyphs[start].offset..<glyphs[index].offset]
    return text.contains(UInt8(ascii: ":")) || text.contains(UInt8(ascii: "."))
  }

  // The second full stop of U.S.
  private func isLastStopOfAbbreviation(_ index: Int) -> Bool {
    glyphs[index].value == 0x2E && index - 2 >= segment.lowerBound && glyphs[index - 2].value == 0x2E
      && glyphs[index - 1].kind == .ltr
  }

  // «AFP) (Reuters» is two names.
  private func splitAtLoneBrackets(_ phrase: Range<Int>) -> [Range<Int>] {
    var open: [Int] = []
    var lone: [Int] = []
    for index in phrase {
      if BidiGlyph.closing(of: glyphs[index].value) != nil { open.append(index) }
      guard BidiGlyph.isClosing(glyphs[index].value) else { continue }
      if let last = open.last, BidiGlyph.closing(of: glyphs[last].value) == glyphs[index].value {
        open.removeLast()
      } else {
        lone.append(index)
      }
    }
    guard !(lone + open).isEmpty else { return [phrase] }
    let cuts = [phrase.lowerBound - 1] + (lone + open).sorted() + [phrase.upperBound]
    return zip(cuts, cuts.dropFirst()).compactMap { latinCore(of: $0 + 1..<$1) }
  }

  private func latinCore(of range: Range<Int>) -> Range<Int>? {
    guard let first = glyphs[range].firstIndex(where: { $0.kind == .ltr || $0.kind == .digit }),
      let last = glyphs[range].lastIndex(where: { $0.kind == .ltr || $0.kind == .digit })
    else { return nil }
    return first..<last + 1
  }

  // MARK: Numbers

  private func numberRuns(in range: Range<Int>) -> [Range<Int>] {
    NumberRuns(glyphs, range, isolatingRanges: isolatingRanges).runs
  }
}

extension String {
  fileprivate func contains(_ value: UInt32) -> Bool {
    unicodeScalars.contains { $0.value == value }
  }
}

/// Whether a right-to-left letter stands at an offset in the UTF-8 of a line.
func hasRightToLeftLetter(_ bytes: [UInt8], at offset: Int) -> Bool {
  guard offset < bytes.count, let scalar = Unicode.Scalar(scalar(in: bytes, at: offset).value) else { return false }
  return TextDirection.strong(scalar) == .rtl
}
