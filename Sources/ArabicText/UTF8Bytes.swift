/// The scalar that begins at `index` of valid UTF-8, and how many bytes it has.
func scalar(in bytes: [UInt8], at index: Int) -> (value: UInt32, length: Int) {
  let byte = bytes[index]
  if byte < 0x80 { return (UInt32(byte), 1) }
  if byte < 0xE0 { return (UInt32(byte & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), 2) }
  let middle = UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
  if byte < 0xF0 { return (UInt32(byte & 0x0F) << 12 | middle, 3) }
  return (UInt32(byte & 0x07) << 18 | middle << 6 | UInt32(bytes[index + 3] & 0x3F), 4)
}

/// Appends a scalar value as UTF-8.
func append(_ value: UInt32, to bytes: inout [UInt8]) {
  if value < 0x80 {
    bytes.append(UInt8(value))
  } else if value < 0x800 {
    bytes.append(UInt8(0xC0 | value >> 6))
    bytes.append(UInt8(0x80 | value & 0x3F))
  } else if value < 0x1_0000 {
    bytes.append(UInt8(0xE0 | value >> 12))
    bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | value & 0x3F))
  } else {
    bytes.append(UInt8(0xF0 | value >> 18))
    bytes.append(UInt8(0x80 | value >> 12 & 0x3F))
    bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | value & 0x3F))
  }
}
