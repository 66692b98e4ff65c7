import ArabicText

extension DateWriter {
  /// The Hijri day beside a Gregorian one, «14 جمادى الآخرة 1448 هـ», by the Umm al-Qura calendar moved by `offset` days;
  /// nil before 1356 and after 1500 AH, and in a language that has no words for it here.
  func hijriDay(_ day: CivilDate, language: String, offset: Int, digits: Digits) -> String? {
    guard let date = HijriDate(day, offset: offset) else { return nil }
    let month = HijriDate.monthName(date.month, language: language)
    let (number, year) = (digits.apply(to: String(date.day)), digits.apply(to: String(date.year)))
    switch language {
    case "ar": return "الموافق \(number) \(month) \(year) هـ"
    case "fa": return "برابر با \(number) \(month) \(year) قمری"
    case "ur": return "بمطابق \(number) \(month) \(year)ھ"
    case "en": return "(\(number) \(month) \(year) AH)"
    default: return nil
    }
  }
}
