/// The text with CRLF, CR, NEL (U+0085), U+2028 and U+2029 as LF.
func withPlainLineEnds(_ text: [UInt8]) -> [UInt8] {
  var plain: [UInt8] = []
  plain.reserveCapacity(text.count)
  var index = 0
  while index < text.count {
    let length = lineEndLength(in: text, at: index)
    plain.append(length > 0 ? 0x0A : text[index])
    index += max(length, 1)
  }
  return plain
}

private func lineEndLength(in text: [UInt8], at index: Int) -> Int {
  switch text[index] {
  case 0x0D: index + 1 < text.count && text[index + 1] == 0x0A ? 2 : 1
  case 0xC2: index + 1 < text.count && text[index + 1] == 0x85 ? 2 : 0
  case 0xE2:
    index + 2 < text.count && text[index + 1] == 0x80 && (text[index + 2] == 0xA8 || text[index + 2] == 0xA9) ? 3 : 0
  default: 0
  }
}
