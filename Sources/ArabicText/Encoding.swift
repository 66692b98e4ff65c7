/// The encodings in which articles arrive; the raw value is the name a settings file and a note use (IANA).
public enum Encoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1256 = "windows-1256"
  case iso88596 = "iso-8859-6"
  case macArabic = "x-mac-arabic"
  case windows1255 = "windows-1255"
  case iso88598 = "iso-8859-8"

  /// The encoding of a name as people write it: `UTF8`, `cp1256`, `ISO_8859-6`, `MacArabic`; nil for an unknown one.
  public init?(name: String) {
    let plain = String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    switch plain {
    case "utf8": self = .utf8
    case "utf16le": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "windows1256", "cp1256", "win1256", "xcp1256": self = .windows1256
    case "iso88596", "arabic", "asmo708", "ecma114": self = .iso88596
    case "macarabic", "xmacarabic": self = .macArabic
    case "windows1255", "cp1255", "win1255": self = .windows1255
    case "iso88598", "iso88598i", "hebrew": self = .iso88598
    default: return nil
    }
  }

  /// The table of an encoding of one byte a character.
  var table: LegacyTable? {
    switch self {
    case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
    case .windows1256: .windows1256
    case .iso88596: .iso88596
    case .macArabic: .macArabic
    case .windows1255: .windows1255
    case .iso88598: .iso88598
    }
  }
}
