import NewsCore
import NewsPages

extension BuildReport {
  /// Adds what only the newsroom is told: stories that have a page and no readers, and topics that have no stories.
  mutating func survey(
    _ index: StoryIndex,
    _ edition: Edition,
    _ topics: TopicList,
    _ plan: SitePlan,
    now: Int
  ) {
    for position in edition.rows.filter({ reason(index.rows[$0], now: now) != nil }).sorted() {
      let row = index.rows[position]
      guard let reason = reason(row, now: now), let teaser = index.teaser(row.record) else { continue }
      let (address, title) = (teaser.address, teaser.title)
      unreleased.append(UnreleasedStory(address: address, title: title, file: index.path(row), reason: reason))
    }
    topicsWithoutStories = topics.topics.indices.filter { plan.topicCounts[$0] == 0 }.map { topics.topics[$0].name }
  }

  private func reason(_ row: StoryRow, now: Int) -> UnreleasedStory.Reason? {
    if row.flags.contains(.draft) { return .draft }
    if row.visibleFrom > now { return .scheduled(row.visibleFrom) }
    return row.visibleUntil <= now ? .expired(row.visibleUntil) : nil
  }
}
