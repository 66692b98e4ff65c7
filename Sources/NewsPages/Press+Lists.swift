import ArabicText
import NewsCore

extension Press {
  func listPage(_ list: ListPlan, address: String, topic: Topic?) -> ListPage {
    let number = list.number.map { pageNumber($0) }
    let ownAddress = list.number.map { pageAddress(address, number: $0) } ?? address
    let heading = topic?.name ?? theme.phrases[.latest]
    let title = [heading, number].compactMap { $0 }.joined(separator: " – ")
    return ListPage(
      frame: frame(
        title: title,
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

  func card(_ index: Int) -> StoryCard {
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

  var topicsPage: TopicsPage {
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
