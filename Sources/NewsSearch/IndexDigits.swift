/// Numbers in the index's files: groups of five bits, the lowest first, each one character of RFC 4648's base64url
/// alphabet; a character from `g` on says that more follow. Text, because web hosts compress text.
enum IndexDigits {
  static let alphabetText = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
  private static let alphabet = Array(alphabetText.utf8)
  /// The character of a number below 64.
  static func digit(_ value: UInt64) -> UInt8 { alphabet[Int(value)] }
  /// The number of a character.
  static func value(_ byte: UInt8) -> UInt8? { values[Int(byte)] == 255 ? nil : values[Int(byte)] }

  private static let values: [UInt8] = (0...255).map { byte in
    alphabet.firstIndex(of: UInt8(byte)).map { UInt8($0) } ?? 255
  }

  static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 32 {
      bytes.append(alphabet[Int(rest & 31 | 32)])
      rest >>= 5
    }
    bytes.append(alphabet[Int(rest)])
  }

  static func text(_ number: UInt32) -> String {
    var bytes: [UInt8] = []
    append(number, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The numbers in a stretch of bytes; nil where it holds anything else.
  static func numbers(in bytes: ArraySlice<UInt8>) -> [UInt32]? {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(bytes.count)
    var (number, shift) = (UInt32(0), UInt32(0))
    for byte in bytes {
      let value = values[Int(byte)]
      guard value != 255, shift <= 30 else { return nil }
      number |= UInt32(value & 31) << shift
      shift += 5
      if value < 32 {
        numbers.append(number)
        (number, shift) = (0, 0)
      }
    }
    return shift == 0 ? numbers : nil
  }
}
