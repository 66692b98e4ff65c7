/// The stretches of a right-to-left text in which a foreign run can be, each with the letter before it: what stands
/// between two right-to-left letters and holds a letter of the other direction or a digit. Most of a text is in none.
///
/// nil where the text has direction controls, as these reach over letters.
func foreignStretches(of bytes: [UInt8]) -> [Range<Int>]? {
  bytes.withUnsafeBufferPointer { foreignStretches(of: $0) }
}

private func foreignStretches(of bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>]? {
  let raw = UnsafeRawBufferPointer(bytes)
  var found: [Range<Int>] = []
  var start = 0
  var isForeign = false
  var index = 0
  while index < bytes.count {
    if !isForeign, index + ArabicBlock.reach <= raw.count, !ArabicBlock(raw, at: index).holdsMore {
      index += 16
      continue
    }
    let end = min(index + 16, bytes.count)
    while index < end {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if byte & 0xC0 == 0x80 {
      } else if isForeign && isRightToLeftLetter(byte, next) {
        found.append(start..<index)
        start = index
        isForeign = false
      } else if byte == 0xE2, isDirectionControl(in: raw, at: index) {
        return nil
      } else if !isForeign && mayBeForeign(byte) && !isRightToLeftLetter(byte, next) {
        start = lastLetter(of: bytes, in: start..<index) ?? start
        isForeign = true
      }
      index += 1
    }
  }
  if isForeign { found.append(start..<bytes.count) }
  return found
}

/// Where the last right-to-left letter of the range begins.
private func lastLetter(of bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Int? {
  range.reversed().first { $0 + 1 < bytes.count && isRightToLeftLetter(bytes[$0], bytes[$0 + 1]) }
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
