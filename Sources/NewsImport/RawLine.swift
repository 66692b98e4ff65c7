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
  var text = text
  return text.withUTF8 { bytes in
    var lines: [RawLine] = []
    var start = 0
    for end in 0...bytes.count where end == bytes.count ? start < end : bytes[end] == 0x0A {
      let raw = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
      lines.append(RawLine(number: lines.count + 1, raw: raw))
      start = end + 1
    }
    return lines
  }
}
