/// A day of the proleptic Gregorian calendar, without time or zone: years 1 to 9999.
public struct CivilDate: Sendable, Hashable, Comparable {
  /// The year, 1...9999.
  public let year: Int
  /// The month, 1...12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// The day, or nil where the calendar has no such day (2016-13-45, 2015-02-29) or the year is not in 1...9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.length(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day written as `2016-09-05`, and in no other way (ISO 8601 extended form, ASCII digits).
  public init?(iso: some StringProtocol) {
    let bytes = Array(iso.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    guard let year = CivilDate.number(bytes[0..<4]), let month = CivilDate.number(bytes[5..<7]),
      let day = CivilDate.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day that lies `dayNumber` days after 1970-01-01; nil outside the years 1...9999.
  public init?(dayNumber: Int) {
    guard (CivilDate.firstDayNumber...CivilDate.lastDayNumber).contains(dayNumber) else { return nil }
    self.init(unchecked: dayNumber)
  }

  // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March, eras have 400 years.
  private init(unchecked dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// 1970-01-01, day number 0.
  public static let epoch = CivilDate(unchecked: 0)

  private static let firstDayNumber = -719_162
  private static let lastDayNumber = 2_932_896

  /// Days since 1970-01-01; negative before it.
  public var dayNumber: Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = marchYear / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day as `2016-09-05`.
  public var iso: String { text(separator: UInt8(ascii: "-")) }

  /// The day as `2016/09/05`.
  public var path: String { text(separator: UInt8(ascii: "/")) }

  private func text(separator: UInt8) -> String {
    String(unsafeUninitializedCapacity: 10) { text in
      var place = 0
      func write(_ number: Int, _ unit: Int) {
        var unit = unit
        while unit > 0 {
          text[place] = UInt8(0x30 + number / unit % 10)
          place += 1
          unit /= 10
        }
      }
      write(year, 1000)
      text[place] = separator
      place += 1
      write(month, 10)
      text[place] = separator
      place += 1
      write(day, 10)
      return place
    }
  }

  /// The day of the week.
  public var weekday: Weekday {
    let sinceSunday = (dayNumber + 4) % 7
    return Weekday.allCases[sinceSunday < 0 ? sinceSunday + 7 : sinceSunday]
  }

  /// The day `days` days later, or earlier where `days` is negative; held at 0001-01-01 and 9999-12-31.
  public func adding(days: Int) -> CivilDate {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    let target = overflow ? (days < 0 ? Int.min : Int.max) : sum
    return CivilDate(unchecked: min(max(target, CivilDate.firstDayNumber), CivilDate.lastDayNumber))
  }

  /// How many days a month has, 28 to 31.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Earlier before later.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
