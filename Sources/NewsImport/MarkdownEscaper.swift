/// Puts backslashes before the bytes of one paragraph that CommonMark would read as markup.
struct MarkdownEscaper {
  private let bytes: [UInt8]
  private var result: [UInt8] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    result.reserveCapacity(bytes.count + bytes.count / 16)
  }

  mutating func escape() -> String {
    let opening = openingEscape(in: bytes)
    var start = 0
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte < 0x80, Self.isSpecial[Int(byte)] || index == opening else { continue }
      guard index == opening || isMarkup(byte, at: index) else { continue }
      result += bytes[start..<index]
      result.append(UInt8(ascii: "\\"))
      start = index
    }
    if result.isEmpty { return String(decoding: bytes, as: UTF8.self) }
    result += bytes[start...]
    return String(decoding: result, as: UTF8.self)
  }

  private static let isSpecial: [Bool] = (0..<128).map { "\\`*_]<&".utf8.contains(UInt8($0)) }

  private func isMarkup(_ byte: UInt8, at index: Int) -> Bool {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
    switch byte {
    case UInt8(ascii: "\\"): return Self.isPunctuation(next) || index + 1 == bytes.count
    case UInt8(ascii: "`"): return true
    case UInt8(ascii: "*"): return next != 0x20 || index > 0 && bytes[index - 1] != 0x20
    case UInt8(ascii: "_"): return !isInsideWord(index)
    // With no `](`, `][` or `]:` left in a text, no bracket of it is a link, image or definition.
    case UInt8(ascii: "]"): return "([:".utf8.contains(next)
    case UInt8(ascii: "<"): return Self.isLetter(next) || "/!?".utf8.contains(next)
    case UInt8(ascii: "&"): return isEntity(at: index)
    default: return false
    }
  }

  // An underscore between two letters or digits is no emphasis in CommonMark; hashtags stay readable.
  private func isInsideWord(_ index: Int) -> Bool {
    guard index > 0, index + 1 < bytes.count else { return false }
    return isWord(before: index) && isWord(from: index + 1)
  }

  private func isWord(before index: Int) -> Bool {
    let last = bytes[index - 1]
    if last < 0x80 { return Self.isAlphanumeric(last) }
    guard index >= 2 else { return false }
    return Self.isRTLLetter(bytes[index - 2], last)
  }

  private func isWord(from index: Int) -> Bool {
    let first = bytes[index]
    if first < 0x80 { return Self.isAlphanumeric(first) }
    guard index + 1 < bytes.count else { return false }
    return Self.isRTLLetter(first, bytes[index + 1])
  }

  // Hebrew U+05D0–05EA and Arabic U+0620–064A, U+0660–0669, U+066E–06D3, in two bytes of UTF-8.
  private static func isRTLLetter(_ lead: UInt8, _ trail: UInt8) -> Bool {
    switch lead {
    case 0xD7: (0x90...0xAA).contains(trail)
    case 0xD8: trail >= 0xA0
    case 0xD9: trail <= 0x8A || (0xA0...0xA9).contains(trail) || trail >= 0xAE
    case 0xDA: true
    case 0xDB: trail <= 0x93
    default: false
    }
  }

  private func isEntity(at index: Int) -> Bool {
    var end = index + 1
    if end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
    let start = end
    while end < bytes.count, end - start < 40, Self.isAlphanumeric(bytes[end]) { end += 1 }
    return end > start && end < bytes.count && bytes[end] == UInt8(ascii: ";")
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }

  static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
