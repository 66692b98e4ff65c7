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
    ("fa-IR", "شنبه 5 سپتامبر 2026"), ("he-IL", "יום שבת, 5 בספטמבר 2026"), ("en-GB", "Saturday 5 September 2026"),
  ])
  func aDayIsWrittenAsItsCountryWritesIt(_ language: String, _ text: String) throws {
    let date = try #require(StoryDate(iso: "2026-09-05"))
    #expect(site(language).write(date).text == text)
    #expect(site(language).write(date).iso == "2026-09-05")
  }

  @Test func digitsAreASetting() throws {
    let date = try #require(StoryDate(iso: "2026-09-05"))
    #expect(site("ar-SY") { $0.digits = .arab }.write(date).text == "السبت، ٥ أيلول ٢٠٢٦")
  }

  @Test func aTimeIsShownOnTheSitesClocks() throws {
    let date = try #require(StoryDate(iso: "2026-09-05T23:05Z"))
    #expect(site("ar-SY").write(date).text == "الأحد، 6 أيلول 2026، 02:05")
    #expect(site("ar-SY") { $0.clock = .twelve }.write(date).text == "الأحد، 6 أيلول 2026، 2:05 ص")
    #expect(site("ar-SY").write(date).iso == "2026-09-05T23:05Z")
  }
}
