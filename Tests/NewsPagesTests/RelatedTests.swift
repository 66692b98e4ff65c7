import NewsCore
import NewsPages
import Testing

@Suite struct RelatedTests {
  private let printed = PrintedSite()

  private func related(_ teasers: [Teaser]) -> [[Int]] {
    let plan = planSite(teasers, topics: printed.topics, site: printed.site)
    return plan.stories.indices.map { plan.storyPlan($0).related }
  }

  private func teasers(_ count: Int, topics: [[Int]] = [], words: [[String]] = []) -> [Teaser] {
    printed.teasers(count).enumerated().map { index, teaser in
      var teaser = teaser
      teaser.topics = index < topics.count ? topics[index] : []
      teaser.words = index < words.count ? tellingWords(of: words[index]) : []
      return teaser
    }
  }

  @Test func moreSharedTopicsAndNewerStoriesComeFirst() {
    #expect(related(teasers(5, topics: [[0], [0, 1], [0], [2], [0, 1]]))[4] == [1, 2, 0])
  }

  @Test func storiesWithNothingInCommonAreNotRelated() {
    #expect(related(teasers(3, topics: [[0], [1], [2]])) == [[], [], []])
  }

  @Test func threeRareWordsMakeStoriesRelated() {
    let words = [
      ["سدّ النهضة"], ["كأس العرب"], ["مفاوضات الإثيوبيين حول النهضة"], ["جولة المفاوضات مع الإثيوبيين والنهضة"],
    ]
    #expect(related(teasers(4, words: words))[3] == [2])
  }

  @Test func thereAreAtMostFiveAndEachIsNamedByFew() {
    let lists = related(teasers(300, topics: (0..<300).map { [$0 % 2] }))
    #expect(lists.allSatisfy { $0.count <= 5 && Set($0).count == $0.count })
    var named: [Int: Int] = [:]
    for story in lists.flatMap({ $0 }) { named[story, default: 0] += 1 }
    #expect((named.values.max() ?? 0) <= 8)
    #expect(lists.enumerated().allSatisfy { index, list in list.allSatisfy { $0 < index } })
  }

  @Test func aNewStoryChangesNoOlderStorysList() {
    let many = teasers(120, topics: (0..<120).map { [$0 % 3] })
    #expect(Array(related(many).dropLast()) == related(Array(many.dropLast())))
  }

  @Test func theEditorsChoiceWinsAndMayBeEmpty() {
    var stories = teasers(4, topics: [[0], [0], [0], [0]])
    stories[2].related = []
    stories[3].related = [stories[0].slug, stories[3].slug, "لا-وجود-له"]
    #expect(related(stories)[2].isEmpty)
    #expect(related(stories)[3] == [0])
    let plan = planSite(stories, topics: printed.topics, site: printed.site)
    #expect(plan.diagnostics.map(\.id) == ["unknown-related"])
    #expect(plan.diagnostics.first?.path == stories[3].file)
  }

  @Test func aWordThatEightOlderStoriesHoldMakesNoneRelated() {
    let rare = ["النهضة", "الإثيوبيين", "المفاوضات"]
    #expect(related(teasers(8, words: Array(repeating: rare, count: 8)))[7] == [6, 5, 4, 3, 2])
    #expect(related(teasers(9, words: Array(repeating: rare, count: 9)))[8].isEmpty)
  }

  @Test func aStoryChosenTwiceStandsOnce() {
    var stories = teasers(3)
    stories[2].related = [stories[0].slug, stories[1].slug, stories[0].slug]
    #expect(related(stories)[2] == [0, 1])
  }
}
