/// One line of a raw file, without its line end and without white space around it.
struct RawLine: Sendable {
  /// Counted from 1 in the raw file.
  let number: Int
  /// As it stands in the file, but for what was mended.
  let raw: String
  /// Without white space at its ends.
  let text: String

  init(number: Int, raw: String) {
    self.number = number
    self.raw = raw
    text = trimmed(raw)
  }

  var isBlank: Bool { text.isEmpty }
}

/// The lines of a text whose lines end with LF.
func splitLines(_ text: String) -> [RawLine] {
  var lines: [RawLine] = []
  var start = text.startIndex
  let bytes = text.utf8
  while let end = bytes[start...].firstIndex(of: 0x0A) {
    lines.append(RawLine(number: lines.count + 1, raw: String(text[start..<end])))
    start = bytes.index(after: end)
  }
  if start < text.endIndex { lines.append(RawLine(number: lines.count + 1, raw: String(text[start...]))) }
  return lines
}
