import ArabicText
import NewsCore
import Testing

@Suite struct ParseSiteTests {
  private func diagnostics(_ text: String) -> [String] {
    do {
      _ = try parseSite(Array(text.utf8))
      return []
    } catch {
      return error.diagnostics.sorted().map(\.rendered)
    }
  }

  @Test func titleAndAddressAreEnough() throws {
    let site = try parseSite(Array("title: صحيفة\nbase-url: https://news.example/\n".utf8))
    #expect(site.baseURL == "https://news.example")
    #expect(site.basePath.isEmpty)
    #expect(site.language == "ar")
    #expect(site.publisher == "صحيفة")
    #expect(site.pageSize == 20)
  }

  @Test func aSitePathUnderAHostIsKept() throws {
    let site = try parseSite(Array("title: صحيفة\nbase-url: https://news.example/arabic/\n".utf8))
    #expect(site.basePath == "/arabic")
  }

  @Test func countryDecidesMonthsAndDigitsWhereNothingIsSaid() throws {
    let syria = try parseSite(Array("title: a\nbase-url: https://a.b\nlanguage: ar-SY\ndigits: auto\n".utf8))
    #expect(syria.months == .levant)
    #expect(syria.digits == .arab)
    let tunisia = try parseSite(Array("title: a\nbase-url: https://a.b\nlanguage: ar-TN\ndigits: auto\n".utf8))
    #expect(tunisia.months == .maghreb)
    #expect(tunisia.digits == .latn)
  }

  @Test(arguments: [("", true), ("fonts: on\n", true), ("fonts: off\n", false)])
  func fontsAreOnUnlessTheyAreOff(_ line: String, _ expected: Bool) throws {
    #expect(try parseSite(Array("title: a\nbase-url: https://a.b\n\(line)".utf8)).fonts == expected)
    #expect(diagnostics("title: a\nbase-url: https://a.b\nfonts: some\n").count == 1)
  }

  @Test(arguments: [("", nil), ("hijri: off\n", nil), ("hijri: on\n", 0), ("hijri: -1\n", -1)] as [(String, Int?)])
  func hijriDatesAreOffUnlessTheyAreOnOrMoved(_ line: String, _ expected: Int?) throws {
    #expect(try parseSite(Array("title: a\nbase-url: https://a.b\n\(line)".utf8)).hijriOffset == expected)
    #expect(diagnostics("title: a\nbase-url: https://a.b\nhijri: 9\n").count == 1)
    let solar = try parseSite(Array("title: a\nbase-url: https://a.b\nhijri: solar\n".utf8))
    #expect(solar.hasSolarDates && solar.hijriOffset == nil)
  }

  @Test func anUnknownKeyIsAnErrorWithTheNearestKnownOne() {
    #expect(
      diagnostics("title: a\nbase_url: https://a.b\nbase-url: https://a.b\n") == [
        """
        Content/site.yaml:2: error: the site's settings knows no key \u{2068}base_url\u{2069} [unknown-key]
          fix: did you mean `base-url`?
        """
      ]
    )
  }

  @Test(arguments: [
    ("base-url: ftp://a.b", "bad-base-url"), ("base-url: https://", "bad-base-url"),
    ("base-url: https://a.b/../c", "bad-base-url"), ("base-url: \"https://a.b/\\\"x\"", "bad-base-url"),
    ("base-url: https://a.b\nlanguage: Arabic language", "bad-language"),
    ("base-url: https://a.b\ntime-zone: Damascus", "bad-time-zone"),
    ("base-url: https://a.b\npage-size: many", "bad-number"), ("base-url: https://a.b\npage-size: 0", "bad-number"),
    ("base-url: https://a.b\ndigits: arabic", "unknown-value"),
    ("base-url: https://a.b\nmonths: levent", "unknown-value"),
    ("base-url: https://a.b\nslugs: [arabic]", "wrong-type"), ("language: ar", "missing-key"),
  ])
  func aWrongValueIsNamed(_ settings: String, _ id: String) {
    let found = diagnostics("title: a\n\(settings)\n")
    #expect(found.count == 1)
    #expect(found.first?.contains("[\(id)]") == true, "\(found)")
  }

  @Test func whatIsNoYAMLIsNamedWithItsLine() {
    #expect(diagnostics("title: a\n\t- b: [\n").first?.hasPrefix("Content/site.yaml:") == true)
    #expect(diagnostics("- a\n").first?.contains("[bad-yaml]") == true)
  }

  @Test func theHomePagesSlotsAreReadWithTheirLines() throws {
    let text = "title: a\nbase-url: https://a.b\nhome:\n  lead: خبر\n  stories: [ب, ج]\n  topics:\n    - سوريا\n"
    let home = try parseSite(Array(text.utf8)).home
    #expect(home.lead == HomeSlots.Slot(name: "خبر", line: 4))
    #expect(home.stories.map(\.name) == ["ب", "ج"])
    #expect(home.topics == [HomeSlots.Slot(name: "سوريا", line: 7)])
  }

  @Test func wrongSlotsOfTheHomePageAreErrors() {
    let found = diagnostics("title: a\nbase-url: https://a.b\nhome:\n  leed: خبر\n  lead: [a, b]\n")
    #expect(found.count == 2)
    #expect(found.first?.contains("did you mean `lead`?") == true)
    #expect(found.last?.contains("[too-many]") == true)
  }
}
