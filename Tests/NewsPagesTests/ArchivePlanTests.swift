import ArabicText
import NewsCore
import NewsPages
import Testing

@Suite struct ArchivePlanTests {
  private func archive(_ days: [String]) throws -> [String: ArchivePlan] {
    let teasers = try days.enumerated().map { number, day in
      var teaser = PrintedSite().teasers(number + 1)[number]
      teaser.date = try #require(StoryDate(iso: day))
      teaser.moment = ZoneClock("UTC").moment(of: teaser.date)
      teaser.address = storyAddress(date: teaser.date, slug: "\(number)")
      return teaser
    }
    let plan = planSite(teasers, topics: PrintedSite().topics, site: PrintedSite().site)
    var pages: [String: ArchivePlan] = [:]
    for page in plan.pages {
      if case .archive(let archive) = page.content { pages[page.path] = archive }
    }
    return pages
  }

  @Test func yearsMonthsAndDaysHaveTheirStories() throws {
    let pages = try archive(["2025-12-31", "2026-01-15T10:00Z", "2026-01-15T09:00Z", "2026-03-01"])
    #expect(
      pages.keys.sorted() == [
        "2025/12/31/index.html", "2025/12/index.html", "2025/index.html", "2026/01/15/index.html",
        "2026/01/index.html", "2026/03/01/index.html", "2026/03/index.html", "2026/index.html", "archive/index.html",
      ]
    )
    #expect(pages["archive/index.html"] == .years([.init(number: 2026, stories: 3), .init(number: 2025, stories: 1)]))
    #expect(pages["2026/index.html"] == .year(2026, [.init(number: 3, stories: 1), .init(number: 1, stories: 2)]))
    let day = ArchivePlan.Day(day: try #require(CivilDate(iso: "2026-01-15")), stories: [2, 1])
    #expect(pages["2026/01/index.html"] == .month(year: 2026, month: 1, [day]))
    #expect(pages["2026/01/15/index.html"] == .day(day))
  }

  @Test func anEmptySiteHasAnEmptyArchive() throws {
    #expect(try archive([]) == ["archive/index.html": .years([])])
  }

  @Test func aStoryStandsOnTheDayThatItsAddressNames() throws {
    // 2026-01-14T22:00Z, but written as the 15th.
    let pages = try archive(["2026-01-15T01:00+03:00"])
    #expect(pages["2026/01/15/index.html"] != nil && pages["2026/01/14/index.html"] == nil)
  }
}
