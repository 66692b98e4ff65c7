import NewsCore
import NewsPages
import Testing

@Suite struct TopicTreeTests {
  private let topics = [
    Topic(name: "العالم", slug: "w"), Topic(name: "الشرق الأوسط", slug: "me", parent: "العالم"),
    Topic(name: "سوريا", slug: "sy", parent: "الشرق الأوسط"), Topic(name: "رياضة", slug: "sp"),
    Topic(name: "دائري", slug: "r1", parent: "حلقة"), Topic(name: "حلقة", slug: "r2", parent: "دائري"),
  ]

  private func plan(_ topic: Int) -> SitePlan {
    var teaser = PrintedSite().teasers(1)[0]
    teaser.topics = [topic]
    return planSite([teaser], topics: topics, site: PrintedSite().site)
  }

  @Test func aTopicsPageHasTheStoriesOfThoseBelowIt() {
    var teasers = PrintedSite().teasers(3)
    for (index, own) in [[2], [1, 2], [0, 3]].enumerated() { teasers[index].topics = own }
    #expect(planSite(teasers, topics: topics, site: PrintedSite().site).topicCounts == [3, 2, 2, 1, 0, 0])
  }

  @Test func aTopicBringsThePagesOfThoseAboveIt() {
    let plan = plan(2)
    #expect(topics.indices.map(plan.topicTree.hasPage) == [true, true, true, false, false, false])
    #expect(plan.topicTree.children == [[1], [2], [], [], [], []])
    #expect(plan.topicTree.ancestors(of: 2) == [0, 1])
    #expect(plan.pages.map(\.path).filter { $0.hasPrefix("topics/") }.count == 4)
  }

  @Test func aRingOfParentsIsWalkedOnce() {
    let plan = plan(4)
    #expect(topics.indices.map(plan.topicTree.hasPage) == [false, false, false, false, true, true])
    #expect(plan.topicTree.ancestors(of: 4) == [5])
  }

  @Test func ofALongLineOfTopicsTheNearestEightAreNamed() {
    let topics = (0..<12).map { Topic(name: "م\($0)", slug: "\($0)", parent: $0 == 0 ? nil : "م\($0 - 1)") }
    var teaser = PrintedSite().teasers(1)[0]
    teaser.topics = [11]
    let tree = planSite([teaser], topics: topics, site: PrintedSite().site).topicTree
    #expect(tree.ancestors(of: 11) == Array(3...10))
  }
}
