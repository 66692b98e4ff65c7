/// The stretches of a line that need isolation and have none, so that they are painted in another order than they are
/// read (A-B9): what `isolationRuns` finds, without the words that come out right by themselves.
///
/// A word of plain letters in the other direction is right; it is not where a sign stands at its edge (`C++`, `#tag`), or
/// where nothing but signs, spaces and digits lies between it and a number or another such word («BBC 5 دقائق», «Times،
/// Post»). Ranges of bytes of the line's UTF-8, in order. U+FFFC stands for what is isolated already.
public func turnedRuns(in line: String, base: TextDirection) -> [Range<Int>] {
  let runs = isolationRuns(in: line, base: base)
  guard !runs.isEmpty else { return [] }
  let bytes = Array(line.utf8)
  let glyphs = BidiGlyph.all(in: bytes, bytes.indices)
  let foreign: BidiGlyph.Kind = base == .rtl ? .ltr : .rtl
  let own: BidiGlyph.Kind = base == .rtl ? .rtl : .ltr
  return runs.filter { run in
    let inside = glyphs.indices.filter { run.contains(glyphs[$0].offset) }
    guard let first = inside.first, let last = inside.last else { return false }
    let isAtEdge = [first, last].contains { glyphs[$0].kind != foreign && glyphs[$0].kind != .digit }
    if isAtEdge || !inside.contains(where: { glyphs[$0].kind == foreign }) { return true }
    let isTelling = { (glyph: BidiGlyph) in
      glyph.kind == own || glyph.kind == foreign || glyph.kind == .digit || glyph.isLineEnd
    }
    let (before, after) = (glyphs[..<first].last(where: isTelling), glyphs[(last + 1)...].first(where: isTelling))
    return [before, after].contains { $0.map { $0.kind == foreign || $0.kind == .digit } ?? false }
  }
}
