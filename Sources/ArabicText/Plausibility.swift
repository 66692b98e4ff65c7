/// How much a reading of bytes in a one-byte encoding looks like Arabic or Hebrew that people write.
enum Plausibility {
  /// The mean mark of the bytes from 0x80 on, about -1...2; nil where a byte has no meaning in the encoding.
  static func score(_ bytes: [UInt8], _ table: LegacyTable) -> (mean: Double, count: Int)? {
    var sum = 0.0
    var count = 0
    var before: UInt32 = 0x20
    for byte in bytes {
      var value = UInt32(byte)
      if byte >= 0x80 {
        value = UInt32(table.upper[Int(byte) - 0x80])
        if value == 0 { return nil }
        sum += mark(value, after: before)
        count += 1
      } else if isASCIILetter(value), isRightToLeft(before) {
        sum -= 1
      }
      before = value
    }
    return count == 0 ? nil : (sum / Double(count), count)
  }

  private static func mark(_ value: UInt32, after before: UInt32) -> Double {
    switch value {
    case 0x0640: return isRightToLeft(before) ? 0.2 : -0.5
    case 0x0621...0x064A, 0x05D0...0x05EA:
      if isASCIILetter(before) || isAccented(before) { return -1 }
      let pair = value == 0x0644 && before == 0x0627 ? 1.0 : 0
      return pair + (frequent.contains(value) ? 1 : rare.contains(value) ? 0.1 : 0.6)
    case 0x064B...0x0652, 0x05B0...0x05C2: return isRightToLeft(before) ? 0.3 : -1
    case 0x060C, 0x061B, 0x061F: return isRightToLeft(before) ? 0.5 : -0.2
    case 0x0660...0x0669: return 0.4
    case 0x0671...0x06D5: return isRightToLeft(before) ? 0.1 : -0.2
    case 0xA0, 0xAB, 0xBB, 0x2010...0x2026: return 0.1
    case 0xC0...0x024F: return isASCIILetter(before) ? 0.2 : isRightToLeft(before) ? -1.5 : -0.2
    default: return -0.5
    }
  }

  private static let frequent = Set("ايلمنورتبةهعدسيוהלאמרשת".unicodeScalars.map(\.value))
  private static let rare = Set("ظذثغضطئؤآءז".unicodeScalars.map(\.value))

  private static func isASCIILetter(_ value: UInt32) -> Bool {
    (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
  }

  private static func isAccented(_ value: UInt32) -> Bool {
    (0xC0...0x024F).contains(value)
  }

  private static func isRightToLeft(_ value: UInt32) -> Bool {
    (0x05B0...0x06D5).contains(value)
  }
}
