import Markup
import NewsBuild
import NewsCore
import NewsPages

/// The desk: stories held back, drafts, what is scheduled and when, warnings, topics without stories, the last build.
/// A whole document, served at `/.warraq/desk/`; `now` is in seconds since 1970.
///
/// Lists are bounded: of 100,000 drafts it shows the first and how many there are.
public func deskPage(_ state: PreviewState, site: Site, now: Int) -> HTML {
  DeskTheme.desk.html(DeskSheet(state, site: site, now: now))
}

/// What the desk offers to its template.
struct DeskSheet: Sendable {
  let site: Site
  let words: DeskWords
  let type: Typesetter
  let state: PreviewState
  let now: Int
  private let dates: DateWriter
  private let clock: ZoneClock

  init(_ state: PreviewState, site: Site, now: Int) {
    self.state = state
    self.site = site
    self.now = now
    words = DeskWords(for: site.language)
    type = Typesetter(language: site.language, ranges: site.ranges)
    dates = DateWriter(site: site)
    clock = ZoneClock(site.timeZone)
  }

  /// A number in the site's digits.
  func digits(_ number: some CustomStringConvertible) -> String { site.digits.apply(to: number.description) }

  /// A moment in the site's calendar and on the clocks of its zone.
  func date(_ moment: Int) -> DateText {
    let (day, second) = clock.wallClock(at: moment)
    let time = StoryDate.Time(secondOfDay: second, offsetMinutes: clock.offset(at: moment) / 60)
    return dates.write(StoryDate(day: day, time: time))
  }

  /// When the clock alone changes what readers see, where it still does.
  var next: DateText? { state.report?.nextChange.flatMap { $0 > now ? date($0) : nil } }

  /// How long the last build took, in seconds with two digits after the point.
  var took: String {
    let hundredths = Int((state.milliseconds / 10).rounded())
    let rest = hundredths % 100
    return words.counting(digits("\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"), .took)
  }

  /// What the site holds, by the last good build.
  var numbers: [DeskNumber] {
    guard let report = state.report else { return [] }
    return [(DeskPhrase.stories, report.stories), (.topics, report.topics), (.pages, report.pages)].map {
      DeskNumber(name: "\(words[$0.0]):", value: digits($0.1))
    }
  }
}

/// A number with its name.
struct DeskNumber: Sendable {
  var name: String
  var value: String
}
