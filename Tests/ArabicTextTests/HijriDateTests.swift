import Foundation
import Testing

@testable import ArabicText

struct HijriDateTests {
  @Test(arguments: [
    ("2024-07-07", 1446, 1, 1), ("2025-03-01", 1446, 9, 1), ("2026-02-18", 1447, 9, 1), ("2026-11-24", 1448, 6, 14),
    ("1990-01-01", 1410, 6, 3), ("1999-04-01", 1419, 12, 14), ("2029-08-11", 1451, 3, 30), ("2077-11-16", 1500, 12, 30),
    ("1937-03-14", 1356, 1, 1),
  ])
  func `a day has its date in Umm al-Qura, and back`(iso: String, year: Int, month: Int, day: Int) throws {
    let civil = try #require(CivilDate(iso: iso))
    let hijri = try #require(HijriDate(year: year, month: month, day: day))
    #expect(HijriDate(civil) == hijri)
    #expect(hijri.civil == civil)
  }

  @Test func `every day of the table is Foundation's`() throws {
    var calendar = Calendar(identifier: .islamicUmmAlQura)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    let first = try #require(CivilDate(iso: "1937-03-14"))
    let last = try #require(CivilDate(iso: "2077-11-16"))
    for number in first.dayNumber...last.dayNumber {
      let noon = Date(timeIntervalSince1970: Double(number) * 86_400 + 43_200)
      let parts = calendar.dateComponents([.year, .month, .day], from: noon)
      let civil = try #require(CivilDate(dayNumber: number))
      let hijri = try #require(HijriDate(civil))
      #expect(hijri.year == parts.year && hijri.month == parts.month && hijri.day == parts.day, "\(civil.iso)")
      #expect(hijri.civil == civil)
    }
  }

  @Test(arguments: ["1937-03-13", "2077-11-17", "0001-01-01", "9999-12-31"])
  func `a day outside the table has none`(iso: String) throws {
    #expect(HijriDate(try #require(CivilDate(iso: iso))) == nil)
  }

  @Test func `days and months that are not in the calendar are nil, and an offset moves the day`() throws {
    #expect(HijriDate(year: 1355, month: 12, day: 1) == nil)
    #expect(HijriDate(year: 1501, month: 1, day: 1) == nil)
    #expect(HijriDate(year: 1448, month: 13, day: 1) == nil)
    #expect(HijriDate(year: 1448, month: 6, day: 31) == nil)
    let civil = try #require(CivilDate(iso: "2026-02-18"))
    #expect(HijriDate(civil, offset: 1) == HijriDate(year: 1447, month: 9, day: 2))
    #expect(HijriDate(civil, offset: -1)?.month == 8)
    #expect(HijriDate(civil, offset: .min) == nil)
  }

  @Test(arguments: [
    ("ربيع الأول", 3), ("ربيع الاول", 3), ("ربيع الثاني", 4), ("جمادي الأولى", 5), ("جمادى الثانية", 6), ("رمضان", 9),
    ("شوال", 10), ("ذي القعدة", 11), ("ذو الحجة", 12), ("ذیحجه", 12), ("Ramadan", 9), ("محرّم", 1),
  ])
  func `names of months are recognised`(name: String, month: Int) {
    #expect(HijriDate.monthNumber(named: name) == month)
  }

  @Test(arguments: ["ar", "fa", "ur", "en"])
  func `every name of a month is recognised`(language: String) {
    for month in 1...12 {
      #expect(HijriDate.monthNumber(named: HijriDate.monthName(month, language: language)) == month)
    }
    #expect(HijriDate.monthNumber(named: "أيلول") == nil)
  }
}
