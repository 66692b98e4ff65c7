import Testing

@testable import ArabicText

struct CivilDateTests {
  @Test(arguments: [
    (2016, 13, 45), (2015, 2, 29), (1900, 2, 29), (2016, 4, 31), (0, 1, 1), (10_000, 1, 1), (2016, 1, 0),
  ])
  func `a day that the calendar does not have is nil`(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: ["2016-09-05", "2000-02-29", "0001-01-01", "9999-12-31"])
  func `an ISO day is read and printed the same`(text: String) throws {
    #expect(try #require(CivilDate(iso: text)).iso == text)
  }

  @Test(arguments: [
    "2016-9-5", "2016-13-45", "2015-02-29", "٢٠١٦-٠٩-٠٥", "2016-09-05T00:00", " 2016-09-05", "", "+016-09-05",
    "2016/09/05",
    "0000-01-01",
  ])
  func `any other writing is no ISO day`(text: String) {
    #expect(CivilDate(iso: text) == nil)
  }

  @Test(arguments: [
    ("1970-01-01", 0, Weekday.thursday), ("2026-09-05", 20_701, .saturday), ("2000-03-01", 11_017, .wednesday),
    ("1969-12-31", -1, .wednesday), ("0001-01-01", -719_162, .monday), ("9999-12-31", 2_932_896, .friday),
  ])
  func `day numbers count from 1970 and give the weekday`(iso: String, number: Int, weekday: Weekday) throws {
    let date = try #require(CivilDate(iso: iso))
    #expect(date.dayNumber == number)
    #expect(date.weekday == weekday)
    #expect(CivilDate(dayNumber: number) == date)
  }

  @Test func `every day of four centuries follows the day before`() throws {
    var date = try #require(CivilDate(iso: "1799-12-31"))
    for number in date.dayNumber...(date.dayNumber + 150_000) {
      #expect(date.dayNumber == number)
      let next = date.adding(days: 1)
      #expect(next > date && CivilDate(year: next.year, month: next.month, day: next.day) == next)
      date = next
    }
  }

  @Test func `adding days stops at the ends of the calendar`() throws {
    let date = try #require(CivilDate(iso: "2026-09-05"))
    #expect(date.adding(days: -248).iso == "2025-12-31")
    #expect(date.adding(days: .max).iso == "9999-12-31")
    #expect(date.adding(days: .min).iso == "0001-01-01")
    #expect(CivilDate(dayNumber: 2_932_897) == nil)
  }
}
