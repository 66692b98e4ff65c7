#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A stretch of a line that stands in a direction of its own.
public struct Isolate: Sendable, Hashable {
  /// Bytes of the line's UTF-8.
  public var range: Range<Int>
  /// nil: the direction of its first letter.
  public var direction: TextDirection?

  /// Gives a stretch of bytes with its direction, nil for that of its first letter.
  public init(range: Range<Int>, direction: TextDirection?) {
    self.range = range
    self.direction = direction
  }
}

/// The stretches of a line to be wrapped in `<bdi dir="…">`, in order and apart: what `isolationRuns` finds, and what an
/// author has put between U+2066…U+2068 and U+2069, or U+202A, U+202B, U+202D, U+202E and U+202C, the outermost pair.
///
/// The controls themselves stand outside the ranges or inside an outer one; `droppingDirectionControls` takes them away
/// (W3C, "Unicode controls vs. markup for bidi support": markup is better wherever there can be markup).
public func isolates(in text: String, base: TextDirection, isolatingRanges: Bool = false) -> [Isolate] {
  mayNeedIsolation(text, base: base)
    ? isolates(in: Array(text.utf8), base: base, isolatingRanges: isolatingRanges) : []
}

/// The same in the UTF-8 of a line in which something may have to be isolated.
public func isolates(in line: [UInt8], base: TextDirection, isolatingRanges: Bool) -> [Isolate] {
  let found = isolationRuns(in: line, base: base, isolatingRanges: isolatingRanges).map {
    Isolate(range: $0, direction: base.opposite)
  }
  guard line.withUnsafeBufferPointer(holdsDirectionControl) else { return found }
  return (found + explicitIsolates(in: line)).sorted { $0.range.lowerBound < $1.range.lowerBound }
}

/// The text without embeddings, overrides and isolates (U+202A to U+202E, U+2066 to U+2069).
public func droppingDirectionControls(_ text: String) -> String {
  var text = text
  guard text.withUTF8(holdsDirectionControl) else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isDirectionControl($0.value) }))
}

/// Whether a text in UTF-8 holds an embedding, override or isolate, at the speed of the C library.
public func holdsDirectionControl(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var rest = UnsafeRawBufferPointer(bytes)
  while let base = rest.baseAddress, let found = memchr(base, 0xE2, rest.count) {
    let place = UnsafeRawPointer(found) - base
    if isDirectionControl(in: rest, at: place) { return true }
    rest = UnsafeRawBufferPointer(rebasing: rest[(place + 1)...])
  }
  return false
}

/// Whether a control of directions begins at a byte, which is E2.
public func isDirectionControl(in bytes: UnsafeRawBufferPointer, at index: Int) -> Bool {
  guard index + 2 < bytes.count else { return false }
  switch bytes[index + 1] {
  case 0x80: return (0xAA...0xAE).contains(bytes[index + 2])
  case 0x81: return (0xA6...0xA9).contains(bytes[index + 2])
  default: return false
  }
}

private func explicitIsolates(in bytes: [UInt8]) -> [Isolate] {
  var found: [Isolate] = []
  var depth = 0
  var outermost: (start: Int, direction: TextDirection?) = (0, nil)
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
