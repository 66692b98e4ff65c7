/// Mends the lines of a text that are UTF-8 read in a one-byte encoding and saved as UTF-8 again («Ø§Ù„…», «ط§ظ„…»).
///
/// A line is mended only where every character of it goes back to a byte, the bytes are UTF-8 again, and what comes out
/// has two letters from right to left or a sign of typography. Up to three times over, because that happens.
func mendTwiceEncoded(_ text: [UInt8], _ tally: inout NoteTally) -> [UInt8] {
  var mended: [UInt8] = []
  mended.reserveCapacity(text.count)
  var number = 1
  var start = 0
  for end in 0...text.count where end == text.count || text[end] == 0x0A {
    let line = text[start..<end]
    if let better = mendedLine(line) {
      tally.add(.twiceEncoded, line: number)
      mended += better
    } else {
      if isDamaged(line) { tally.add(.damagedTwiceEncoded, line: number) }
      mended += line
    }
    if end < text.count { mended.append(0x0A) }
    start = end + 1
    number += 1
  }
  return mended.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(mended[3...]) : mended
}

private func mendedLine(_ line: ArraySlice<UInt8>) -> [UInt8]? {
  var best: [UInt8]?
  var current = String(decoding: line, as: UTF8.self)
  for _ in 0..<3 {
    guard let bytes = onceDecoded(current, latinByte) ?? onceDecoded(current, LegacyTable.windows1256.byte) else {
      break
    }
    current = String(decoding: bytes, as: UTF8.self)
    if isPlausible(current) { best = bytes }
  }
  return best
}

private func onceDecoded(_ line: String, _ byte: (Unicode.Scalar) -> UInt8?) -> [UInt8]? {
  var bytes: [UInt8] = []
  var hasWide = false
  for scalar in line.unicodeScalars {
    guard let value = byte(scalar) else { return nil }
    hasWide = hasWide || value >= 0x80
    bytes.append(value)
  }
  return hasWide && firstInvalidUTF8(in: bytes) == nil ? bytes : nil
}

// Latin-1 and Windows-1252 at once: where the second has a sign, the first has a control character.
private func latinByte(_ scalar: Unicode.Scalar) -> UInt8? {
  scalar.value < 0x100 ? UInt8(scalar.value) : LegacyTable.windows1252.byte(of: scalar)
}

private func isPlausible(_ text: String) -> Bool {
  var letters = 0
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x05D0...0x05EA, 0x0621...0x064A, 0x066E...0x06D5: letters += 1
    case 0x2010...0x2026, 0xFEFF: return true
    case 0xA0, 0xA9, 0xAB, 0xBB, 0xB0, 0xC0...0x017F: letters += 1
    default: break
    }
  }
  return letters >= 2
}

// Three times Ø or Ù with a sign behind it.
private func isDamaged(_ line: ArraySlice<UInt8>) -> Bool {
  var pairs = 0
  var index = line.startIndex
  while index + 2 < line.endIndex {
    if line[index] == 0xC3, line[index + 1] == 0x98 || line[index + 1] == 0x99,
      line[index + 2] == 0xC2 || line[index + 2] == 0xE2
    {
      pairs += 1
    }
    index += 1
  }
  return pairs >= 3
}
