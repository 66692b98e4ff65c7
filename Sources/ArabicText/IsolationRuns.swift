/// The stretches of a line that must be wrapped in `<bdi>` (or U+2066…U+2069) to be painted as they are read.
///
/// In a right-to-left text: Latin names with the spaces, signs and numbers that belong to them, handles, hashtags, addresses, phone
/// numbers, signed numbers, per cent, days with hyphens, scores (3-1). In a left-to-right text: phrases of right-to-left
/// letters. Ranges of years (2020-2024) and ranges with a dash (5–10) are read from right to left like the text around
/// them, unless `isolatingRanges`. What stands between isolates or embeddings in the text already is passed over.
/// - Returns: ranges of bytes of the text's UTF-8, in order and apart.
public func isolationRuns(
  in text: String,
  base: TextDirection,
  isolatingRanges: Bool = false
) -> [Range<Int>] {
  mayNeedIsolation(text, base: base)
    ? isolationRuns(in: Array(text.utf8), base: base, isolatingRanges: isolatingRanges) : []
}

/// The same in the UTF-8 of a line in which something may have to be isolated.
func isolationRuns(in bytes: [UInt8], base: TextDirection, isolatingRanges: Bool) -> [Range<Int>] {
  switch base {
  case .rtl:
    let stretches = foreignStretches(of: bytes) ?? [bytes.indices]
    var found: [Range<Int>] = []
    for stretch in stretches where !isPlainNumber(bytes, stretch) {
      let glyphs = BidiGlyph.all(in: bytes, stretch)
      for segment in segments(of: glyphs, without: { $0.kind == .rtl || $0.kind == .breaker }) {
        let runs = ForeignRuns(glyphs, segment, of: bytes, isolatingRanges: isolatingRanges).runs
        found += runs.map { glyphs[$0.lowerBound].offset..<glyphs[$0.upperBound - 1].end }
      }
    }
    return found
  case .ltr:
    let glyphs = BidiGlyph.all(in: bytes, bytes.indices)
    let runs = segments(of: glyphs) { $0.kind == .ltr || $0.isLineEnd }
      .compactMap { rightToLeftPhrase(in: glyphs, $0) }
    return runs.map { glyphs[$0.lowerBound].offset..<glyphs[$0.upperBound - 1].end }
  }
}

/// Whether a stretch holds nothing but one row of ASCII digits, right-to-left letters, spaces, commas and full stops: most
/// numbers of a text, and none of them needs an isolate.
private func isPlainNumber(_ bytes: [UInt8], _ stretch: Range<Int>) -> Bool {
  var rows = 0
  var isInRow = false
  for index in stretch {
    switch bytes[index] {
    case 0x30...0x39:
      if !isInRow { rows += 1 }
      isInRow = true
    case 0x20, 0x2C, 0x2E: isInRow = false
    // The first letter of the stretch, and the Arabic comma, semicolon and question mark.
    case 0xD7...0xDB, 0x80...0xBF: isInRow = false
    default: return false
    }
  }
  return rows == 1
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
