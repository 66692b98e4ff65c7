import ArabicText
import NewsCore
import Testing

@Suite struct StoryDateTests {
  @Test(arguments: [
    "2016-09-05", "2016-09-05T14:30Z", "2016-09-05T14:30+03:00", "2016-09-05T23:59:59-05:30", "2024-02-29T00:00+14:00",
  ])
  func aWrittenDateReadsBack(_ text: String) throws {
    #expect(try #require(StoryDate(iso: text)).iso == text)
  }

  @Test(arguments: [
    "", "2016", "2016-9-5", "2016-13-01", "2016-02-30", "2015-02-29", "2016-09-05T", "2016-09-05T14:30",
    "2016-09-05T24:00Z", "2016-09-05T14:60Z", "2016-09-05T14:30+3", "2016-09-05T14:30+15:00", "2016-09-05 ",
    "٢٠١٦-٠٩-٠٥",
    "2016-09-05T14:30Zx", "2016-09-05T+1:30Z",
  ])
  func whatIsNoDateIsRefused(_ text: String) {
    #expect(StoryDate(iso: text) == nil)
  }

  @Test func aDayAloneBeginsInTheSitesZone() throws {
    let day = try #require(StoryDate(iso: "2016-09-05"))
    #expect(ZoneClock("UTC").moment(of: day) == 1_473_033_600)
    #expect(ZoneClock("Asia/Damascus").moment(of: day) == 1_473_033_600 - 3 * 3600)
  }

  // A-N6: Damascus stays at +03:00 from 2022-10-28; Cairo has summer time again from 2023-04-28.
  @Test(arguments: [
    ("Asia/Damascus", "2022-12-01T12:00+03:00"), ("Africa/Cairo", "2023-07-01T12:00+03:00"),
    ("Africa/Cairo", "2023-12-01T12:00+02:00"), ("Asia/Damascus", "2021-12-01T12:00+02:00"),
  ])
  func theZonesClocksAreThoseOfTheTimeZoneDatabase(_ zone: String, _ noon: String) throws {
    let clock = ZoneClock(zone)
    let wall = clock.wallClock(at: clock.moment(of: try #require(StoryDate(iso: noon))))
    #expect(wall.secondOfDay == 12 * 3600)
    #expect(noon.hasPrefix(wall.day.iso))
  }

  @Test func momentsBeforeTheEpochHaveTheRightDay() {
    let wall = ZoneClock("UTC").wallClock(at: -1)
    #expect(wall.day.iso == "1969-12-31")
    #expect(wall.secondOfDay == 86_399)
  }
}
