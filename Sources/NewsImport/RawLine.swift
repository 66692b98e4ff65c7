/// One line of a raw file, without its line end and without white space around it.
struct RawLine: Sendable {
  /// Counted from 1 in the raw file.
  let number: Int
  /// As it stands in the file.
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

/// The lines of valid UTF-8: ended by LF, CRLF, CR, NEL, U+2028 or U+2029.
func splitLines(_ bytes: [UInt8]) -> [RawLine] {
  var lines: [RawLine] = []
  var start = 0
  var index = 0
  while index < bytes.count {
    let length = lineEnd(bytes, at: index)
    if length == 0 {
      index += 1
      continue
    }
    lines.append(RawLine(number: lines.count + 1, raw: String(decoding: bytes[start..<index], as: UTF8.self)))
    index += length
    start = index
  }
  if start < bytes.count {
    lines.append(RawLine(number: lines.count + 1, raw: String(decoding: bytes[start...], as: UTF8.self)))
  }
  return lines
}

// How many bytes of a line end begin here; 0 where none does.
private func lineEnd(_ bytes: [UInt8], at index: Int) -> Int {
  switch bytes[index] {
  case 0x0A: return 1
  case 0x0D: return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
  case 0xC2: return index + 1 < bytes.count && bytes[index + 1] == 0x85 ? 2 : 0
  case 0xE2:
    guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
    return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? 3 : 0
  default: return 0
  }
}
