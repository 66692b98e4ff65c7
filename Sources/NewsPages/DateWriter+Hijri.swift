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

  /// The Solar Hijri months that a Gregorian one has days of: «آبان و آذر ۱۴۰۵ (نوامبر ۲۰۲۶)». `name` is the Gregorian one.
  func solarMonths(_ month: Int, year: Int, beside name: String) -> String? {
    guard let first = CivilDate(year: year, month: month, day: 1).flatMap(SolarHijriDate.init),
      let last = CivilDate(year: year, month: month, day: 28).flatMap(SolarHijriDate.init)
    else { return nil }
    func text(_ date: SolarHijriDate, _ hasYear: Bool) -> String {
      SolarHijriDate.monthName(date.month, language: site.language) + (hasYear ? " \(digits(date.year))" : "")
    }
    return solar(text(first, first.year != last.year), text(last, true), beside: name)
  }

  /// The two Solar Hijri years of a Gregorian one: «۱۴۰۴ و ۱۴۰۵ (۲۰۲۶)».
  func solarYears(_ year: Int, beside name: String) -> String? {
    guard let first = CivilDate(year: year, month: 1, day: 1).flatMap(SolarHijriDate.init) else { return nil }
    return solar(digits(first.year), digits(first.year + 1), beside: name)
  }

  private func solar(_ first: String, _ second: String, beside name: String) -> String? {
    switch site.primaryLanguage {
    case "fa": "\(first) و \(second) (\(name))"
    case "ar": "\(name) (\(first) و\(second) هـ.ش)"
    case "ur": "\(name) (\(first) اور \(second) ہجری شمسی)"
    case "en": "\(name) (\(first) and \(second) SH)"
    default: nil
    }
  }
}
