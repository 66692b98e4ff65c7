/// What of a title goes into a slug: bytes of letters and digits, a hyphen for everything between them.
enum SlugLetters {
  /// Letters of every script, lowercase and NFC.
  static func kept(_ title: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(title.utf8.count)
    let scalars = Array(composed(lowercase(title)).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch role(of: scalar, at: index, in: scalars) {
      case .letter: append(SlugLetters.digit(scalar.value) ?? scalar.value, to: &bytes)
      case .mark where bytes.last ?? 0x2D != 0x2D: append(scalar.value, to: &bytes)
      case .mark, .nothing: break
      case .gap: bytes.append(0x2D)
      }
    }
    // What was left out between two scalars may have kept them from composing.
    return Array(composed(String(decoding: bytes, as: UTF8.self)).utf8)
  }

  /// ASCII letters and digits.
  static func latin(_ title: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for word in kept(title).split(separator: 0x2D) {
      bytes += Transliteration.latin(String(decoding: word, as: UTF8.self)) + [0x2D]
    }
    return bytes
  }

  private enum Role { case letter, mark, nothing, gap }

  private static func role(of scalar: Unicode.Scalar, at index: Int, in scalars: [Unicode.Scalar]) -> Role {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: return .letter
    case 0x27, 0x2019, 0x22, 0x05F3, 0x05F4: return isInside(index, scalars) ? .nothing : .gap
    case 0x200C: return .gap
    case 0xFDFA...0xFDFF: return .gap
    default: break
    }
    if SearchFolding.isDropped(scalar.value) { return .nothing }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter, .decimalNumber:
      return .letter
    case .nonspacingMark, .spacingMark: return .mark
    default: return .gap
    }
  }

  // An apostrophe joins letters of one word; a straight " only in Hebrew, elsewhere it quotes.
  private static func isInside(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    guard index > 0, index + 1 < scalars.count else { return false }
    let isHebrew = [index - 1, index + 1].allSatisfy { (0x05D0...0x05EA).contains(scalars[$0].value) }
    if isHebrew { return true }
    guard scalars[index] == "'" || scalars[index] == "\u{2019}" else { return false }
    return [index - 1, index + 1].allSatisfy { TextDirection.strong(scalars[$0]) == .ltr }
  }

  private static func digit(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x0660...0x0669: value - 0x0660 + 0x30
    case 0x06F0...0x06F9: value - 0x06F0 + 0x30
    default: nil
    }
  }

  // Lowercase scalar by scalar, presentation forms as letters; before composing, so that the result stays composed.
  private static func lowercase(_ title: String) -> String {
    var lower = String.UnicodeScalarView()
    for scalar in title.unicodeScalars {
      if scalar.value < 0x80 || (0x0590...0x06FF).contains(scalar.value) {
        lower.append(scalar.isASCII && (0x41...0x5A).contains(scalar.value) ? small(scalar) : scalar)
      } else if !(0xFDFA...0xFDFF).contains(scalar.value), let letters = PresentationForms.letters(of: scalar.value) {
        lower.append(contentsOf: letters.compactMap { Unicode.Scalar($0) })
      } else {
        lower.append(contentsOf: scalar == "İ" ? "i".unicodeScalars : scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(lower)
  }

  private static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(scalar.value) + 0x20)
  }
}
