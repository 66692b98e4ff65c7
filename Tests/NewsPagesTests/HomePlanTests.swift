import NewsCore
import NewsPages
import Testing

@Suite struct HomePlanTests {
  private let printed = PrintedSite()

  private func home(_ count: Int, _ slots: HomeSlots = HomeSlots()) throws -> (plan: HomePlan, site: SitePlan) {
    var site = printed.site
    site.home = slots
    let plan = planSite(printed.teasers(count), topics: printed.topics, site: site)
    let homes = plan.pages.compactMap { page -> HomePlan? in
      if case .home(let home) = page.content { return home }
      return nil
    }
    return (try #require(homes.first), plan)
  }

  private func slot(_ name: String, _ line: Int = 1) -> HomeSlots.Slot { .init(name: name, line: line) }

  @Test func anEmptySiteHasAnEmptyHome() throws {
    let plan = try home(0).plan
    #expect(plan.lead == nil && plan.secondary.isEmpty && plan.blocks.isEmpty && plan.recent.isEmpty)
  }

  @Test func theNewestStoryLeadsWhereNobodyChose() throws {
    let plan = try home(100).plan
    #expect(plan.lead == 99)
    #expect(plan.secondary == [98, 97, 96, 95])
    #expect(plan.blocks.count == 6 && plan.blocks.allSatisfy { $0.stories.count == 4 })
    #expect(plan.recent.count == 10)
  }

  @Test func noStoryStandsTwiceOnTheHomePage() throws {
    for count in 0..<80 {
      let plan = try home(count).plan
      let shown = [plan.lead].compactMap { $0 } + plan.secondary + plan.blocks.flatMap(\.stories) + plan.recent
      #expect(shown.count == Set(shown).count)
    }
  }

  @Test func theEditorsChoiceGoesFirst() throws {
    let slots = HomeSlots(lead: slot("خبر-3"), stories: [slot("خبر-5"), slot("خبر-3")], topics: [slot("صحة")])
    let (plan, site) = try home(100, slots)
    #expect(plan.lead == 3)
    #expect(plan.secondary == [5, 99, 98, 97])
    #expect(plan.blocks.map { printed.topics[$0.topic].name } == ["صحة"])
    #expect(site.diagnostics.isEmpty)
  }

  @Test func anUnknownNameIsAWarningWithTheNearestOne() throws {
    let slots = HomeSlots(lead: slot("خبرر-42", 7), stories: [], topics: [slot("روسييا", 9)])
    let (plan, site) = try home(60, slots)
    #expect(plan.lead == 59 && plan.blocks.count == 6)
    #expect(site.diagnostics.map(\.id) == ["unknown-home-story", "unknown-home-topic"])
    #expect(site.diagnostics.map(\.line) == [7, 9])
    #expect(site.diagnostics.map(\.fix) == ["did you mean `خبر-42`?", "did you mean `روسيا`?"])
    #expect(site.diagnostics.allSatisfy { $0.severity == .warning })
  }

  private func blocks(_ topics: [[Int]], _ slots: HomeSlots = HomeSlots()) throws -> [Int] {
    var site = printed.site
    site.home = slots
    let teasers = zip(printed.teasers(topics.count), topics).map { teaser, topics in
      var teaser = teaser
      teaser.topics = topics
      return teaser
    }
    for page in planSite(teasers, topics: printed.topics, site: site).pages {
      if case .home(let home) = page.content { return home.blocks.map(\.topic) }
    }
    return []
  }

  @Test func theTopicOfMostStoriesHasTheFirstBlock() throws {
    // The five newest stand above the blocks.
    #expect(
      try blocks([[1], [1], [1], [0], [0], [2], [2], [2], [2], []] + Array(repeating: [], count: 5)) == [2, 1, 0]
    )
  }

  @Test func aTopicOfOneStoryHasABlockOnlyWhereTheEditorWantsIt() throws {
    let topics = [[0], [0], [1]] + Array(repeating: [], count: 5)
    #expect(try blocks(topics) == [0])
    #expect(try blocks(topics, HomeSlots(lead: nil, stories: [], topics: [slot("روسيا")])) == [1])
  }

  @Test func theEditorMayHaveMoreBlocksThanThereAreByThemselvesAndEachOnce() throws {
    let names = ["صحة", "علوم", "صحة", "ثقافة", "رياضة", "اقتصاد", "روسيا", "سوريا"]
    let chosen = try home(200, HomeSlots(lead: nil, stories: [], topics: names.map { slot($0) })).plan.blocks
    #expect(
      chosen.map { printed.topics[$0.topic].name } == ["صحة", "علوم", "ثقافة", "رياضة", "اقتصاد", "روسيا", "سوريا"]
    )
  }

  @Test func theNewestHundredStoriesDecideWhichTopicsHaveABlock() throws {
    let topics = [[0], [0]] + Array(repeating: [1], count: 40) + Array(repeating: [2], count: 50)
    #expect(try blocks(topics + Array(repeating: [], count: 8)) == [2, 1, 0])
    #expect(try blocks(topics + Array(repeating: [], count: 12)) == [2, 1])
  }
}
