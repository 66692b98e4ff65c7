/// Which texts may stand in YAML without quotes: asked by the printer before it writes and by the narrow reader before
/// it believes, so that both agree. Narrower than YAML 1.2 allows; what it refuses is written in double quotes.
enum YAMLPlain {
  /// Whether the text means itself when written plainly, in a block (`key: text`) or in a flow list (`[text]`).
  static func isSafe(_ text: UnsafeBufferPointer<UInt8>, inFlow: Bool) -> Bool {
    guard let first = text.first, let last = text.last, !forbiddenFirst[Int(first)] else { return false }
    guard last != UInt8(ascii: " "), last != UInt8(ascii: ":"), holdsOnlyPrintable(text) else { return false }
    var previous: UInt8 = 0
    for byte in text {
      if byte == UInt8(ascii: " "), previous == UInt8(ascii: ":") { return false }
      if byte == UInt8(ascii: "#"), previous == UInt8(ascii: " ") { return false }
      if byte < 0x20 || (inFlow && isFlowByte(byte)) { return false }
      previous = byte
    }
    return true
  }

  /// Whether other YAML tools would read the plain text as a number, a truth value, a date or nothing.
  static func looksTyped(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    if typedWords.contains(text.lowercased()) { return true }
    return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) || first == UInt8(ascii: "+")
      || first == UInt8(ascii: ".")
  }

  /// Whether every character is one that YAML's reader takes unescaped. With `escaped`, characters that came from
  /// `\u` escapes are taken too.
  static func holdsOnlyPrintable(_ text: UnsafeBufferPointer<UInt8>, escaped: Bool = false) -> Bool {
    if escaped { return true }
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x20 && byte != 0x09 || byte == 0x7F { return false }
      // U+0080–U+009F, U+2028, U+2029, U+FEFF, U+FFFE, U+FFFF and the private planes are written as escapes.
      if byte == 0xC2, index + 1 < text.count, text[index + 1] < 0xA0 { return false }
      if byte == 0xE2, index + 2 < text.count, text[index + 1] == 0x80,
        text[index + 2] == 0xA8 || text[index + 2] == 0xA9
      {
        return false
      }
      if byte == 0xEF, index + 2 < text.count, text[index + 1] == 0xBB || text[index + 1] == 0xBF {
        if text[index + 2] == 0xBF || text[index + 2] == 0xBE { return false }
      }
      index += 1
    }
    return true
  }

  private static func isFlowByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: ":"), UInt8(ascii: "\""):
      true
    default: false
    }
  }

  private static let forbiddenFirst: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in " \t-?:,[]{}#&*!|>'\"%@`.~=<".utf8 { table[Int(byte)] = true }
    return table
  }()

  private static let typedWords: Set<String> = [
    "true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf",
  ]
}
