/// The decimal digits a page is written with; the names are those of CLDR numbering systems.
public enum Digits: String, Sendable, CaseIterable {
  /// 0123456789
  case latn
  /// ٠١٢٣٤٥٦٧٨٩ (U+0660 to U+0669)
  case arab
  /// ۰۱۲۳۴۵۶۷۸۹ (U+06F0 to U+06F9), Persian and Urdu
  case arabext

  /// The text with every ASCII digit written in this system; all else stays as it is.
  public func apply(to ascii: String) -> String {
    guard self != .latn else { return ascii }
    let lead: UInt8 = self == .arab ? 0xD9 : 0xDB
    let zero: UInt8 = self == .arab ? 0xA0 : 0xB0
    var bytes: [UInt8] = []
    bytes.reserveCapacity(ascii.utf8.count + 8)
    for byte in ascii.utf8 {
      if (0x30...0x39).contains(byte) {
        bytes.append(lead)
        bytes.append(zero + (byte - 0x30))
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text with Arabic-Indic and Persian digits turned into ASCII; all else stays as it is.
  public static func ascii(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var changed = false
    for byte in text.utf8 {
      if let lead = bytes.last, let digit = ascii(lead: lead, trail: byte) {
        bytes[bytes.count - 1] = digit
        changed = true
      } else {
        bytes.append(byte)
      }
    }
    return changed ? String(decoding: bytes, as: UTF8.self) : text
  }

  private static func ascii(lead: UInt8, trail: UInt8) -> UInt8? {
    switch (lead, trail) {
    case (0xD9, 0xA0...0xA9): 0x30 + (trail - 0xA0)
    case (0xDB, 0xB0...0xB9): 0x30 + (trail - 0xB0)
    default: nil
    }
  }

  /// The digits that CLDR gives a language and country: `ar` and `ar-MA` latn, `ar-SY` arab, `fa` arabext.
  ///
  /// A numbering system named in the tag itself (`ar-EG-u-nu-latn`) wins.
  public static func standard(for languageTag: String) -> Digits {
    let tag = LanguageTag(languageTag)
    if let named = Digits(rawValue: tag.numbers) { return named }
    switch tag.language {
    case "ar": return tag.region.isEmpty || latinCountries.contains(tag.region) ? .latn : .arab
    case "ckb": return .arab
    case "sd": return tag.script == "deva" ? .latn : .arab
    case "fa", "ps", "mzn", "lrc": return .arabext
    case "ks": return tag.script == "deva" ? .latn : .arabext
    case "ur": return tag.region == "IN" ? .arabext : .latn
    case "pa", "uz", "az": return TextDirection.of(languageTag: languageTag) == .rtl ? .arabext : .latn
    default: return .latn
    }
  }

  private static let latinCountries: Set<String> = ["001", "AE", "DZ", "EH", "LY", "MA", "TN"]
}
