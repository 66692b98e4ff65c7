/// The stretches of a line that must be wrapped in `<bdi>` (or U+2066…U+2069) to be painted as they are read.
///
/// In a right-to-left text: Latin names with the spaces and signs inside them, handles, hashtags, addresses, phone
/// numbers, signed numbers, per cent, days with hyphens, scores (3-1). In a left-to-right text: phrases of right-to-left
/// letters. Ranges of years (2020-2024) and ranges with a dash (5–10) are read from right to left like the text around
/// them, unless `isolatingRanges`. What stands between isolates or embeddings in the text already is passed over.
/// - Returns: ranges of bytes of the text's UTF-8, in order and apart.
package func isolationRuns(
  in text: String,
  base: TextDirection,
  isolatingRanges: Bool = false
) -> [Range<Int>] {
  guard mayNeedIsolation(text, base) else { return [] }
  let glyphs = BidiGlyph.all(in: text)
  let runs =
    switch base {
    case .rtl:
      segments(of: glyphs) { $0.kind == .rtl || $0.kind == .breaker }
        .flatMap { ForeignRuns(glyphs, $0, isolatingRanges: isolatingRanges).runs }
    case .ltr:
      segments(of: glyphs) { $0.kind == .ltr || $0.isLineEnd }
        .compactMap { rightToLeftPhrase(in: glyphs, $0) }
    }
  return runs.map { glyphs[$0.lowerBound].offset..<glyphs[$0.upperBound - 1].end }
}

private func mayNeedIsolation(_ text: String, _ base: TextDirection) -> Bool {
  switch base {
  // Latin letters and digits are ASCII, or begin with C2–CF; Arabic-Indic digits are D9 A0–A9, DB B0–B9; all above E0 might.
  case .rtl:
    var before: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC3...0xD7, 0xE1, 0xE3...0xED, 0xF0...0xF4: return true
      case 0xA0...0xA9: if before == 0xD9 { return true }
      case 0xB0...0xB9: if before == 0xDB { return true }
      default: break
      }
      before = byte
    }
    return false
  case .ltr: return text.utf8.contains { $0 >= 0xD6 }
  }
}

private func segments(of glyphs: [BidiGlyph], without isBreak: (BidiGlyph) -> Bool) -> [Range<Int>] {
  var found: [Range<Int>] = []
  var start = 0
  var depth = 0
  for index in 0...glyphs.count {
    let isEnd = index == glyphs.count
    let kind = isEnd ? .breaker : glyphs[index].kind
    guard isEnd || kind == .opening || kind == .closing || isBreak(glyphs[index]) else { continue }
    if index > start, depth == 0 { found.append(start..<index) }
    if kind == .opening { depth += 1 }
    if kind == .closing { depth = max(0, depth - 1) }
    if !isEnd, glyphs[index].isLineEnd { depth = 0 }
    start = index + 1
  }
  return found
}

private func rightToLeftPhrase(in glyphs: [BidiGlyph], _ segment: Range<Int>) -> Range<Int>? {
  guard let first = glyphs[segment].firstIndex(where: { $0.kind == .rtl }),
    let last = glyphs[segment].lastIndex(where: { $0.kind == .rtl })
  else { return nil }
  return widened(first..<last + 1, within: segment, glyphs)
}

/// The range with the bracket just behind it, or else just before it, whose other half stands in it.
func widened(
  _ range: Range<Int>,
  within segment: Range<Int>,
  _ glyphs: [BidiGlyph],
  alsoBefore: Bool = true
) -> Range<Int> {
  var open: [UInt32] = []
  var missing: [UInt32] = []
  for glyph in glyphs[range] {
    if let closing = BidiGlyph.closing(of: glyph.value) { open.append(closing) }
    if BidiGlyph.isClosing(glyph.value) {
      if open.last == glyph.value { open.removeLast() } else { missing.append(glyph.value) }
    }
  }
  var lower = range.lowerBound
  var upper = range.upperBound
  if let closing = open.last, upper < segment.upperBound, glyphs[upper].value == closing { upper += 1 }
  if alsoBefore, let closing = missing.first, lower > segment.lowerBound,
    BidiGlyph.closing(of: glyphs[lower - 1].value) == closing
  {
    lower -= 1
  }
  return lower..<upper
}
