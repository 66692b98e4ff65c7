/// A page of HTML, cut into tags and text from its beginning to its end. It forgives what browsers forgive.
struct PageReader: Sendable {
  /// A part of the page.
  enum Piece: Sendable, Hashable {
    /// Text between tags, its references not yet resolved.
    case text(String)
    /// Names in lower case; values with their references resolved.
    case opening(String, attributes: [String: String])
    case closing(String)
  }

  private let bytes: [UInt8]
  private var index = 0
  /// The line, from 1, on which the last piece began.
  private(set) var line = 1
  private var counted = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next part; nil at the end. What stands in `script` and `style` is passed over, and so are comments.
  mutating func next() -> Piece? {
    while index < bytes.count {
      countLines()
      guard bytes[index] == UInt8(ascii: "<") else { return text() }
      let following = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch following {
      case UInt8(ascii: "!"), UInt8(ascii: "?"): skip(past: isComment ? "-->" : ">")
      case UInt8(ascii: "/"):
        index += 2
        let name = word()
        skip(past: ">")
        return .closing(name)
      case 0x41...0x5A, 0x61...0x7A: return opening()
      default: return text()
      }
    }
    return nil
  }

  private var isComment: Bool { bytes[index...].starts(with: "<!--".utf8) }

  private mutating func countLines() {
    line += bytes[counted..<index].count { $0 == 0x0A }
    counted = index
  }

  private mutating func text() -> Piece {
    let end = bytes[(index + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    defer { index = end }
    return .text(String(decoding: bytes[index..<end], as: UTF8.self))
  }

  private mutating func opening() -> Piece {
    index += 1
    let name = word()
    var attributes: [String: String] = [:]
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if " \t\n\r/".utf8.contains(bytes[index]) { index += 1 } else { readAttribute(&attributes) }
    }
    index = min(bytes.count, index + 1)
    if name == "script" || name == "style" { skip(to: "</\(name)") }
    return .opening(name, attributes: attributes)
  }

  private mutating func readAttribute(_ attributes: inout [String: String]) {
    let start = index
    index += 1
    while index < bytes.count, !" \t\n\r/>=".utf8.contains(bytes[index]) { index += 1 }
    let name = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
    skipSpaces()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return attributes[name] = "" }
    index += 1
    skipSpaces()
    let mark = index < bytes.count ? bytes[index] : 0
    let isQuoted = mark == 0x22 || mark == 0x27
    if isQuoted { index += 1 }
    let end = bytes[min(index, bytes.count)...].firstIndex { isQuoted ? $0 == mark : " \t\n\r>".utf8.contains($0) }
    let value = bytes[index..<(end ?? bytes.count)]
    index = (end ?? bytes.count) + (isQuoted ? 1 : 0)
    attributes[name] = resolvingReferences(String(decoding: value, as: UTF8.self))
  }

  private mutating func skipSpaces() {
    while index < bytes.count, " \t\n\r".utf8.contains(bytes[index]) { index += 1 }
  }

  private mutating func word() -> String {
    let start = index
    while index < bytes.count, !" \t\n\r/>".utf8.contains(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
  }

  private mutating func skip(past mark: String) {
    skip(to: mark)
    index = min(bytes.count, index + mark.utf8.count)
  }

  private mutating func skip(to mark: String) {
    let mark = Array(mark.utf8)
    while index < bytes.count, !bytes[index...].starts(with: mark) { index += 1 }
  }
}

/// The text with the references that pages of this program hold, and numeric ones, as characters.
func resolvingReferences(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
  return text.replacing(#/&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|amp|lt|gt|quot|apos|nbsp);/#) { match in
    let name = match.1
    let named = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}"][name]
    let digits = name.dropFirst(name.hasPrefix("#x") ? 2 : 1)
    let scalar = UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10).flatMap(Unicode.Scalar.init)
    return named ?? scalar.map { String($0) } ?? String(match.0)
  }
}
