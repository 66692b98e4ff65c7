extension HijriDate {
  /// The name of a month, 1...12, in `ar`, `fa`, `ur` or `en`, which any other language gets too.
  public static func monthName(_ month: Int, language: String) -> String {
    precondition((1...12).contains(month), "month \(month) is not in 1...12")
    switch LanguageTag(language).language {
    case "ar": return arabicNames[month - 1]
    case "fa": return persianNames[month - 1]
    case "ur": return urduNames[month - 1]
    default: return englishNames[month - 1]
    }
  }

  /// The month, 1...12, of a name in any known spelling («ربيع الأول», «ذي الحجة», «جمادي الاولى»); nil for others.
  public static func monthNumber(named word: some StringProtocol) -> Int? {
    monthNumbers[foldedSpaces(word)]
  }

  private static let arabicNames = [
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال",
    "ذو القعدة",
    "ذو الحجة",
  ]
  private static let persianNames = [
    "محرم", "صفر", "ربیع‌الاول", "ربیع‌الثانی", "جمادی‌الاول", "جمادی‌الثانی", "رجب", "شعبان", "رمضان", "شوال", "ذیقعده",
    "ذیحجه",
  ]
  private static let urduNames = [
    "محرم", "صفر", "ربیع الاول", "ربیع الثانی", "جمادی الاول", "جمادی الثانی", "رجب", "شعبان", "رمضان", "شوال",
    "ذوالقعدۃ",
    "ذوالحجۃ",
  ]
  private static let englishNames = [
    "Muharram", "Safar", "Rabi I", "Rabi II", "Jumada I", "Jumada II", "Rajab", "Shaban", "Ramadan", "Shawwal",
    "Dhu al-Qidah", "Dhu al-Hijjah",
  ]
  private static let variants: [[String]] = [
    ["المحرم", "محرم الحرام"], ["صفر الخير"], ["ربيع أول"], ["ربيع الثاني", "ربيع ثاني", "ربيع آخر"],
    ["جمادى الأول", "جماد الأول", "جمادى أول", "جماد أول"],
    ["جمادى الثانية", "جمادى الثاني", "جمادى الآخر", "جماد الآخر", "جماد الثاني", "جماد آخر"], ["رجب المرجب"],
    ["شعبان المعظم"],
    ["رمضان المبارك"], ["شوال المكرم"], ["ذي القعدة", "ذو قعدة", "ذا القعدة", "ذوالقعدة", "ذي قعدة"],
    ["ذي الحجة", "ذو حجة", "ذا الحجة", "ذوالحجة", "ذي حجة"],
  ]
  private static let monthNumbers = numbers([arabicNames, persianNames, urduNames, englishNames], variants)
}

extension SolarHijriDate {
  /// The name of a month, 1...12, in `fa`, `ur`, `ar` or `en`, which any other language gets too; in Persian with the
  /// country Afghanistan (`fa-AF`, `prs`) the names of that country, «حمل» to «حوت».
  public static func monthName(_ month: Int, language: String) -> String {
    precondition((1...12).contains(month), "month \(month) is not in 1...12")
    let tag = LanguageTag(language)
    switch tag.language {
    case "fa" where tag.region == "AF", "prs": return variants[month - 1][0]
    case "fa", "ur": return persianNames[month - 1]
    case "ar": return arabicNames[month - 1]
    default: return englishNames[month - 1]
    }
  }

  /// The month, 1...12, of a name, also of the Afghan ones («حمل», «ثور»); nil for others.
  public static func monthNumber(named word: some StringProtocol) -> Int? {
    monthNumbers[foldedSpaces(word)]
  }

  private static let persianNames = [
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
  ]
  private static let arabicNames = [
    "فروردين", "أرديبهشت", "خرداد", "تير", "مرداد", "شهريور", "مهر", "آبان", "آذر", "دي", "بهمن", "إسفند",
  ]
  private static let englishNames = [
    "Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar", "Mehr", "Aban", "Azar", "Dey", "Bahman",
    "Esfand",
  ]
  private static let variants: [[String]] = [
    ["حمل"], ["ثور"], ["جوزا", "جوزاء"], ["سرطان"], ["اسد"], ["سنبله"], ["میزان"], ["عقرب"], ["قوس"], ["جدی"], ["دلو"],
    ["حوت"],
  ]
  private static let monthNumbers = numbers([persianNames, arabicNames, englishNames], variants)
}

private func numbers(_ languages: [[String]], _ variants: [[String]]) -> [String: Int] {
  var table: [String: Int] = [:]
  for names in languages {
    for (index, name) in names.enumerated() { table[foldedSpaces(name)] = index + 1 }
  }
  for (index, names) in variants.enumerated() {
    for name in names where table[foldedSpaces(name)] == nil { table[foldedSpaces(name)] = index + 1 }
  }
  return table
}

private func foldedSpaces(_ word: some StringProtocol) -> String {
  normalize(word).split { $0 == " " || $0 == "\u{A0}" || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
}
