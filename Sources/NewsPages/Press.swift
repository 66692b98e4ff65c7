import ArabicText
import Markup
import NewsCore
import NewsTemplates

/// Prints planned pages: a page and its values in, the bytes of its file out. The same values give the same bytes.
package struct Press: Sendable {
  private let site: Site
  private let theme: Theme
  private let topics: [Topic]
  private let plan: SitePlan
  private let dates: DateWriter

  package init(site: Site, theme: Theme, topics: [Topic], plan: SitePlan) {
    self.site = site
    self.theme = theme
    self.topics = topics
    self.plan = plan
    dates = DateWriter(site: site)
  }

  /// Prints a story's page. `imageAddress` is where its image file will stand in Output, if there is one.
  package func printStory(
    _ planned: StoryPlan,
    story: Story,
    body: HTML,
    imageAddress: String?
  ) -> [UInt8] {
    let teaser = plan.stories[planned.story]
    let language = story.lang ?? site.language
    let page = StoryPage(
      frame: frame(title: story.title, description: teaser.summary, address: teaser.address),
      story: story,
      body: body,
      language: language,
      direction: direction(of: story).rawValue,
      published: dates.write(story.date),
      updated: story.updated.map(dates.write),
      figure: figure(story, imageAddress: imageAddress),
      topics: links(to: teaser.topics),
      corrections: story.corrections.map(notice),
      older: planned.older.map(storyLink),
      newer: planned.newer.map(storyLink)
    )
    return theme.story.render(page, reserving: body.bytes.count + 8192)
  }

  /// The way in which a story's text runs: that of its own language, or of the site's.
  package func direction(of story: Story) -> TextDirection {
    TextDirection.of(languageTag: story.lang ?? site.language)
  }

  /// Prints any page that is not a story's.
  package func printPage(_ page: PlannedPage) -> [UInt8] {
    switch page.content {
    case .story: preconditionFailure("a story's page needs its body: use printStory")
    case .home(let list): theme.home.render(listPage(list, address: "", topic: nil), reserving: 32_768)
    case .topic(let index, let list):
      theme.topic.render(
        listPage(list, address: topicAddress(topics[index]), topic: topics[index]),
        reserving: 32_768
      )
    case .topics: theme.topics.render(topicsPage, reserving: 32_768)
    case .notFound:
      theme.notFound.render(
        NotFoundPage(frame: frame(title: theme.phrases[.notFoundTitle], description: nil, address: nil)),
        reserving: 8192
      )
    }
  }

  private func frame(title: String?, description: String?, address: String?) -> SiteFrame {
    SiteFrame(
      site: site,
      phrases: theme.phrases,
      pageTitle: title.map { "\($0) – \(site.title)" } ?? site.title,
      description: description,
      address: address,
      stylesheet: Theme.stylesheet
    )
  }

  private func href(_ address: String) -> String { "\(site.basePath)/\(address)" }

  private func storyLink(_ index: Int) -> Link {
    Link(text: plan.stories[index].title, href: href(plan.stories[index].address))
  }

  private func links(to indices: [Int]) -> [Link] {
    indices.map { Link(text: topics[$0].name, href: href(topicAddress(topics[$0]))) }
  }

  private func figure(_ story: Story, imageAddress: String?) -> Figure? {
    guard let image = story.image else { return nil }
    if imageAddress == nil && image.caption == nil && image.credit == nil { return nil }
    return Figure(href: imageAddress.map { href(percentEncoded($0)) }, image: image)
  }

  private func notice(_ correction: Correction) -> CorrectionNotice {
    let label: Phrase =
      switch correction.kind {
      case .correction: .correction
      case .clarification: .clarification
      case .retraction: .retraction
      }
    return CorrectionNotice(
      label: theme.phrases[label],
      date: dates.write(correction.date),
      text: correction.text
    )
  }
}

extension Press {
  private func listPage(_ list: ListPlan, address: String, topic: Topic?) -> ListPage {
    let number = list.number.map { pageNumber($0) }
    let ownAddress = list.number.map { pageAddress(address, number: $0) } ?? address
    let heading = topic?.name ?? theme.phrases[.latest]
    let title = [topic?.name, number].compactMap { $0 }.joined(separator: " – ")
    return ListPage(
      frame: frame(
        title: title.isEmpty ? nil : title,
        description: topic.map { $0.description ?? $0.name } ?? site.description,
        address: ownAddress
      ),
      heading: heading,
      introduction: topic?.description,
      number: number,
      stories: list.stories.map(card),
      older: olderLink(list, address: address),
      newer: newerLink(list, address: address)
    )
  }

  private func pageNumber(_ number: Int) -> String {
    theme.phrases[.pageNumber].replacing("{n}", with: site.digits.apply(to: String(number)))
  }

  private func olderLink(_ list: ListPlan, address: String) -> Link? {
    let number = list.number.map { $0 - 1 } ?? list.numberedPages
    guard number > 0 else { return nil }
    return Link(text: theme.phrases[.olderStories], href: href(pageAddress(address, number: number)))
  }

  private func newerLink(_ list: ListPlan, address: String) -> Link? {
    guard let number = list.number else { return nil }
    let newer = number < list.numberedPages ? pageAddress(address, number: number + 1) : address
    return Link(text: theme.phrases[.newerStories], href: href(newer))
  }

  private func card(_ index: Int) -> StoryCard {
    let teaser = plan.stories[index]
    return StoryCard(
      teaser: teaser,
      href: href(teaser.address),
      date: dates.write(teaser.date),
      language: teaser.language,
      direction: teaser.language.map { TextDirection.of(languageTag: $0).rawValue },
      topics: links(to: teaser.topics)
    )
  }

  private var topicsPage: TopicsPage {
    let lines = topics.indices.filter { plan.topicCounts[$0] > 0 }.map { index in
      TopicLine(
        name: topics[index].name,
        href: href(topicAddress(topics[index])),
        count: theme.phrases.count(plan.topicCounts[index], .storyCount, digits: site.digits)
      )
    }
    return TopicsPage(
      frame: frame(title: theme.phrases[.topics], description: theme.phrases[.topics], address: topicsAddress),
      topics: sorted(lines)
    )
  }

  /// In the order of the language (A-N9); names that only differ in spelling keep the order of the list.
  private func sorted(_ lines: [TopicLine]) -> [TopicLine] {
    let keyed = lines.enumerated().map { (key: collationKey($0.element.name), position: $0.offset, line: $0.element) }
    return keyed.sorted { ($0.key, $0.position) < ($1.key, $1.position) }.map(\.line)
  }
}
