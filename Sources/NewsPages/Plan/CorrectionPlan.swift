import NewsCore

/// One correction of one story.
package struct CorrectionPlan: Sendable, Hashable {
  /// Position in `SitePlan.stories`.
  package var story: Int
  package var correction: Correction
}

/// Every correction of the site, from the oldest to the newest by its own date.
func collectCorrections(_ stories: Catalogue, clock: ZoneClock) -> [CorrectionPlan] {
  var found: [(moment: Int, plan: CorrectionPlan)] = []
  for index in stories.stories(with: .corrections) {
    for correction in stories[index].corrections {
      found.append((clock.moment(of: correction.date), CorrectionPlan(story: index, correction: correction)))
    }
  }
  let order = found.indices.sorted { (found[$0].moment, $0) < (found[$1].moment, $1) }
  return order.map { found[$0].plan }
}
