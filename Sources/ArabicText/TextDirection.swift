/// Which way lines of text run.
public enum TextDirection: String, Sendable {
  case rtl, ltr

  /// The other one.
  public var opposite: TextDirection { self == .rtl ? .ltr : .rtl }

  /// The direction of a language's script: of the script named in the tag, else of the one CLDR takes as likely.
  public static func of(languageTag: String) -> TextDirection {
    let tag = LanguageTag(languageTag)
    if !tag.script.isEmpty { return rtlScripts.contains(tag.script) ? .rtl : .ltr }
    if rtlLanguages.contains(tag.language) { return .rtl }
    return rtlCountries[tag.language]?.contains(tag.region) == true ? .rtl : .ltr
  }

  /// The direction of most letters of the text (bidi classes L, R and AL); rtl in a tie, nil without any letter.
  public static func dominant(in text: some StringProtocol) -> TextDirection? {
    var right = 0
    var left = 0
    for scalar in text.unicodeScalars {
      switch strong(scalar) {
      case .rtl: right += 1
      case .ltr: left += 1
      case nil: break
      }
    }
    return right + left == 0 ? nil : right >= left ? .rtl : .ltr
  }

  /// The direction of the first letter of the text, nil without any: what a program takes for that of a bare text.
  public static func first(in text: some StringProtocol) -> TextDirection? {
    for scalar in text.unicodeScalars {
      if let direction = strong(scalar) { return direction }
    }
    return nil
  }

  /// The direction of a letter; nil for digits, marks, punctuation and symbols.
  static func strong(_ scalar: Unicode.Scalar) -> TextDirection? {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: return .ltr
    case 0..<0xAA: return nil
    case 0x0620...0x063F, 0x0641...0x064A, 0x0671...0x06D3: return .rtl
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      return isLetter(scalar) ? .rtl : nil
    default: return isLetter(scalar) ? .ltr : nil
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter: true
    default: false
    }
  }

  private static let rtlScripts: Set<String> = [
    "adlm", "arab", "aran", "armi", "avst", "hebr", "mand", "mani", "mend", "nkoo", "phnx", "rohg", "samr", "sarb",
    "sogd", "syrc", "thaa", "yezi",
  ]
  private static let rtlLanguages: Set<String> = [
    "acm", "aeb", "aii", "apc", "apd", "ar", "arc", "arq", "ars", "ary", "arz", "azb", "bal", "bqi", "brh", "ckb", "dv",
    "fa", "glk", "he", "khw", "ks", "lad", "lah", "lki", "lrc", "mzn", "nqo", "ota", "pbt", "prs", "ps", "rhg", "sd",
    "sdh", "skr", "syr", "ug", "ur", "yi",
  ]
  // Languages of several scripts, and the countries that write them from right to left (CLDR likely subtags; ku also
  // in Iraq and Iran, where its papers use the Arabic script).
  private static let rtlCountries: [String: Set<String>] = [
    "az": ["IQ", "IR"], "ha": ["CM", "SD"], "kk": ["AF", "CN", "IR", "MN"], "ku": ["IQ", "IR", "LB"], "ky": ["CN"],
    "pa": ["PK"], "tg": ["PK"], "tk": ["AF", "IR"], "uz": ["AF"],
  ]
}
