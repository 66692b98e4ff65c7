import NewsCore

/// Decides which pages the site has, in linear time: each story, the home page, the lists of all stories, of topics, of
/// authors and of corrections, the archive, the static pages, the light edition, redirects, the page for addresses that
/// are not there.
///
/// `related` holds what is known of the relations between the stories.
public func planSite(
  _ stories: Catalogue,
  related: RelatedStories,
  topics: [Topic],
  site: Site,
  staticPages: [StaticPage] = []
) -> SitePlan {
  let tree = TopicTree(topics, stories: stories)
  let relations = chosenRelations(stories)
  let short = ShortAddresses(stories, site: site)
  let home = planHome(stories, storiesOfTopic: tree.members, topics: topics, slots: site.home)
  var plan = SitePlan(
    stories: stories,
    topicCounts: tree.members.map(\.count),
    topicTree: tree,
    authors: AuthorList(stories),
    corrections: collectCorrections(stories, clock: ZoneClock(site.timeZone)),
    menu: staticPages.filter(\.isInMenu).sorted(by: StaticPage.standsBefore),
    related: related,
    chosen: relations.chosen,
    short: short,
    hasLite: site.hasLite,
    diagnostics: home.diagnostics + relations.diagnostics + short.diagnostics
  )
  plan.policies = staticPages.filter { $0.policy != nil }.sorted(by: StaticPage.standsBefore)
  plan.pages.append(PlannedPage(path: "index.html", content: .home(home.plan)))
  plan.addLists(of: topics, pageSize: site.pageSize)
  if site.hasArchive { plan.pages += planArchive(stories) }
  if site.hasSearch { plan.pages += planSearchPage() }
  plan.pages += staticPages.map { PlannedPage(path: $0.address + "index.html", content: .staticPage($0)) }
  if site.hasLite {
    let newest = Array(stories.indices.suffix(liteHomeCount).reversed())
    plan.pages.append(PlannedPage(path: liteAddress + "index.html", content: .liteHome(newest)))
  }
  plan.pages.append(PlannedPage(path: "404.html", content: .notFound))
  plan.addRedirects(site: site)
  return plan
}

/// The plan of a site that is made up in memory: nothing is known of it.
public func planSite(
  _ teasers: [Teaser],
  topics: [Topic],
  site: Site,
  staticPages: [StaticPage] = []
) -> SitePlan {
  let stories = Catalogue(teasers, clock: ZoneClock(site.timeZone))
  var related = RelatedStories(count: stories.count)
  related.find(nil, in: stories)
  return planSite(stories, related: related, topics: topics, site: site, staticPages: staticPages)
}

/// Stories on the home page of the light edition.
private let liteHomeCount = 40

extension SitePlan {
  fileprivate mutating func addLists(of topics: [Topic], pageSize: Int) {
    pages += planList(Array(stories.indices), pageSize: pageSize, address: latestAddress) { .latest($0) }
    for topic in topics.indices where topicTree.hasPage(topic) {
      let address = topicAddress(topics[topic])
      pages += planList(topicTree.members[topic], pageSize: pageSize, address: address) { .topic(topic, $0) }
    }
    pages.append(PlannedPage(path: topicsAddress + "index.html", content: .topics))
    for (index, author) in authors.authors.enumerated() {
      pages += planList(author.stories, pageSize: pageSize, address: authorAddress(author)) { .author(index, $0) }
    }
    pages.append(PlannedPage(path: authorsAddress + "index.html", content: .authors))
    pages += planList(Array(corrections.indices), pageSize: pageSize, address: correctionsAddress) { .corrections($0) }
  }

  fileprivate mutating func addRedirects(site: Site) {
    let redirects = planRedirects(stories, short: short, pages: pages, site: site)
    pages += (redirects.short + redirects.aliases).map { PlannedPage(path: $0.path, content: .redirect($0)) }
    if !redirects.aliases.isEmpty {
      pages.append(PlannedPage(path: "_redirects", content: .redirectList(redirects.aliases)))
    }
    diagnostics += redirects.diagnostics
  }
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
