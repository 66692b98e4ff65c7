import NewsCore
import NewsPages
import Testing

@Suite struct PlanListTests {
  private func teasers(_ count: Int) -> [Teaser] {
    (0..<count).map { number in
      Teaser(
        file: "\(number).md",
        address: "2026/01/01/\(number)/",
        title: "خبر \(number)",
        kicker: nil,
        summary: "",
        date: StoryDate(day: .epoch),
        moment: number,
        language: nil,
        topics: [0]
      )
    }
  }

  private var site: Site {
    var site = Site(title: "أ", baseURL: "https://a.b")
    site.pageSize = 10
    return site
  }

  private func latestPages(_ count: Int) -> [String: [Int]] {
    let plan = planSite(teasers(count).shuffled(), topics: [Topic(name: "م", slug: "م")], site: site)
    var pages: [String: [Int]] = [:]
    for page in plan.pages {
      if case .latest(let list) = page.content { pages[page.path] = list.stories.map { plan.stories[$0].moment } }
    }
    return pages
  }

  @Test(arguments: [0, 1, 9, 10, 19]) func fewStoriesStandOnOnePage(_ count: Int) {
    #expect(latestPages(count) == ["latest/index.html": Array((0..<count).reversed())])
  }

  @Test func fullPagesAreNumberedFromTheOldest() {
    let pages = latestPages(35)
    #expect(pages["latest/page/1/index.html"] == Array((0..<10).reversed()))
    #expect(pages["latest/page/2/index.html"] == Array((10..<20).reversed()))
    #expect(pages["latest/index.html"] == Array((20..<35).reversed()))
    #expect(pages.count == 3)
  }

  @Test func aNewStoryChangesOnePageOfAList() {
    for count in 1..<60 {
      let (before, after) = (latestPages(count), latestPages(count + 1))
      let kept = before.filter { $0.key != "latest/index.html" }
      #expect(kept.allSatisfy { after[$0.key] == $0.value })
      #expect(after.values.map(\.count).reduce(0, +) == count + 1)
      #expect((after["latest/index.html"]?.count ?? 0) < 20)
    }
  }

  @Test func neighboursFollowTime() {
    let plan = planSite(teasers(3).reversed(), topics: [Topic(name: "م", slug: "م")], site: site)
    let stories = plan.stories.indices.map(plan.storyPlan)
    #expect(stories.map(\.older) == [nil, 0, 1])
    #expect(stories.map(\.newer) == [1, 2, nil])
  }

  @Test func topicsWithoutStoriesHaveNoPage() {
    let topics = [Topic(name: "أ", slug: "أ"), Topic(name: "ب", slug: "ب")]
    let paths = planSite(teasers(1), topics: topics, site: site).pages.map(\.path)
    #expect(paths.contains("topics/أ/index.html"))
    #expect(!paths.contains("topics/ب/index.html"))
  }

  @Test func aNumberedPageSaysWhichItIsAndLeadsToItsNeighbours() throws {
    let topics = [Topic(name: "م", slug: "م")]
    let plan = planSite(teasers(45), topics: topics, site: site)
    let press = Press(site: site, theme: try Theme(files: .builtIn, language: "ar"), topics: topics, plan: plan)
    func text(_ path: String) throws -> String {
      String(decoding: press.printPage(try #require(plan.pages.first { $0.path == path })), as: UTF8.self)
    }
    let second = try text("latest/page/2/index.html")
    #expect(second.contains("<title>أحدث الأخبار – الصفحة 2 – أ</title>"))
    #expect(second.contains("href=\"/latest/page/1/\"") && second.contains("href=\"/latest/page/3/\""))
    #expect(!second.contains("href=\"/latest/page/2/\""))
    let third = try text("latest/page/3/index.html")
    #expect(third.contains("href=\"/latest/page/2/\"") && !third.contains("href=\"/latest/page/4/\""))
    #expect(try !text("latest/page/1/index.html").contains("href=\"/latest/page/0/\""))
  }

  @Test func theLightHomePageHasTheNewestForty() {
    let printed = PrintedSite()
    let pages = planSite(printed.teasers(60), topics: printed.topics, site: printed.site).pages
    let lists = pages.compactMap { page -> [Int]? in
      if case .liteHome(let stories) = page.content { stories } else { nil }
    }
    #expect(lists == [Array((20..<60).reversed())])
  }
}
