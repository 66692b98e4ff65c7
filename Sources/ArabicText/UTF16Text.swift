/// The UTF-8 of bytes in UTF-16.
/// - Throws: `DecodingTrouble` at a surrogate without its other half, an odd byte at the end, or a NUL.
func utf16Text(
  of bytes: [UInt8],
  from start: Int,
  _ encoding: Encoding
) throws(DecodingTrouble) -> [UInt8] {
  let high = encoding == .utf16BigEndian ? 0 : 1
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count)
  var index = start
  while index + 1 < bytes.count {
    let unit = UInt32(bytes[index + high]) << 8 | UInt32(bytes[index + 1 - high])
    switch unit {
    case 0: throw DecodingTrouble(reason: .nulByte, byteOffset: index, encoding: encoding)
    case 0xD800...0xDBFF:
      guard index + 3 < bytes.count, bytes[index + 2 + high] & 0xFC == 0xDC else {
        throw DecodingTrouble(reason: .brokenUTF16, byteOffset: index, encoding: encoding)
      }
      let low = UInt32(bytes[index + 2 + high]) << 8 | UInt32(bytes[index + 3 - high])
      append(0x1_0000 + (unit - 0xD800) << 10 + (low - 0xDC00), to: &text)
      index += 2
    case 0xDC00...0xDFFF: throw DecodingTrouble(reason: .brokenUTF16, byteOffset: index, encoding: encoding)
    default: append(unit, to: &text)
    }
    index += 2
  }
  if index < bytes.count { throw DecodingTrouble(reason: .brokenUTF16, byteOffset: index, encoding: encoding) }
  return text
}

/// The byte order of UTF-16 without a mark, where nine of ten code units are letters or signs of the scripts we know.
func unmarkedUTF16(_ bytes: [UInt8]) -> Encoding? {
  guard bytes.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
  var little = 0
  var big = 0
  let units = min(bytes.count, 4000) / 2
  for index in stride(from: 0, to: units * 2, by: 2) {
    if isCommonUnit(high: bytes[index + 1], low: bytes[index]) { little += 1 }
    if isCommonUnit(high: bytes[index], low: bytes[index + 1]) { big += 1 }
  }
  guard max(little, big) * 10 >= units * 9, little != big else { return nil }
  return little > big ? .utf16LittleEndian : .utf16BigEndian
}

private func isCommonUnit(high: UInt8, low: UInt8) -> Bool {
  switch high {
  case 0x00: low >= 0x20 || low == 0x0A || low == 0x0D || low == 0x09
  case 0x05, 0x06, 0xFB, 0xFC, 0xFE: true
  case 0x20: low < 0x70
  default: false
  }
}
