import ArabicText

/// Markup without U+202A to U+202E and U+2066 to U+2069, wherever they stand: in code, in the title of a link, or made from
/// a reference such as `&#x202E;`. What they meant is `<bdi>` by now (A-B5).
func withoutDirectionControls(_ markup: [UInt8]) -> [UInt8] {
  guard markup.withUnsafeBufferPointer(holdsDirectionControl) else { return markup }
  var result: [UInt8] = []
  result.reserveCapacity(markup.count)
  var index = 0
  while index < markup.count {
    if isDirectionControl(at: index, in: markup) {
      index += 3
    } else {
      result.append(markup[index])
      index += 1
    }
  }
  return result
}

@inline(__always)
private func isDirectionControl(at index: Int, in bytes: [UInt8]) -> Bool {
  guard bytes[index] == 0xE2, index + 2 < bytes.count else { return false }
  switch bytes[index + 1] {
  case 0x80: return (0xAA...0xAE).contains(bytes[index + 2])
  case 0x81: return (0xA6...0xA9).contains(bytes[index + 2])
  default: return false
  }
}
