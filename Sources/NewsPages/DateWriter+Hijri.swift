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

  /// The day with that of the Solar Hijri calendar: in Persian the own one first, «سه‌شنبه ۳ آذر ۱۴۰۵ (۲۴ نوامبر ۲۰۲۶)», in
  /// other languages beside the Gregorian one; nil outside of 1200 to 1500 and in a language that has no words for it here.
  func solarDay(_ day: CivilDate) -> String? {
    guard let date = SolarHijriDate(day) else { return nil }
    let month = SolarHijriDate.monthName(date.month, language: site.language)
    let solar = "\(digits(date.day)) \(month) \(digits(date.year))"
    switch site.primaryLanguage {
    case "fa":
      let gregorian = Months.name(day.month, language: "fa", set: site.months)
      let weekday = day.weekday.name(language: "fa")
      return "\(weekday) \(solar) (\(digits(day.day)) \(gregorian) \(digits(day.year)))"
    case "ar": return "\(gregorianDay(day)) الموافق \(solar) هـ.ش"
    case "ur": return "\(gregorianDay(day)) بمطابق \(solar) ہجری شمسی"
    case "en": return "\(gregorianDay(day)) (\(solar) SH)"
    default: return nil
    }
  }
}
