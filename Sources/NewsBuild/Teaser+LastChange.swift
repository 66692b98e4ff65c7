import NewsCore
import NewsPages

extension Teaser {
  /// Adds when a story last changed, for feeds and sitemaps.
  mutating func addLastChange(of story: Story, _ clock: ZoneClock) {
    let changes = [story.updated].compactMap { $0 } + story.corrections.map(\.date)
    changed = changes.max { clock.moment(of: $0) < clock.moment(of: $1) }
  }
}
