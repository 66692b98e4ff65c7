import ArabicText
import Markup
import NewsCore
import NewsTemplates

/// Prints planned pages: a page and its values in, the bytes of its file out. The same values give the same bytes.
///
/// It is a class only because every page is printed by it: one reference instead of dozens.
public final class Press: Sendable {
  let site: Site
  let theme: Theme
  let topics: [Topic]
  let plan: SitePlan
  let dates: DateWriter
  /// Sets text in the site's language.
  let type: Typesetter
  let machines: MachinePress
  private let wide: SiteWide
  /// Topic → the link to its page.
  private let topicLinks: [Link]
  /// Topic → the way to a story of which it is the first.
  private let storyCrumbs: [[Link]]

  /// Gives the press of one build: a settled theme, and the plan of all pages.
  public init(site: Site, theme: Theme, topics: [Topic], plan: SitePlan) {
    self.site = site
    self.theme = theme.settled(for: site)
    self.topics = topics
    self.plan = plan
    dates = DateWriter(site: site)
    type = Typesetter(language: site.language, ranges: site.ranges)
    machines = MachinePress(site: site, topics: topics, plan: plan, phrases: theme.phrases)
    wide = SiteWide(
      site: site,
      phrases: theme.phrases,
      stylesheet: theme.stylesheet,
      bodyFont: theme.bodyFont,
      menu: plan.menu.enumerated().map { number, page in
        Link(text: page.title, href: "\(site.basePath)/\(page.address)").prepared(number: 2 * topics.count + 1 + number)
      }
    )
    let type = type
    topicLinks = topics.enumerated().map { number, topic in
      Link(text: topic.name, href: "\(site.basePath)/\(topicAddress(topic))", type: type).prepared(number: number)
    }
    // Their direction is that of their letters, and not the site's.
    let steps = topics.enumerated().map { number, topic in
      Link(text: topic.name, href: "\(site.basePath)/\(topicAddress(topic))").prepared(number: topics.count + number)
    }
    let home = Link(text: theme.phrases[.home], href: "\(site.basePath)/").prepared(number: 2 * topics.count)
    storyCrumbs = topics.indices.map { topic in
      [home] + (plan.topicTree.ancestors(of: topic) + [topic]).map { steps[$0] }
    }
  }

  /// Prints a story's page. `imageAddress` is where its image file will stand in Output, if there is one.
  public func printStory(
    _ planned: StoryPlan,
    story: Story,
    body: HTML,
    imageAddress: String?
  ) -> [UInt8] {
    printStory(storyPage(planned, story: story, body: body, imageAddress: imageAddress))
  }

  /// Prints a story's page and that of the light edition, where it has one. `lightBody` is the body without images.
  public func printStoryPages(
    _ planned: StoryPlan,
    story: Story,
    body: HTML,
    lightBody: HTML,
    imageAddress: String?
  ) -> (full: [UInt8], lite: [UInt8]?) {
    let page = storyPage(planned, story: story, body: body, imageAddress: imageAddress)
    return (printStory(page), planned.litePath == nil ? nil : printLiteStory(page, body: lightBody))
  }

  private func printStory(_ page: StoryPage) -> [UInt8] {
    theme.story.render(page, reserving: page.body.bytes.count + 12_288)
  }

  func storyPage(
    _ planned: StoryPlan,
    story: Story,
    body: HTML,
    imageAddress: String?
  ) -> StoryPage {
    let story = site.shown(story)
    let topics = plan.stories.topics[planned.story].map(Int.init)
    let address = plan.stories.address(planned.story)
    let language = story.lang ?? site.language
    var frame = frame(title: story.title, description: nil, address: address)
    frame.crumbs = topics.first.map { storyCrumbs[$0] } ?? crumbsToStory
    frame.completeHead { [machines, crumbs = frame.crumbs] head in
      machines.describeStory(planned.story, story, crumbs: crumbs, in: &head)
    }
    return StoryPage(
      frame: frame,
      story: story,
      body: body,
      language: language,
      direction: direction(of: story).rawValue,
      published: dates.write(story.date),
      updated: dates.update(of: story).map { dates.writeUpdate($0, after: story.date) },
      byline: story.byline.map(bylineName),
      figure: figure(story, imageAddress: imageAddress, photo: plan.stories.photo(planned.story)),
      topics: links(to: topics),
      series: plan.stories.series[planned.story] < 0 ? nil : topicLinks[Int(plan.stories.series[planned.story])],
      corrections: story.corrections.map { notice($0, language: language) },
      planned: planned,
      older: { [self] in planned.older.map(storyLink) },
      newer: { [self] in planned.newer.map(storyLink) },
      related: { [self] in planned.related.map(card) },
      share: { [self] in shareLinks(title: story.title, address: planned.shortAddress ?? address) },
      href: href(address),
      liteHref: planned.litePath.map { _ in href(liteAddress + address) }
    )
  }

  /// Whether ranges in bodies run from left to right too.
  public var isolatesRanges: Bool { type.isolatingRanges }

  /// The way in which a story's text runs: that of its own language, or of the site's.
  public func direction(of story: Story) -> TextDirection {
    story.lang.map { TextDirection.of(languageTag: $0) } ?? type.base
  }

  /// Prints any page that is not a story's.
  public func printPage(_ page: PlannedPage) -> [UInt8] {
    switch page.content {
    case .home(let home): theme.home.render(homePage(home), reserving: 32_768)
    case .latest(let list):
      theme.latest.render(latestPage(list), reserving: 32_768)
    case .topic(let index, let list):
      theme.topic.render(topicPage(index, list), reserving: 32_768)
    case .author(let index, let list): theme.author.render(authorPage(index, list), reserving: 32_768)
    case .authors: theme.authors.render(authorsPage, reserving: 32_768)
    case .archive(let archive): theme.archive.render(archivePage(archive), reserving: 32_768)
    case .corrections(let list): theme.corrections.render(correctionsPage(list), reserving: 32_768)
    case .liteHome(let stories): theme.liteHome.render(liteHomePage(stories), reserving: 16_384)
    case .redirect(let redirect): printRedirect(redirect)
    case .redirectList(let redirects): redirectList(redirects)
    case .staticPage(let page):
      theme.page.render(staticPage(page), reserving: page.body.bytes.count + 8192)
    case .topics: theme.topics.render(topicsPage, reserving: 32_768)
    case .search: theme.search.render(searchPage, reserving: 16_384)
    case .notFound:
      theme.notFound.render(
        NotFoundPage(frame: frame(title: theme.phrases[.notFoundTitle], description: nil, address: nil)),
        reserving: 8192
      )
    case .machine(let file): machines.bytes(of: file)
    }
  }

  func frame(title: String?, description: String?, address: String?, crumbs: [Link] = []) -> SiteFrame {
    SiteFrame(
      wide: wide,
      pageTitle: machines.bare(title.map { "\($0) – \(site.title)" } ?? site.title),
      address: address,
      crumbs: crumbs
    ) { [machines] in
      var head = machines.head(title: title, description: description, address: address)
      head.data = title.flatMap { machines.pathData(crumbs, title: $0) }
      return head
    }
  }

  func href(_ address: String) -> String { "\(site.basePath)/\(address)" }

  func storyLink(_ index: Int) -> Link {
    Link(
      text: plan.stories.title(index),
      href: href(plan.stories.address(index)),
      type: type,
      language: plan.stories.language(index)
    )
  }

  func links(to indices: [Int]) -> [Link] {
    indices.map { topicLinks[$0] }
  }

  private func bylineName(_ contributor: Contributor) -> BylineName {
    let author = plan.authors.index(named: contributor.name).map { plan.authors.authors[$0] }
    return BylineName(contributor: contributor, href: author.map { href(authorAddress($0)) }, type: type)
  }

  private func figure(_ story: Story, imageAddress: String?, photo: Photo?) -> Figure? {
    guard let image = story.image else { return nil }
    if imageAddress == nil && image.caption == nil && image.credit == nil { return nil }
    return Figure(
      href: imageAddress.map { href(percentEncoded($0)) },
      image: image,
      taken: image.date.map(dates.write),
      width: photo?.width,
      height: photo?.height,
      type: Typesetter(base: direction(of: story), ranges: site.ranges),
      siteType: type
    )
  }

  func notice(_ correction: Correction, language: String) -> CorrectionNotice {
    CorrectionNotice(
      label: theme.phrases[Phrase(correction.kind)],
      date: dates.write(correction.date),
      text: Typesetter(language: language, ranges: site.ranges).set(correction.text)
    )
  }
}
