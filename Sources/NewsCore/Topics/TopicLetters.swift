import ArabicText

/// What the search makes of each single character up to U+07FF and of the signs U+2000 to U+22FF, asked of
/// `ArabicText` once and kept in a table, so that words can be told apart without building a string for each.
enum TopicLetters {
  /// The part a character plays; the letter it is in the search form stands in the lower bits of an entry.
  enum Kind: UInt32 {
    /// Anything that the table cannot speak for: then the whole text is given to `words(in:)`.
    case unknown = 0
    case separator = 0x100_0000
    case joiner = 0x200_0000
    case digit = 0x300_0000
    case letter = 0x400_0000
    case rtlLetter = 0x500_0000
    /// ' ’ " and their like, which join or part by what stands around them.
    case quote = 0x600_0000
  }

  static let letterMask: UInt32 = 0xFF_FFFF

  /// Entries for 0 to 0x7FF, then for 0x2000 to 0x22FF.
  static let table: [UInt32] = (Array(0..<0x800) + Array(0x2000..<0x2300)).map(entry)

  private static func entry(_ value: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(value) else { return Kind.unknown.rawValue }
    let text = String(scalar)
    if joins(text, "o", "n") || joins(text, "א", "ב") { return isJoiner(text) ? Kind.joiner.rawValue : quote(text) }
    let alone = words(in: text)
    if alone.isEmpty { return isSeparator(text) ? Kind.separator.rawValue : Kind.unknown.rawValue }
    guard alone.count == 1, let letter = alone[0].normal.unicodeScalars.first, alone[0].normal.unicodeScalars.count == 1
    else { return Kind.unknown.rawValue }
    return kind(text).rawValue | letter.value
  }

  // A joiner that could change the letter before it (hamza above) is none here.
  private static func isJoiner(_ text: String) -> Bool {
    ["او", "وب", "يه", "هم", "ےب", "oe", "אב", "ии"].allSatisfy { pair in
      let letters = pair.unicodeScalars.map { String($0) }
      let alone = words(in: pair).map(\.normal)
      return words(in: letters[0] + text + letters[1]).map(\.normal) == alone && alone.count == 1
    }
  }

  private static func quote(_ text: String) -> UInt32 {
    words(in: text).isEmpty && !joins(text, "ب", "ب") ? Kind.quote.rawValue : Kind.unknown.rawValue
  }

  private static func isSeparator(_ text: String) -> Bool {
    words(in: "ب\(text)ب").count == 2 && words(in: "a\(text)a").count == 2 && words(in: "1\(text)1").count == 2
  }

  private static func joins(_ text: String, _ left: String, _ right: String) -> Bool {
    words(in: text).isEmpty && words(in: left + text + right).count == 1
  }

  private static func kind(_ text: String) -> Kind {
    if words(in: text + "1").count == 2 { return .rtlLetter }
    return words(in: text + "ب").count == 2 && words(in: "ב" + text).count == 2 && words(in: text + "a").count == 1
      && Digits.ascii(text).utf8.allSatisfy { (0x30...0x39).contains($0) } ? .digit : .letter
  }
}
