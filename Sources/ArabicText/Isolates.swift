/// A stretch of a line that stands in a direction of its own.
package struct Isolate: Sendable, Hashable {
  /// Bytes of the line's UTF-8.
  package var range: Range<Int>
  /// nil: the direction of its first letter.
  package var direction: TextDirection?

  package init(range: Range<Int>, direction: TextDirection?) {
    self.range = range
    self.direction = direction
  }
}

/// The stretches of a line to be wrapped in `<bdi dir="…">`, in order and apart: what `isolationRuns` finds, and what an
/// author has put between U+2066…U+2068 and U+2069, or U+202A, U+202B, U+202D, U+202E and U+202C, the outermost pair.
///
/// The controls themselves stand outside the ranges or inside an outer one; `droppingDirectionControls` takes them away
/// (W3C, "Unicode controls vs. markup for bidi support": markup is better wherever there can be markup).
package func isolates(in text: String, base: TextDirection, isolatingRanges: Bool = false) -> [Isolate] {
  guard mayNeedIsolation(text, base: base) else { return [] }
  let found = isolationRuns(in: text, base: base, isolatingRanges: isolatingRanges).map {
    Isolate(range: $0, direction: base.opposite)
  }
  guard DirectionTally(text).controls > 0 else { return found }
  return (found + explicitIsolates(in: text)).sorted { $0.range.lowerBound < $1.range.lowerBound }
}

/// The text without embeddings, overrides and isolates (U+202A to U+202E, U+2066 to U+2069).
package func droppingDirectionControls(_ text: String) -> String {
  guard DirectionTally(text).controls > 0 else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isDirectionControl($0.value) }))
}

private func explicitIsolates(in text: String) -> [Isolate] {
  var found: [Isolate] = []
  var depth = 0
  var outermost: (start: Int, direction: TextDirection?) = (0, nil)
  let bytes = Array(text.utf8)
  for glyph in BidiGlyph.all(in: bytes, bytes.indices) {
    if glyph.isLineEnd { depth = 0 }
    if glyph.kind == .opening {
      if depth == 0 { outermost = (glyph.end, direction(of: glyph.value)) }
      depth += 1
    }
    guard glyph.kind == .closing, depth > 0 else { continue }
    depth -= 1
    if depth == 0, outermost.start < glyph.offset {
      found.append(Isolate(range: outermost.start..<glyph.offset, direction: outermost.direction))
    }
  }
  return found
}

private func direction(of control: UInt32) -> TextDirection? {
  switch control {
  case 0x202A, 0x202D, 0x2066: .ltr
  case 0x202B, 0x202E, 0x2067: .rtl
  default: nil
  }
}
