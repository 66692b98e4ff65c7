/// The part a scalar plays in a run of letters and digits.
enum WordClass: UInt8 {
  /// Ends a word.
  case separator
  /// A letter that digits may touch: G20, covid19.
  case letter
  /// A letter of Arabic, Hebrew or another script from right to left; digits beside it are a word of their own.
  case rtlLetter
  case digit
  /// Continues a word but begins none: marks, tatweel, ZWNJ, invisible controls.
  case joiner
  /// Inside a word between two `letter`s: O'Neill.
  case apostrophe
  /// Inside a word between two Hebrew letters: צה״ל.
  case gershayim

  static func of(_ value: UInt32) -> WordClass {
    switch value {
    case 0..<0x80: ascii[Int(value)]
    case 0x80..<0x800: twoByte[Int(value)]
    default: wide(value)
    }
  }

  private static let ascii: [WordClass] = (0..<0x80).map { value in
    switch value {
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x27: .apostrophe
    case 0x22: .gershayim
    default: .separator
    }
  }

  private static let twoByte: [WordClass] = (0..<0x800).map { Unicode.Scalar($0).map(slow) ?? .separator }

  private static func wide(_ value: UInt32) -> WordClass {
    switch value {
    case 0x2019: return .apostrophe
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: return .joiner
    case 0x2010...0x205F, 0x3000...0x3003: return .separator
    // Glyphs of whole phrases and the rial sign are symbols, though Unicode counts some as letters.
    case 0xFDFA...0xFDFF: return .separator
    // Glyphs of a mark standing alone.
    case 0xFC5E...0xFC63, 0xFCF2...0xFCF4, 0xFE70...0xFE7F: return .joiner
    default: return Unicode.Scalar(value).map(slow) ?? .separator
    }
  }

  private static func slow(_ scalar: Unicode.Scalar) -> WordClass {
    if SearchFolding.isDropped(scalar.value) { return .joiner }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter:
      return TextDirection.strong(scalar) == .rtl ? .rtlLetter : .letter
    case .nonspacingMark, .spacingMark, .enclosingMark: return .joiner
    case .decimalNumber: return .digit
    default: return scalar.value == 0x05F3 || scalar.value == 0x05F4 ? .gershayim : .separator
    }
  }
}
