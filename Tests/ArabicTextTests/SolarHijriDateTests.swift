import Foundation
import Testing

@testable import ArabicText

struct SolarHijriDateTests {
  @Test(arguments: [
    ("2021-03-21", 1400, 1, 1), ("2025-03-20", 1403, 12, 30), ("2025-03-21", 1404, 1, 1), ("2026-11-24", 1405, 9, 3),
    ("1979-02-11", 1357, 11, 22), ("2026-09-22", 1405, 6, 31), ("2026-09-23", 1405, 7, 1),
  ])
  func `a day has its date in the Persian calendar, and back`(iso: String, year: Int, month: Int, day: Int) throws {
    let civil = try #require(CivilDate(iso: iso))
    let solar = try #require(SolarHijriDate(year: year, month: month, day: day))
    #expect(SolarHijriDate(civil) == solar)
    #expect(solar.civil == civil)
  }

  @Test func `every day of three centuries is Foundation's`() throws {
    var calendar = Calendar(identifier: .persian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    let first = try #require(SolarHijriDate(year: 1200, month: 1, day: 1)).civil
    let last = try #require(SolarHijriDate(year: 1500, month: 12, day: 29)).civil
    for number in first.dayNumber...last.dayNumber {
      let noon = Date(timeIntervalSince1970: Double(number) * 86_400 + 43_200)
      let parts = calendar.dateComponents([.year, .month, .day], from: noon)
      let civil = try #require(CivilDate(dayNumber: number))
      let solar = try #require(SolarHijriDate(civil))
      #expect(solar.year == parts.year && solar.month == parts.month && solar.day == parts.day, "\(civil.iso)")
      #expect(solar.civil == civil)
    }
  }

  @Test func `days that are not in the calendar are nil`() throws {
    #expect(SolarHijriDate(year: 1404, month: 12, day: 30) == nil)
    #expect(SolarHijriDate(year: 1404, month: 7, day: 31) == nil)
    #expect(SolarHijriDate(year: 1199, month: 1, day: 1) == nil)
    #expect(SolarHijriDate(try #require(CivilDate(iso: "0001-01-01"))) == nil)
    #expect(SolarHijriDate(try #require(CivilDate(iso: "9999-12-31"))) == nil)
  }

  @Test(arguments: ["fa", "ar", "en"])
  func `every name of a month is recognised`(language: String) {
    for month in 1...12 {
      #expect(SolarHijriDate.monthNumber(named: SolarHijriDate.monthName(month, language: language)) == month)
    }
    #expect(SolarHijriDate.monthNumber(named: "ثور") == 2)
    #expect(SolarHijriDate.monthNumber(named: "أيلول") == nil)
  }
}
