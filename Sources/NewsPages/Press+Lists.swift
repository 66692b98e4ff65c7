import ArabicText
import NewsCore

extension Press {
  func latestPage(_ list: ListPlan) -> ListPage {
    var page = listPage(list, heading: theme.phrases[.latest], description: site.description, address: latestAddress)
    page.frame.crumbs = [homeLink]
    return page
  }

  /// The topics below stand only at the topic's own address: numbered pages never change.
  func topicPage(_ index: Int, _ list: ListPlan) -> ListPage {
    let topic = topics[index]
    var page = listPage(
      list,
      heading: topic.name,
      description: topic.description ?? topic.name,
      address: topicAddress(topic)
    )
    page.frame.crumbs = crumbs(toTopic: index)
    page.frame.completeHead { [machines, crumbs = page.frame.crumbs] head in
      head.data = machines.pathData(crumbs, title: topic.name)
      head.feeds = machines.feedLinks(.topic(index)) + head.feeds
    }
    page.introduction = topic.description
    if list.number == nil { page.subtopics = plan.topicTree.children[index].map(topicLink) }
    return page
  }

  func authorPage(_ index: Int, _ list: ListPlan) -> ListPage {
    let author = plan.authors.authors[index]
    var page = listPage(list, heading: author.name, description: author.name, address: authorAddress(author))
    page.frame.crumbs = crumbsToAuthor
    page.frame.completeHead { [machines, crumbs = page.frame.crumbs] head in
      head.data = machines.pathData(crumbs, title: author.name)
      head.feeds = machines.feedLinks(.author(index)) + head.feeds
    }
    return page
  }

  private func listPage(_ list: ListPlan, heading: String, description: String?, address: String) -> ListPage {
    let number = list.number.map { pageNumber($0) }
    return ListPage(
      frame: frame(
        title: [heading, number].compactMap { $0 }.joined(separator: " – "),
        description: description,
        address: list.number.map { pageAddress(address, number: $0) } ?? address
      ),
      heading: heading,
      number: number,
      stories: list.stories.map(card),
      older: olderLink(list, address: address),
      newer: newerLink(list, address: address)
    )
  }

  func pageNumber(_ number: Int) -> String {
    theme.phrases[.pageNumber].replacing("{n}", with: site.digits.apply(to: String(number)))
  }

  func olderLink(_ list: ListPlan, address: String, words: Phrase = .olderStories) -> Link? {
    let number = list.number.map { $0 - 1 } ?? list.numberedPages
    guard number > 0 else { return nil }
    return Link(text: theme.phrases[words], href: href(pageAddress(address, number: number)))
  }

  func newerLink(_ list: ListPlan, address: String, words: Phrase = .newerStories) -> Link? {
    guard let number = list.number else { return nil }
    let newer = number < list.numberedPages ? pageAddress(address, number: number + 1) : address
    return Link(text: theme.phrases[words], href: href(newer))
  }

  func card(_ index: Int) -> StoryCard { StoryCard(press: self, story: index) }
}
