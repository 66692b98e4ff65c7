import ArabicText
import Markup
import NewsCore
import NewsPages
import Testing

/// The law that incremental builds rest on: a page whose bytes would be others has another fingerprint.
@Suite struct PagePrintsTests {
  /// A small paper in which every kind of page shows something of everything.
  private struct World {
    var site = Site(title: "صحيفة", baseURL: "https://news.example")
    var topics = [
      Topic(name: "العالم", slug: "w", description: "كل العالم"), Topic(name: "سوريا", slug: "sy", parent: "العالم"),
      Topic(name: "ليلى", slug: "l", kind: .person), Topic(name: "سلسلة", slug: "series"),
    ]
    var teasers: [Teaser] = []
    /// The body of each story, by its file: what no other page shows.
    var bodies: [String: String] = [:]
    var pages = ["title: من نحن\norder: 1\ndescription: وصف\npolicy: ethics", "title: اتصل\norder: 2"]
    var texts = ["نص", "هاتف"]
    var isPublic = true

    init() {
      site.pageSize = 3
      for number in 0..<14 { add(number) }
      teasers[1].topics = [1, 2]
      teasers[2].topics = [1, 3]
      teasers[2].series = 3
      teasers[3].corrections = correction("الصواب كذا")
      teasers[4].photo = Photo(address: "images/x.png", width: 40, height: 30, bytes: 900)
      teasers[5].id = "7"
      teasers[8].id = "7"
      teasers[8].language = "en"
      teasers[6].aliases = ["/old/name/"]
      teasers[7].byline = ["C++"]
      teasers[9].related = [teasers[0].slug]
      teasers[11].label = .urgent
      teasers[11].kicker = "اقتصاد"
      teasers[12].topics = [1]
    }

    mutating func add(_ number: Int) {
      let date = StoryDate(day: CivilDate.epoch.adding(days: 20_000 + number * 9))
      var teaser = Teaser(
        file: "\(number).md",
        address: storyAddress(date: date, slug: "خبر-\(number)"),
        title: "خبر \(number)",
        kicker: nil,
        summary: "ملخص \(number)",
        date: date,
        moment: ZoneClock("UTC").moment(of: date),
        language: nil,
        topics: number % 4 == 0 ? [0] : []
      )
      teaser.byline = number % 2 == 0 ? ["أحمد علي"] : []
      teasers.append(teaser)
    }

    func correction(_ text: String, _ kind: Correction.Kind = .correction) -> [Correction] {
      StoryDate(iso: "2025-12-01").map { [Correction(date: $0, kind: kind, text: text)] } ?? []
    }

    /// Every page by its path, with its bytes and its fingerprint.
    func printed(_ theme: Theme) throws -> [String: (bytes: [UInt8], print: Fingerprint)] {
      let statics = zip(pages, texts).enumerated().compactMap { number, page -> StaticPage? in
        let file = "---\n\(page.0)\n---\n\n\(page.1)\n"
        return parsePage(Array(file.utf8), path: "p").page.map {
          StaticPage(
            file: "p\(number)",
            slug: $0.slug ?? "p\(number)",
            page: $0,
            language: $0.lang,
            body: HTML(escaping: page.1)
          )
        }
      }
      let planned = planSite(teasers, topics: topics, site: site, staticPages: statics)
      let newest = teasers.map(\.moment).max() ?? 0
      let plan = withMachineFiles(planned, topics: topics, site: site, now: newest + 60, isPublic: isPublic)
      let press = Press(site: site, theme: theme, topics: topics, plan: plan)
      let prints = PagePrints(plan, topics: topics, common: Fingerprint())
      var all: [String: (bytes: [UInt8], print: Fingerprint)] = [:]
      for page in plan.pages { all[page.path] = (press.printPage(page), prints.fingerprint(of: page)) }
      for index in plan.stories.indices {
        let (teaser, story) = (plan.stories[index], story(plan.stories[index]))
        let body = HTML(escaping: story.body)
        let own = plan.storyPlan(index)
        let made = press.printStoryPages(
          own,
          story: story,
          body: body,
          lightBody: body,
          imageAddress: teaser.photo?.address
        )
        let print = prints.fingerprint(ofStory: index, content: Fingerprint(of: Array(printStory(story).utf8)))
        all[own.path] = (made.full, print)
        all[own.litePath ?? ""] = (made.lite ?? [], print)
      }
      return all
    }

    private func story(_ teaser: Teaser) -> Story {
      var story = Story(title: teaser.title, date: teaser.date, body: bodies[teaser.file] ?? "نص")
      story.byline = teaser.byline.map { Contributor(name: $0) }
      story.lang = teaser.language
      story.kicker = teaser.kicker
      story.corrections = teaser.corrections
      if teaser.photo != nil {
        story.image = StoryImage()
        story.image?.file = "x.png"
      }
      return story
    }
  }

  private static var changes: [(String, (inout World) -> Void)] {
    var changes: [(String, (inout World) -> Void)] = [
      ("drafts are built", { $0.isPublic = false }),
      ("a page of the menu has another title", { $0.pages[1] = "title: راسلنا\norder: 2" }),
      ("a page of the menu moved", { $0.pages[1] += "\nslug: contact" }),
      ("a page is about something else", { $0.pages[0] = $0.pages[0].replacing("وصف", with: "غير ذلك") }),
      ("a page is in another language", { $0.pages[1] += "\nlang: fa" }),
      ("a page states another policy", { $0.pages[0] = $0.pages[0].replacing("ethics", with: "masthead") }),
      ("a page has another text", { $0.texts[1] = "عنوان" }),
      ("a topic has another name", { $0.topics[1].name = "سورية" }),
      (
        "a topic above has another name",
        {
          $0.topics[0].name = "عالمنا"; $0.topics[1].parent = "عالمنا"
        }
      ),
      ("a topic stands below no other", { $0.topics[1].parent = nil }),
      ("a topic moved", { $0.topics[1].slug = "syria" }),
      ("a topic above moved", { $0.topics[0].slug = "world" }),
      ("a topic is a place", { $0.topics[2].kind = .place }),
      ("a topic is described", { $0.topics[0].description = "كل شيء" }),
      ("a series has another name", { $0.topics[3].name = "حلقات" }),
      ("an author is spelled in another way in the oldest story", { $0.teasers[0].byline = ["احمد علي"] }),
      ("an author had the address first", { $0.teasers[1].byline = ["C#"] }),
      ("a correction has another text", { $0.teasers[3].corrections = $0.correction("غير ذلك") }),
      ("a correction is a retraction", { $0.teasers[3].corrections = $0.correction("الصواب كذا", .retraction) }),
      ("a translation is in another language", { $0.teasers[8].language = "fr" }),
      ("a translation is none any more", { $0.teasers[8].id = nil }),
      ("an older address is added", { $0.teasers[6].aliases.append("/older/") }),
      ("a photo is another", { $0.teasers[4].photo?.address = "images/y.png" }),
      ("a photo has another width", { $0.teasers[4].photo?.width = 80 }),
      ("a photo has another length", { $0.teasers[4].photo?.bytes = 901 }),
      ("a story changed for its readers", { $0.teasers[5].changed = StoryDate(iso: "2026-01-01") }),
      ("a story has another label", { $0.teasers[11].label = .exclusive }),
      ("a story has another kicker", { $0.teasers[11].kicker = "مال" }),
      ("a story has another body", { $0.bodies["7.md"] = "نص آخر" }),
      ("an editor chose other related stories", { $0.teasers[9].related = [$0.teasers[1].slug] }),
      (
        "another story took the short address",
        { world in
          let plan = planSite(world.teasers, topics: world.topics, site: world.site)
          world.teasers[10].id = plan.short[3].map { String($0.dropFirst(2).dropLast()) }
        }
      ),
      ("a story came", { $0.add(14) }),
      ("a story went", { $0.teasers.removeFirst() }),
      ("the newest story went", { $0.teasers.removeLast() }),
    ]
    for index in 0..<14 {
      changes.append(("story \(index) has another headline", { $0.teasers[index].title += " آخر" }))
      changes.append(("story \(index) is of another topic", { $0.teasers[index].topics = [2] }))
    }
    return changes
  }

  @Test func aPageOfOtherBytesHasAnotherFingerprint() throws {
    let theme = try Theme(files: .builtIn, language: "ar")
    let base = try World().printed(theme)
    for (what, change) in Self.changes {
      var world = World()
      change(&world)
      let after = try world.printed(theme)
      let changed = after.filter { path, page in base[path].map { $0.bytes != page.bytes } ?? false }
      #expect(!changed.isEmpty, "\(what)")
      for (path, page) in changed { #expect(base[path]?.print != page.print, "\(what): \(path)") }
    }
  }

  @Test func theSamePaperHasTheSameFingerprints() throws {
    let theme = try Theme(files: .builtIn, language: "ar")
    let (one, other) = (try World().printed(theme), try World().printed(theme))
    #expect(one.allSatisfy { other[$0.key]?.print == $0.value.print } && one.count == other.count)
  }
}
