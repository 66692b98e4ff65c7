/// Letters that stand in old encodings as shaped glyphs: Hebrew U+FB1D–FB4F, Arabic U+FB50–FDFF and U+FE70–FEFF.
enum PresentationForms {
  /// The letters a presentation form stands for; nil for any other code point, U+FEFF among them.
  static func letters(of value: UInt32) -> [UInt16]? {
    switch value {
    case 0xFB1D..<0xFB50: hebrewTable[Int(value - 0xFB1D)]
    case 0xFB50..<0xFE00: arabicATable[Int(value - 0xFB50)]
    case 0xFE70..<0xFF00: arabicBTable[Int(value - 0xFE70)]
    default: nil
    }
  }

  private static let hebrewTable = parsed(hebrew)
  private static let arabicATable = parsed(arabicA)
  private static let arabicBTable = parsed(arabicB)

  private static func parsed(_ table: String) -> [[UInt16]?] {
    var rows: [[UInt16]?] = []
    for word in table.split(separator: " ") {
      let parts = word.split(separator: "x")
      let times = parts.count == 2 ? Int(parts[1]) ?? 1 : 1
      rows += Array(repeating: parts[0] == "-" ? nil : scalars(Array(parts[0])), count: times)
    }
    return rows
  }

  private static func scalars(_ hex: [Character]) -> [UInt16] {
    stride(from: 0, to: hex.count, by: 4).compactMap { UInt16(String(hex[$0..<min($0 + 4, hex.count)]), radix: 16) }
  }
}
