import Markup
import NewsCore

/// The fingerprints of what each page shows: of a story everything that other pages know of it, of a topic its name and
/// address, and so on. Two plans in which a page has the same fingerprint print it alike, under the same settings and theme.
public struct PagePrints: Sendable {
  private let plan: SitePlan
  /// What every page shows: the settings, the theme, the menu.
  private let common: Fingerprint
  private let topics: [Fingerprint]
  /// Story → what other pages may show of it.
  private let stories: [Fingerprint]
  /// Position in `Catalogue.names` → the address of the author's page.
  private let authors: [Fingerprint]

  /// `common` stands for the settings, the theme and the program.
  public init(_ plan: SitePlan, topics: [Topic], common: Fingerprint) {
    self.plan = plan
    var common = common
    common.mix(plan.isPublic)
    for page in plan.menu {
      common.mix(page.title)
      common.mix(page.address)
    }
    self.common = common
    let prints = topics.map { topic in
      var print = Fingerprint()
      print.mix(topic.name)
      print.mix(topic.slug)
      print.mix(topic.kind?.rawValue)
      return print
    }
    self.topics = topics.indices.map { index in
      var print = prints[index]
      for ancestor in plan.topicTree.ancestors(of: index) { print.mix(prints[ancestor]) }
      print.mix(topics[index].description)
      return print
    }
    stories = plan.stories.indices.map { index in
      var print = plan.stories.digests[index]
      plan.stories.topics.forEach(at: index) { print.mix(prints[Int($0)]) }
      return print
    }
    authors = plan.stories.names.map { name in
      var print = Fingerprint()
      print.mix(plan.authors.index(named: name).map { plan.authors.authors[$0].slug })
      return print
    }
  }

  /// That of a story's pages; `content` is that of its file.
  public func fingerprint(ofStory index: Int, content: Fingerprint) -> Fingerprint {
    var print = common
    print.mix(content)
    print.mix(stories[index])
    print.mix(index > 0 ? stories[index - 1] : .unknown)
    print.mix(index + 1 < stories.count ? stories[index + 1] : .unknown)
    for other in plan.chosen[index] ?? plan.related[index] { print.mix(stories[other]) }
    plan.stories.bylines.forEach(at: index) { print.mix(authors[Int($0)]) }
    if let topic = plan.stories.topics[index].first { print.mix(topics[Int(topic)]) }
    print.mix(plan.stories.series[index] < 0 ? .unknown : topics[Int(plan.stories.series[index])])
    print.mix(plan.short.isMade(of: index))
    for translation in plan.translations[index] ?? [] { print.mix(stories[translation]) }
    return print
  }

  /// That of a page that is no story's.
  public func fingerprint(of page: PlannedPage) -> Fingerprint {
    var print = common
    switch page.content {
    case .home(let home):
      mix(home, into: &print)
      for page in plan.policies {
        print.mix(page.address)
        print.mix(page.policy?.rawValue)
      }
    case .latest(let list): mix(list, into: &print) { stories[$0] }
    case .topic(let topic, let list):
      print.mix(topics[topic])
      if list.number == nil { for child in plan.topicTree.children[topic] { print.mix(topics[child]) } }
      mix(list, into: &print) { stories[$0] }
    case .topics:
      for topic in topics.indices where plan.topicTree.hasPage(topic) {
        print.mix(topics[topic])
        print.mix(plan.topicCounts[topic])
      }
    case .author(let author, let list):
      print.mix(plan.authors.authors[author].name)
      mix(list, into: &print) { stories[$0] }
    case .authors:
      for author in plan.authors.authors {
        print.mix(author.name)
        print.mix(author.slug)
        print.mix(author.stories.count)
      }
    case .archive(let archive): mix(archive, into: &print)
    case .corrections(let list):
      mix(list, into: &print) { _ in .unknown }
      for index in list.stories { mix(plan.corrections[index], into: &print) }
    case .staticPage(let page): mix(page, into: &print)
    case .liteHome(let list): for story in list { print.mix(stories[story]) }
    case .redirect(let redirect): mix(redirect, into: &print)
    case .redirectList(let list): for redirect in list { mix(redirect, into: &print) }
    case .search, .notFound: break
    case .machine(let file): mix(file, into: &print)
    }
    return print
  }

  private func mix(_ list: ListPlan, into print: inout Fingerprint, _ line: (Int) -> Fingerprint) {
    print.mix(list.number ?? -1)
    // A numbered page knows of those after it only whether there is one.
    print.mix(list.number.map { $0 < list.numberedPages ? 1 : 0 } ?? list.numberedPages)
    for index in list.stories { print.mix(line(index)) }
  }

  private func mix(_ home: HomePlan, into print: inout Fingerprint) {
    print.mix(home.lead.map { stories[$0] } ?? .unknown)
    for story in home.secondary { print.mix(stories[story]) }
    for block in home.blocks {
      print.mix(topics[block.topic])
      for story in block.stories { print.mix(stories[story]) }
    }
    print.mix(home.recent.count)
    for story in home.recent { print.mix(stories[story]) }
  }

  private func mix(_ archive: ArchivePlan, into print: inout Fingerprint) {
    switch archive {
    case .years(let counts), .year(_, let counts):
      for count in counts {
        print.mix(count.number)
        print.mix(count.stories)
      }
    case .month(_, _, let days): for day in days { mix(day, into: &print) }
    case .day(let day): mix(day, into: &print)
    }
  }

  private func mix(_ day: ArchivePlan.Day, into print: inout Fingerprint) {
    print.mix(day.day.dayNumber)
    for story in day.stories { print.mix(stories[story]) }
  }

  private func mix(_ entry: CorrectionPlan, into print: inout Fingerprint) {
    print.mix(stories[entry.story])
    print.mix(entry.correction.date.iso)
    print.mix(entry.correction.kind.rawValue)
    print.mix(entry.correction.text)
    print.mix(entry.ordinal)
  }

  private func mix(_ page: StaticPage, into print: inout Fingerprint) {
    print.mix(page.title)
    print.mix(page.address)
    print.mix(page.description)
    print.mix(page.language)
    print.mix(page.body.bytes)
  }

  private func mix(_ redirect: Redirect, into print: inout Fingerprint) {
    print.mix(redirect.address)
    print.mix(stories[redirect.story])
  }

  private func mix(_ file: MachineFile, into print: inout Fingerprint) {
    switch file {
    case .feed(let feed):
      mix(feed.subject, into: &print)
      if feed.subject == .corrections {
        for index in feed.stories { mix(plan.corrections[index], into: &print) }
      } else {
        for story in feed.stories { print.mix(stories[story]) }
      }
    case .topicStories(let topic, let list):
      print.mix(topics[topic])
      for story in list { print.mix(stories[story]) }
    case .storySitemap(let list):
      for story in list {
        print.mix(stories[story])
        for translation in plan.translations[story] ?? [] { print.mix(stories[translation]) }
      }
    case .sitemap(let lines), .sitemapIndex(let lines):
      for line in lines {
        print.mix(line.address)
        print.mix(line.changed?.iso)
      }
    case .newsSitemap(let list): for story in list { print.mix(stories[story]) }
    case .host(_, let moved): for redirect in moved { mix(redirect, into: &print) }
    case .robots, .manifest, .openSearch: break
    }
  }

  private func mix(_ subject: FeedPlan.Subject, into print: inout Fingerprint) {
    switch subject {
    case .site, .corrections: break
    case .topic(let topic): print.mix(topics[topic])
    case .author(let author):
      print.mix(plan.authors.authors[author].name)
      print.mix(plan.authors.authors[author].slug)
    }
  }
}
