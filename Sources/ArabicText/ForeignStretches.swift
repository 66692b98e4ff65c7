/// The stretches of a right-to-left text in which a foreign run can be, each with the letter before it: what stands
/// between two right-to-left letters and holds a letter of the other direction or a digit. Most of a text is in none.
///
/// nil where the text has direction controls, as these reach over letters.
func foreignStretches(of bytes: [UInt8]) -> [Range<Int>]? {
  var found: [Range<Int>] = []
  var start = 0
  var isForeign = false
  for (index, byte) in bytes.enumerated() {
    if byte & 0xC0 == 0x80 { continue }
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    if isRightToLeftLetter(byte, next) {
      if isForeign { found.append(start..<index) }
      start = index
      isForeign = false
    } else if byte == 0xE2, next == 0x80 || next == 0x81, index + 2 < bytes.count,
      isDirectionControl(scalar(in: bytes, at: index).value)
    {
      return nil
    } else if mayBeForeign(byte) {
      isForeign = true
    }
  }
  if isForeign { found.append(start..<bytes.count) }
  return found
}

/// Letters of Arabic and Hebrew in two bytes, with tatweel; digits, marks and signs among them are none.
@inline(__always)
private func isRightToLeftLetter(_ byte: UInt8, _ next: UInt8) -> Bool {
  switch byte {
  case 0xD8: next >= 0xA0
  case 0xD9: next <= 0x8A || next >= 0xB1
  case 0xDA: true
  case 0xDB: next <= 0x93
  case 0xD7: (0x90...0xAA).contains(next)
  default: false
  }
}

@inline(__always)
private func mayBeForeign(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC3...0xD6, 0xD9, 0xDB, 0xE0, 0xE1, 0xE3...0xF4: true
  default: false
  }
}
