import ArabicText
import NewsCore

/// What stands on the home page: positions in `SitePlan.stories`, no story twice.
public struct HomePlan: Sendable, Hashable {
  /// A topic with its newest stories.
  public struct Block: Sendable, Hashable {
    /// The topic by its place in the list.
    public var topic: Int
    /// Its stories by their places in the catalogue, the newest first.
    public var stories: [Int]
  }

  /// The first story of the day.
  public var lead: Int?
  /// The stories beside the lead.
  public var secondary: [Int] = []
  /// Topics with their newest stories.
  public var blocks: [Block] = []
  /// The newest stories that stand nowhere above.
  public var recent: [Int] = []

  static let secondaryCount = 4
  static let blockCount = 6
  static let storiesInBlock = 4
  static let recentCount = 10
  /// How many of the newest stories decide which topics get a block.
  static let newestForTopics = 100
}

/// Fills the home page: the editor's slots first, then the newest stories and the topics that they are most about.
///
/// A name in `slots` that the site does not have is a warning with the nearest one, and its place fills itself. Its cost
/// does not grow with the number of stories, except for the look-up of slugs where there are slots.
func planHome(
  _ stories: Catalogue,
  storiesOfTopic: [[Int]],
  topics: [Topic],
  slots: HomeSlots
) -> (plan: HomePlan, diagnostics: [Diagnostic]) {
  var desk = HomeDesk(stories: stories, storiesOfTopic: storiesOfTopic)
  let picks = slots.picks(in: stories, topics: topics)
  desk.lead(picks.lead)
  desk.fillSecondary(picks.stories)
  desk.fillBlocks(picks.topics)
  desk.fillRecent()
  return (desk.plan, picks.diagnostics)
}

/// Lays out the home page, one place after the other.
private struct HomeDesk {
  let stories: Catalogue
  let storiesOfTopic: [[Int]]
  var plan = HomePlan()
  private var shown: Set<Int> = []

  init(stories: Catalogue, storiesOfTopic: [[Int]]) {
    self.stories = stories
    self.storiesOfTopic = storiesOfTopic
  }

  mutating func lead(_ pick: Int?) {
    plan.lead = pick ?? stories.indices.last
    if let lead = plan.lead { shown.insert(lead) }
  }

  mutating func fillSecondary(_ picks: [Int]) {
    plan.secondary = picks.filter { shown.insert($0).inserted }
    plan.secondary += newest(HomePlan.secondaryCount - plan.secondary.count, of: Array(stories.indices.suffix(64)))
  }

  mutating func fillBlocks(_ picks: [Int]) {
    for topic in picks.isEmpty ? busiestTopics() : picks where !plan.blocks.contains(where: { $0.topic == topic }) {
      if plan.blocks.count == HomePlan.blockCount && picks.isEmpty { break }
      // A block of one story is no block, unless the editor wants it.
      let fewest = picks.isEmpty ? 2 : 1
      let members = storiesOfTopic[topic].suffix(HomePlan.storiesInBlock + shown.count)
      guard members.count(where: { !shown.contains($0) }) >= fewest else { continue }
      plan.blocks.append(.init(topic: topic, stories: newest(HomePlan.storiesInBlock, of: Array(members))))
    }
  }

  mutating func fillRecent() {
    plan.recent = newest(HomePlan.recentCount, of: Array(stories.indices.suffix(HomePlan.recentCount + shown.count)))
  }

  private mutating func newest(_ count: Int, of candidates: [Int]) -> [Int] {
    var chosen: [Int] = []
    for story in candidates.reversed() where chosen.count < count {
      if shown.insert(story).inserted { chosen.append(story) }
    }
    return chosen
  }

  /// The topics of the newest stories, those with the most first; equal ones in the order of the list of topics.
  private func busiestTopics() -> [Int] {
    var counts: [Int: Int] = [:]
    for story in stories.indices.suffix(HomePlan.newestForTopics) {
      for topic in stories.topics[story] { counts[Int(topic), default: 0] += 1 }
    }
    return counts.keys.sorted { left, right in
      (-(counts[left] ?? 0), left) < (-(counts[right] ?? 0), right)
    }
  }
}

extension HomeSlots {
  /// The slots as positions, and a warning for each that names nothing.
  fileprivate func picks(
    in catalogue: Catalogue,
    topics: [Topic]
  ) -> (lead: Int?, stories: [Int], topics: [Int], diagnostics: [Diagnostic]) {
    if self == HomeSlots() { return (nil, [], [], []) }
    let newest = lead != nil || !stories.isEmpty ? catalogue.newestBySlug() : [:]
    let list = TopicList(self.topics.isEmpty ? [] : topics)
    var diagnostics: [Diagnostic] = []
    func find(_ slot: Slot, _ position: Int?, _ noun: String, _ names: () -> [String]) -> Int? {
      if position == nil { diagnostics.append(unknown(slot, noun, names())) }
      return position
    }
    return (
      lead: lead.flatMap { find($0, newest[slugKey($0.name)], "story") { catalogue.slugs } },
      stories: stories.compactMap { find($0, newest[slugKey($0.name)], "story") { catalogue.slugs } },
      topics: self.topics.compactMap { find($0, list.index(named: $0.name), "topic") { topics.map(\.name) } },
      diagnostics: diagnostics
    )
  }
}

private func unknown(_ slot: HomeSlots.Slot, _ noun: String, _ names: [String]) -> Diagnostic {
  Diagnostic(
    .warning,
    "unknown-home-\(noun)",
    path: SiteFolder.settings,
    line: slot.line,
    "`home` names a \(noun) that the site does not have: \(excerpt(slot.name))",
    fix: nearestName(to: slot.name, among: names).map { "did you mean `\($0)`?" }
      ?? (noun == "story" ? "write the slug of a story, the last part of its address" : "write the name of a topic")
  )
}
