import ArabicText
import NewsCore

/// One correction of one story.
public struct CorrectionPlan: Sendable, Hashable {
  /// Position in `SitePlan.stories`.
  public var story: Int
  /// The notice itself.
  public var correction: Correction
  /// Which of the story's corrections of that day it is, from 1: in feeds it keeps its name though others follow.
  public var ordinal = 1
}

/// Every correction of the site, from the oldest to the newest by its own date.
func collectCorrections(_ stories: Catalogue, clock: ZoneClock) -> [CorrectionPlan] {
  var found: [(moment: Int, plan: CorrectionPlan)] = []
  for index in stories.stories(with: .corrections) {
    var ofDay: [CivilDate: Int] = [:]
    for correction in stories[index].corrections {
      let ordinal = ofDay[correction.date.day, default: 0] + 1
      ofDay[correction.date.day] = ordinal
      let plan = CorrectionPlan(story: index, correction: correction, ordinal: ordinal)
      found.append((clock.moment(of: correction.date), plan))
    }
  }
  let order = found.indices.sorted { (found[$0].moment, $0) < (found[$1].moment, $1) }
  return order.map { found[$0].plan }
}
