import NewsCore

/// Decides which pages the site has, in linear time: each story, the home page, the lists of all stories, of topics, of
/// authors and of corrections, the archive, the static pages, the page for addresses that are not there.
package func planSite(
  _ teasers: [Teaser],
  topics: [Topic],
  site: Site,
  staticPages: [StaticPage] = []
) -> SitePlan {
  let pageSize = site.pageSize
  let stories = teasers.sorted(by: Teaser.isOlder)
  var storiesOfTopic = [[Int]](repeating: [], count: topics.count)
  for (index, story) in stories.enumerated() {
    for topic in story.topics { storiesOfTopic[topic].append(index) }
  }
  var pages = stories.indices.map { index in
    PlannedPage(
      path: stories[index].address + "index.html",
      content: .story(
        StoryPlan(
          story: index,
          older: index > 0 ? index - 1 : nil,
          newer: index + 1 < stories.count ? index + 1 : nil
        )
      )
    )
  }
  let home = planHome(stories, storiesOfTopic: storiesOfTopic, topics: topics, slots: site.home)
  pages.append(PlannedPage(path: "index.html", content: .home(home.plan)))
  pages += planList(Array(stories.indices), pageSize: pageSize, address: latestAddress) { .latest($0) }
  let tree = TopicTree(topics, counts: storiesOfTopic.map(\.count))
  for (topic, members) in storiesOfTopic.enumerated() where tree.hasPage[topic] {
    let address = topicAddress(topics[topic])
    pages += planList(members, pageSize: pageSize, address: address) { .topic(topic, $0) }
  }
  pages.append(PlannedPage(path: topicsAddress + "index.html", content: .topics))
  let authors = AuthorList(stories)
  for (index, author) in authors.authors.enumerated() {
    pages += planList(author.stories, pageSize: pageSize, address: authorAddress(author)) { .author(index, $0) }
  }
  pages.append(PlannedPage(path: authorsAddress + "index.html", content: .authors))
  pages += planArchive(stories)
  let corrections = collectCorrections(stories, clock: ZoneClock(site.timeZone))
  pages += planList(Array(corrections.indices), pageSize: pageSize, address: correctionsAddress) { .corrections($0) }
  pages += staticPages.map { PlannedPage(path: $0.address + "index.html", content: .staticPage($0)) }
  pages.append(PlannedPage(path: "404.html", content: .notFound))
  return SitePlan(
    stories: stories,
    topicCounts: storiesOfTopic.map(\.count),
    topicTree: tree,
    authors: authors,
    corrections: corrections,
    menu: staticPages.filter(\.isInMenu).sorted(by: StaticPage.standsBefore),
    pages: pages,
    diagnostics: home.diagnostics
  )
}

/// The pages of one list, numbered from the oldest: a numbered page is full and holds the same stories for ever, and
/// the list's own address holds the newest `pageSize` to `2 * pageSize - 1`. So a new story changes one page of a list.
func planList(
  _ members: [Int],
  pageSize: Int,
  address: String,
  _ content: (ListPlan) -> PlannedPage.Content
) -> [PlannedPage] {
  let numbered = max(0, members.count / pageSize - 1)
  let newest = ListPlan(
    stories: members[(numbered * pageSize)...].reversed(),
    number: nil,
    numberedPages: numbered
  )
  let older = (0..<numbered).map { index in
    let range = index * pageSize..<(index + 1) * pageSize
    let plan = ListPlan(stories: members[range].reversed(), number: index + 1, numberedPages: numbered)
    return PlannedPage(path: pageAddress(address, number: index + 1) + "index.html", content: content(plan))
  }
  return older + [PlannedPage(path: address + "index.html", content: content(newest))]
}
