/// A day of the Solar Hijri calendar of Iran and Afghanistan, years 1200 to 1500.
///
/// Within these years the leap years of the 33-year rule are those of the astronomical calendar (CLDR and ICU use it too).
public struct SolarHijriDate: Sendable, Hashable, Comparable {
  /// The year, 1200...1500.
  public let year: Int
  /// The month, 1...12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// The day, or nil where the calendar has none such or the year is not in 1200...1500.
  public init?(year: Int, month: Int, day: Int) {
    guard SolarHijriDate.years.contains(year), (1...12).contains(month), day >= 1,
      day <= SolarHijriDate.length(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The Solar Hijri day of a Gregorian one; nil out of range.
  public init?(_ date: CivilDate) {
    let number = date.dayNumber
    var year = date.year - 621
    if number < SolarHijriDate.firstDay(ofYear: year) { year -= 1 }
    guard SolarHijriDate.years.contains(year) else { return nil }
    let dayOfYear = number - SolarHijriDate.firstDay(ofYear: year)
    self.year = year
    month = dayOfYear < 186 ? dayOfYear / 31 + 1 : (dayOfYear - 186) / 30 + 7
    day = dayOfYear < 186 ? dayOfYear % 31 + 1 : (dayOfYear - 186) % 30 + 1
  }

  /// The Gregorian day.
  public var civil: CivilDate {
    let daysBefore = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
    let number = SolarHijriDate.firstDay(ofYear: year) + daysBefore + day - 1
    return CivilDate.epoch.adding(days: number)
  }

  /// How many days a month has, 29 to 31.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    month <= 6 ? 31 : month <= 11 ? 30 : firstDay(ofYear: year + 1) - firstDay(ofYear: year) - 336
  }

  /// Earlier before later.
  public static func < (left: SolarHijriDate, right: SolarHijriDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// The years in which the rule is right.
  public static let years = 1200...1500

  // Day number of 1 Farvardin: 365 days a year and eight leap days in 33 years, counted from 19 March 622 (Julian).
  private static func firstDay(ofYear year: Int) -> Int {
    -492_268 + 365 * (year - 1) + (8 * year + 21) / 33
  }
}
