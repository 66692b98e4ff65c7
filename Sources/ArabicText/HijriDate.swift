/// A day of the Umm al-Qura calendar of Saudi Arabia, years 1356 to 1500 (14 March 1937 to 16 November 2077).
public struct HijriDate: Sendable, Hashable, Comparable {
  /// The year, 1356...1500.
  public let year: Int
  /// The month, 1...12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// The day, or nil where the calendar has none such or the year is not in 1356...1500.
  public init?(year: Int, month: Int, day: Int) {
    guard HijriDate.years.contains(year), (1...12).contains(month), day >= 1,
      day <= HijriDate.length(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The Hijri day of a Gregorian one, moved by `offset` days where a country sights the moon; nil out of range.
  public init?(_ date: CivilDate, offset: Int = 0) {
    let (number, overflow) = date.dayNumber.addingReportingOverflow(offset)
    let starts = HijriDate.monthStarts
    guard !overflow, let first = starts.first, let end = starts.last, number >= first, number < end else { return nil }
    var lower = 0
    var upper = starts.count - 1
    while upper - lower > 1 {
      let middle = (lower + upper) / 2
      if starts[middle] <= number { lower = middle } else { upper = middle }
    }
    year = HijriDate.years.lowerBound + lower / 12
    month = lower % 12 + 1
    day = number - starts[lower] + 1
  }

  /// The Gregorian day.
  public var civil: CivilDate {
    let index = (year - HijriDate.years.lowerBound) * 12 + month - 1
    return CivilDate.epoch.adding(days: HijriDate.monthStarts[index] + day - 1)
  }

  /// How many days a month of 1356...1500 has, 29 or 30.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    let index = (year - years.lowerBound) * 12 + month - 1
    return monthStarts[index + 1] - monthStarts[index]
  }

  /// Earlier before later.
  public static func < (left: HijriDate, right: HijriDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// The years of the table.
  public static let years = 1356...1500

  // Day numbers of the first of each month, and of the day behind the last.
  private static let monthStarts: [Int] = {
    var starts = [-11_981]
    for word in monthBits.split(separator: " ") {
      let bits = Int(word, radix: 16) ?? 0
      for month in 0..<12 { starts.append((starts.last ?? 0) + 29 + (bits >> month & 1)) }
    }
    return starts
  }()

  // One number a year, bit 0 for Muharram: 1 where the month has 30 days. Foundation's and OpenJDK's tables agree on it.
  private static let monthBits = """
    EAA E94 D2A C56 4AE A6D 56A D55 D4A A93 52B A5B 53A 6B5 EA9 D52 D29 A55 4AD 56D AEA 6E4 ED1 DA2 AAA 95A 2DA 5B9 \
    BB2 764 6C9 555 2AB 4DB ABA 5B4 DA9 D52 AA5 92D 26D 8ED 2DA AD5 AA5 A4B 497 937 2B6 975 D69 D52 C95 92B 25B 4DB \
    9D5 5D2 DA5 D4A A95 54D AAD 3AA BD2 BC4 B89 A95 52D 5AD B6A 6D4 DC9 D92 AA6 956 2AE 56D 36A B55 AAA 94D 49D 95D \
    2BA 5B5 5AA D55 A9A 92E 26E 55D ADA 6D4 6A5 B27 A4D 4AD 56D B5A 754 F49 E92 D26 A56 356 6B5 BAA B92 B25 68B A9B \
    55A ADA 5B4 DA9 B52 A9A 536 276 575 AF2 6D4 6A9 555 2AD 4BD 9BA 574 B69 B52 A95 52D A5D 4DA AD9 6B2 E95 E2A C96 \
    92E AAD 56A D65 D4A
    """
}
