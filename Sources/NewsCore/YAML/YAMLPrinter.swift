/// Writes the narrow form of YAML that `YAMLNode.narrow` reads: the one way story files are printed.
public struct YAMLPrinter: Sendable {
  /// What was printed so far.
  public private(set) var text = ""

  /// Gives a printer that has printed nothing.
  public init() {}

  /// `key: "text"`, in quotes only where YAML or a tool that guesses types would misread it.
  public mutating func scalar(_ key: String, _ value: String, indent: Int = 0) {
    line(key, Self.scalar(value), indent: indent)
  }

  /// `key: value` for a value whose form is known to be safe and should keep its type, such as a date.
  public mutating func plain(_ key: String, _ value: String, indent: Int = 0) {
    line(key, value, indent: indent)
  }

  /// `key: [one, two]`.
  public mutating func list(_ key: String, _ values: [String]) {
    line(key, "[" + values.map { Self.scalar($0, inFlow: true) }.joined(separator: ", ") + "]", indent: 0)
  }

  /// `key:` before an indented map or list.
  public mutating func heading(_ key: String) { text += "\(key):\n" }

  /// One map of a list: `  - key: value`, the further keys below it.
  public mutating func listedMap(_ pairs: [(key: String, text: String)]) {
    for (index, pair) in pairs.enumerated() {
      text += (index == 0 ? "  - " : "    ") + "\(pair.key): \(pair.text)\n"
    }
  }

  private mutating func line(_ key: String, _ value: String, indent: Int) {
    text += String(repeating: " ", count: indent) + "\(key): \(value)\n"
  }

  /// The scalar as it stands after `key: `.
  public static func scalar(_ value: String, inFlow: Bool = false) -> String {
    var value = value
    let isSafe = value.withUTF8 { YAMLPlain.isSafe($0, inFlow: inFlow) }
    return isSafe && !YAMLPlain.looksTyped(value) ? value : quoted(value)
  }

  private static func quoted(_ value: String) -> String {
    var result = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if needsEscape(scalar.value) {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  private static func needsEscape(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
