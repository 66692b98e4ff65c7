/// The offset of the first byte that is not part of well-formed UTF-8 (Unicode table 3-7), or nil.
func firstInvalidUTF8(in bytes: [UInt8], from start: Int = 0) -> Int? {
  var index = start
  while index < bytes.count {
    if bytes[index] < 0x80 {
      index += 1
      continue
    }
    let length = sequenceLength(in: bytes, at: index)
    if length == 0 { return index }
    index += length
  }
  return nil
}

/// The length of the well-formed sequence of two to four bytes at `index`; 0 where there is none.
@inline(__always)
func sequenceLength<Bytes: RandomAccessCollection>(in bytes: Bytes, at index: Int) -> Int
where Bytes.Element == UInt8, Bytes.Index == Int {
  let lead = bytes[index]
  switch lead {
  case 0xC2...0xDF:
    return isTrail(bytes, index + 1) ? 2 : 0
  case 0xE0...0xEF:
    guard isTrail(bytes, index + 1), isTrail(bytes, index + 2) else { return 0 }
    let second = bytes[index + 1]
    return lead == 0xE0 && second < 0xA0 || lead == 0xED && second > 0x9F ? 0 : 3
  case 0xF0...0xF4:
    guard isTrail(bytes, index + 1), isTrail(bytes, index + 2), isTrail(bytes, index + 3) else { return 0 }
    let second = bytes[index + 1]
    return lead == 0xF0 && second < 0x90 || lead == 0xF4 && second > 0x8F ? 0 : 4
  default:
    return 0
  }
}

@inline(__always)
private func isTrail<Bytes: RandomAccessCollection>(_ bytes: Bytes, _ index: Int) -> Bool
where Bytes.Element == UInt8, Bytes.Index == Int {
  index < bytes.count && bytes[index] & 0xC0 == 0x80
}
