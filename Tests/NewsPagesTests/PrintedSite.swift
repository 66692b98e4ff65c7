import ArabicText
import Markup
import NewsCore
import NewsPages
import TestSupport

/// A site of made-up stories, printed page by page without touching a disk.
struct PrintedSite {
  var site = Site(title: "صحيفة", baseURL: "https://news.example")
  var topics = ["سوريا", "روسيا", "اقتصاد", "رياضة", "ثقافة", "علوم", "صحة"].map { Topic(name: $0, slug: $0) }

  init() { site.pageSize = 10 }

  /// The first `count` stories of a series that is the same in every run; each is newer than the one before.
  func teasers(_ count: Int) -> [Teaser] {
    var maker = TextMaker(seed: 7)
    return (0..<count).map { number in
      let day = CivilDate.epoch.adding(days: 20_000 + number / 7)
      let date = StoryDate(
        day: day,
        time: .init(secondOfDay: number % 7 * 7200 + maker.number(below: 7000), offsetMinutes: 0)
      )
      var teaser = Teaser(
        file: "Content/Stories/\(number).md",
        address: storyAddress(date: date, slug: "خبر-\(number)"),
        title: "خبر \(number) \(maker.line(most: 6))",
        kicker: nil,
        summary: maker.line(),
        date: date,
        moment: ZoneClock("UTC").moment(of: date),
        language: nil,
        topics: Array(Set([maker.number(below: topics.count), maker.number(below: topics.count)])).sorted()
      )
      teaser.byline = [["أحمد علي"], ["احمد علي", "ليلى"], []][number % 3]
      if number % 9 == 0 { teaser.corrections = [Correction(date: date, kind: .correction, text: maker.line())] }
      teaser.words = tellingWords(of: [teaser.title, teaser.summary])
      return teaser
    }
  }

  /// Every page of the site with its bytes, by path.
  func print(_ teasers: [Teaser]) throws -> [String: [UInt8]] {
    let plan = planSite(teasers, topics: topics, site: site)
    let press = Press(
      site: site,
      theme: try Theme(files: .builtIn, language: "ar"),
      topics: topics,
      plan: plan
    )
    var pages: [String: [UInt8]] = [:]
    for index in plan.stories.indices {
      let planned = plan.storyPlan(index)
      let teaser = plan.stories[index]
      var story = Story(title: teaser.title, date: teaser.date, body: "")
      story.byline = teaser.byline.map { Contributor(name: $0) }
      let body = HTML(escaping: "نص")
      pages[planned.path] = press.printStory(planned, story: story, body: body, imageAddress: nil)
      pages[planned.litePath ?? "none"] = press.printLiteStory(planned, story: story, body: body)
      let short = Redirect(address: planned.shortAddress ?? "none", story: index)
      pages[short.path] = press.printRedirect(short)
    }
    for page in plan.pages { pages[page.path] = press.printPage(page) }
    return pages
  }
}
