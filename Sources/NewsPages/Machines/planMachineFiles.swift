import NewsCore

/// How many stories a feed holds.
let storiesAFeed = 30
/// How many stories a topic's list for apps holds.
let storiesAnAppList = 50

/// Gives the plan with the files for machines, in linear time: feeds of the site, of each topic that has stories and of
/// each author and of corrections, lists for apps, sitemaps, robots.txt, the manifest, headers for hosts; and with the translations of each
/// story. `now` is in seconds since 1970; it chooses the news sitemap alone. A plan that is not public is nobody's
/// business: crawlers are turned away.
public func withMachineFiles(_ plan: SitePlan, topics: [Topic], site: Site, now: Int, isPublic: Bool = true)
  -> SitePlan
{
  var plan = plan
  plan.isPublic = isPublic
  plan.translations = planTranslations(plan.stories, siteLanguage: site.language)
  let feeds = planAllFeeds(plan, topics: topics, site: site)
  let sitemaps = planSitemaps(plan, clock: ZoneClock(site.timeZone), now: now)
  plan.pages += feeds + sitemaps
  plan.pages.append(PlannedPage(path: "robots.txt", content: .machine(.robots)))
  plan.pages.append(PlannedPage(path: manifestAddress, content: .machine(.manifest)))
  if site.machines.headerFiles {
    let moved = plan.pages.lazy.compactMap(\.content.redirects).first ?? []
    plan.pages += HostFile.allCases.map { PlannedPage(path: $0.path, content: .machine(.host($0, moved: moved))) }
  }
  return plan
}

private func planAllFeeds(_ plan: SitePlan, topics: [Topic], site: Site) -> [PlannedPage] {
  func feeds(_ subject: FeedPlan.Subject, _ stories: some Sequence<Int>) -> [PlannedPage] {
    let newest = Array(stories.prefix(storiesAFeed))
    return FeedFormat.of(site).map { format in
      PlannedPage(
        path: feedFolder(subject, topics: topics, authors: plan.authors) + format.fileName,
        content: .machine(.feed(FeedPlan(subject: subject, format: format, stories: newest)))
      )
    }
  }
  var files = feeds(.site, plan.stories.indices.reversed())
  for topic in topics.indices where plan.topicTree.hasPage(topic) {
    let stories = Array(plan.topicTree.members[topic].suffix(storiesAnAppList).reversed())
    files += feeds(.topic(topic), stories)
    if !site.machines.appLists { continue }
    let path = topicAddress(topics[topic]) + "stories.json"
    files.append(PlannedPage(path: path, content: .machine(.topicStories(topic: topic, stories: stories))))
  }
  for (index, author) in plan.authors.authors.enumerated() {
    files += feeds(.author(index), author.stories.reversed().lazy)
  }
  files += feeds(.corrections, plan.corrections.indices.reversed())
  return files
}

extension PlannedPage.Content {
  /// The redirects in the file for hosts.
  fileprivate var redirects: [Redirect]? {
    if case .redirectList(let redirects) = self { return redirects }
    return nil
  }
}
