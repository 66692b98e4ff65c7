/// The sets of names that Arabic newsrooms give the months of the Gregorian calendar (CLDR `months/format/wide`).
public enum MonthSet: String, Sendable, CaseIterable {
  /// كانون الثاني، شباط، آذار: Syria, Lebanon, Jordan, Palestine, Iraq
  case levant
  /// يناير، فبراير، مارس: Egypt, the Gulf, Sudan, Libya
  case transliterated
  /// جانفي، فيفري، مارس: Algeria and Tunisia
  case maghreb
  /// يناير … غشت، شتنبر: Morocco
  case morocco
  /// يناير … أغشت، شتمبر: Mauritania
  case mauritania
  /// كانون الثاني/يناير: both, as pan-Arab papers write
  case dual

  /// The name of a month, 1...12.
  public func name(_ month: Int) -> String {
    precondition((1...12).contains(month), "month \(month) is not in 1...12")
    switch self {
    case .levant: return MonthSet.levantNames[month - 1]
    case .transliterated: return MonthSet.transliteratedNames[month - 1]
    case .maghreb: return MonthSet.maghrebNames[month - 1]
    case .morocco: return MonthSet.moroccoNames[month - 1]
    case .mauritania: return MonthSet.mauritaniaNames[month - 1]
    case .dual: return MonthSet.levantNames[month - 1] + "/" + MonthSet.transliteratedNames[month - 1]
    }
  }

  /// The set that CLDR gives a language and country; `transliterated` where it gives none.
  public static func standard(for languageTag: String) -> MonthSet {
    let tag = LanguageTag(languageTag)
    guard tag.language == "ar" else { return .transliterated }
    switch tag.region {
    case "SY", "LB", "JO", "PS", "IQ": return .levant
    case "DZ", "TN": return .maghreb
    case "MA": return .morocco
    case "MR": return .mauritania
    default: return .transliterated
    }
  }

  static let levantNames = [
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
    "كانون الأول",
  ]
  static let transliteratedNames = [
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
  ]
  static let maghrebNames = [
    "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
  ]
  static let moroccoNames = [
    "يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر",
  ]
  static let mauritaniaNames = [
    "يناير", "فبراير", "مارس", "إبريل", "مايو", "يونيو", "يوليو", "أغشت", "شتمبر", "أكتوبر", "نوفمبر", "دجمبر",
  ]
}
