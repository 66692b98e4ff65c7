/// An encoding of one byte a character whose lower half is ASCII.
struct LegacyTable: Sendable {
  /// Scalars of the bytes 0x80 to 0xFF; 0 where there is none.
  let upper: [UInt16]
  private let bytes: [UInt16: UInt8]

  init(_ hexadecimal: String) {
    upper = hexadecimal.split(separator: " ").map { UInt16($0, radix: 16) ?? 0 }
    precondition(upper.count == 128, "a table has \(upper.count) rows")
    var bytes: [UInt16: UInt8] = [:]
    for (row, value) in upper.enumerated() where value >= 0x80 && bytes[value] == nil {
      bytes[value] = UInt8(0x80 + row)
    }
    self.bytes = bytes
  }

  /// The text of the bytes, or the offset of the first byte that has no meaning.
  func decode(_ source: ArraySlice<UInt8>) -> (text: [UInt8], undefined: Int?) {
    var text: [UInt8] = []
    text.reserveCapacity(source.count * 2)
    for (offset, byte) in zip(source.indices, source) {
      if byte < 0x80 {
        text.append(byte)
      } else {
        let value = upper[Int(byte) - 0x80]
        guard value != 0 else { return (text, offset) }
        append(UInt32(value), to: &text)
      }
    }
    return (text, nil)
  }

  /// The byte of a scalar in this encoding.
  func byte(of scalar: Unicode.Scalar) -> UInt8? {
    scalar.value < 0x80 ? UInt8(scalar.value) : UInt16(exactly: scalar.value).flatMap { bytes[$0] }
  }

  /// The bytes of a text in this encoding; nil where it has no byte for some scalar.
  func encode(_ text: String) -> [UInt8]? {
    var encoded: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let byte = byte(of: scalar) else { return nil }
      encoded.append(byte)
    }
    return encoded
  }
}
