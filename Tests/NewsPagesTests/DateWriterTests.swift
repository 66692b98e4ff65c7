import ArabicText
import NewsCore
import NewsPages
import Testing

@Suite struct DateWriterTests {
  private func site(_ language: String, _ change: (inout Site) -> Void = { _ in }) -> DateWriter {
    var site = Site(title: "a", baseURL: "https://a.b", language: language)
    site.timeZone = "Asia/Damascus"
    change(&site)
    return DateWriter(site: site)
  }

  // F2: long dates as CLDR has them.
  @Test(arguments: [
    ("ar-SY", "السبت، 5 أيلول 2026"), ("ar-EG", "السبت، 5 سبتمبر 2026"), ("ar-MA", "السبت، 5 شتنبر 2026"),
    ("fa-IR", "شنبه ۵ سپتامبر ۲۰۲۶"), ("he-IL", "יום שבת, 5 בספטמבר 2026"), ("en-GB", "Saturday 5 September 2026"),
    ("en-US", "Saturday, September 5, 2026"),
  ])
  func aDayIsWrittenAsItsCountryWritesIt(_ language: String, _ text: String) throws {
    let date = try #require(StoryDate(iso: "2026-09-05"))
    #expect(site(language).write(date).text == text)
    #expect(site(language).write(date).iso == "2026-09-05")
  }

  @Test(arguments: [
    ("ar-EG", "السبت، ٥ سبتمبر ٢٠٢٦"), ("ar-SY", "السبت، ٥ أيلول ٢٠٢٦"), ("fa-IR", "شنبه ۵ سپتامبر ۲۰۲۶"),
    ("ur-PK", "ہفتہ، 5 ستمبر، 2026"), ("ar-DZ", "السبت، 5 سبتمبر 2026"),
  ])
  func theDigitsOfTheCountry(_ language: String, _ text: String) throws {
    let date = try #require(StoryDate(iso: "2026-09-05"))
    #expect(site(language) { $0.digits = Digits.standard(for: language) }.write(date).text == text)
  }

  @Test(arguments: [
    ("ar-SY", "Asia/Damascus", "الأحد، 6 أيلول 2026، 02:05 بتوقيت دمشق"),
    ("ar-EG", "Africa/Cairo", "الأحد، 6 سبتمبر 2026، 02:05 بتوقيت القاهرة"),
    ("ar", "UTC", "السبت، 5 سبتمبر 2026، 23:05 ت.غ"),
    ("ar", "Asia/Kathmandu", "الأحد، 6 سبتمبر 2026، 04:50 UTC+5:45"),
    ("fa-IR", "Asia/Tehran", "یکشنبه ۶ سپتامبر ۲۰۲۶، ۰۲:۳۵ به وقت تهران"),
    ("ur-PK", "Asia/Karachi", "اتوار، 6 ستمبر، 2026، 04:05 پاکستان کے وقت کے مطابق"),
    ("he-IL", "Asia/Jerusalem", "יום ראשון, 6 בספטמבר 2026, 02:05 שעון ישראל"),
    ("en-GB", "Europe/London", "Sunday 6 September 2026, 00:05 London time"),
  ])
  func aTimeSaysOnWhoseClocks(_ language: String, _ zone: String, _ text: String) throws {
    let date = try #require(StoryDate(iso: "2026-09-05T23:05Z"))
    #expect(site(language) { $0.timeZone = zone }.write(date).text == text)
  }

  @Test(arguments: [
    ("ar-SA", "2026-11-24", 0, "الثلاثاء، 24 نوفمبر 2026 الموافق 14 جمادى الآخرة 1448 هـ"),
    ("ar-SY", "2026-11-24", -1, "الثلاثاء، 24 تشرين الثاني 2026 الموافق 13 جمادى الآخرة 1448 هـ"),
    ("ar-SY", "2077-11-17", 0, "الأربعاء، 17 تشرين الثاني 2077"),
    ("ur-PK", "2026-02-18", 0, "بدھ، 18 فروری، 2026 بمطابق 1 رمضان 1447ھ"),
    ("en-GB", "2026-02-18", 0, "Wednesday 18 February 2026 (1 Ramadan 1447 AH)"),
    ("he-IL", "2026-02-18", 0, "יום רביעי, 18 בפברואר 2026"),
  ])
  func theHijriDateStandsBesideItOnRequest(_ language: String, _ iso: String, _ offset: Int, _ text: String) throws {
    let date = try #require(StoryDate(iso: iso))
    #expect(site(language) { $0.hijriOffset = offset }.write(date).text == text)
  }

  @Test(arguments: [
    ("fa-IR", "سه‌شنبه ۳ آذر ۱۴۰۵ (۲۴ نوامبر ۲۰۲۶)"), ("fa-AF", "سه‌شنبه ۳ قوس ۱۴۰۵ (۲۴ نوامبر ۲۰۲۶)"),
    ("ar-IQ", "الثلاثاء، 24 تشرين الثاني 2026 الموافق 3 آذر 1405 هـ.ش"),
    ("ur-PK", "منگل، 24 نومبر، 2026 بمطابق 3 آذر 1405 ہجری شمسی"),
    ("en-GB", "Tuesday 24 November 2026 (3 Azar 1405 SH)"),
    ("he-IL", "יום שלישי, 24 בנובמבר 2026"),
  ])
  func theSolarHijriDateOnRequest(_ language: String, _ text: String) throws {
    let date = try #require(StoryDate(iso: "2026-11-24"))
    #expect(site(language) { $0.hasSolarDates = true }.write(date).text == text)
    #expect(site(language) { $0.hasSolarDates = true }.longDay(date.day) == text)
  }

  // The addresses of the archive stay Gregorian; what its readers see does not.
  @Test(arguments: [
    ("fa-IR", "آبان و آذر ۱۴۰۵ (نوامبر ۲۰۲۶)", "اسفند ۱۴۰۴ و فروردین ۱۴۰۵ (مارس ۲۰۲۶)", "۱۴۰۴ و ۱۴۰۵ (۲۰۲۶)"),
    (
      "ar-IQ", "تشرين الثاني 2026 (آبان وآذر 1405 هـ.ش)", "آذار 2026 (إسفند 1404 وفروردين 1405 هـ.ش)",
      "2026 (1404 و1405 هـ.ش)"
    ),
    (
      "en-GB", "November 2026 (Aban and Azar 1405 SH)", "March 2026 (Esfand 1404 and Farvardin 1405 SH)",
      "2026 (1404 and 1405 SH)"
    ),
    ("he-IL", "נובמבר 2026", "מרץ 2026", "2026"),
  ])
  func theArchiveNamesTheMonthsAndYearsOfTheSolarCalendar(
    _ language: String,
    _ november: String,
    _ march: String,
    _ year: String
  ) {
    let writer = site(language) { $0.hasSolarDates = true }
    #expect(writer.month(11, year: 2026) == november)
    #expect(writer.month(3, year: 2026) == march)
    #expect(writer.year(2026) == year)
    #expect(!site(language).month(11, year: 2026).contains("1405"))
  }

  @Test(arguments: [(0, "12:05 ص"), (1, "1:05 ص"), (11, "11:05 ص"), (12, "12:05 م"), (13, "1:05 م"), (23, "11:05 م")])
  func twelveHoursAreCountedFromTwelve(_ hour: Int, _ text: String) throws {
    let date = try #require(StoryDate(iso: "2026-09-05T\(hour < 10 ? "0" : "")\(hour):05+03:00"))
    #expect(site("ar-SY") { $0.clock = .twelve }.write(date).text.contains("2026، \(text) بتوقيت دمشق"))
  }

  // B-E3: the day stands beside it already.
  @Test(arguments: [
    ("2026-09-05T10:00+03:00", "2026-09-05T14:30+03:00", "14:30 بتوقيت دمشق"),
    ("2026-09-05", "2026-09-05T14:30+03:00", "14:30 بتوقيت دمشق"),
    ("2026-09-05T20:00Z", "2026-09-06T01:00+03:00", "الأحد، 6 أيلول 2026، 01:00 بتوقيت دمشق"),
    ("2026-09-05T21:30Z", "2026-09-06T08:00+03:00", "08:00 بتوقيت دمشق"),
    ("2026-09-05T10:00+03:00", "2026-09-06", "الأحد، 6 أيلول 2026"),
  ])
  func anUpdateOfTheSameDayIsATime(_ published: String, _ updated: String, _ text: String) throws {
    let (before, after) = (try #require(StoryDate(iso: published)), try #require(StoryDate(iso: updated)))
    #expect(site("ar-SY").writeUpdate(after, after: before).text == text)
    #expect(site("ar-SY").writeUpdate(after, after: before).iso == updated)
  }

  @Test(arguments: [
    ("2026-09-05T10:05:00Z", false), ("2026-09-05T10:05:01Z", true), ("2026-09-05T09:00Z", false),
    ("2026-09-05", false), ("2026-09-06", true),
  ])
  func anUpdateIsShownAfterFiveMinutes(_ updated: String, _ isShown: Bool) throws {
    var story = Story(title: "أ", date: try #require(StoryDate(iso: "2026-09-05T10:00Z")), body: "")
    story.updated = StoryDate(iso: updated)
    #expect((site("ar-SY").update(of: story) != nil) == isShown)
  }

  @Test func digitsAreASetting() throws {
    let date = try #require(StoryDate(iso: "2026-09-05"))
    #expect(site("ar-SY") { $0.digits = .arab }.write(date).text == "السبت، ٥ أيلول ٢٠٢٦")
  }

  @Test func aTimeIsShownOnTheSitesClocks() throws {
    let date = try #require(StoryDate(iso: "2026-09-05T23:05Z"))
    #expect(site("ar-SY").write(date).text == "الأحد، 6 أيلول 2026، 02:05 بتوقيت دمشق")
    #expect(site("ar-SY") { $0.clock = .twelve }.write(date).text == "الأحد، 6 أيلول 2026، 2:05 ص بتوقيت دمشق")
    #expect(site("ar-SY").write(date).iso == "2026-09-05T23:05Z")
  }
}
