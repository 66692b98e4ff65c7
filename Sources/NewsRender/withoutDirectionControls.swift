import ArabicText

/// Markup without U+202A to U+202E and U+2066 to U+2069, wherever they stand: in code, in the title of a link, or made from
/// a reference such as `&#x202E;`. What they meant is `<bdi>` by now (A-B5).
func withoutDirectionControls(_ markup: [UInt8]) -> [UInt8] {
  guard markup.withUnsafeBufferPointer(holdsDirectionControl) else { return markup }
  return markup.withUnsafeBytes { bytes in
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0xE2, isDirectionControl(in: bytes, at: index) {
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}
