import NewsCore

/// The most addresses in one sitemap. The protocol allows 50,000 and 50 MiB; with few, a new story changes a small file.
package let addressesASitemap = 5000
/// The most stories in one news sitemap (Google's rules: 1,000, of the last two days).
package let storiesANewsSitemap = 1000
/// How old they may be, in seconds.
package let newsAge = 172_800

/// The address of the index of sitemaps.
let sitemapIndexAddress = "sitemap.xml"
/// The address of the news sitemap.
let newsSitemapAddress = "news-sitemap.xml"

/// One sitemap for each month of stories, one for the other pages, the news sitemap, and the index of them all. A month
/// is filled from its oldest story, so that what is full stays as it is.
func planSitemaps(_ plan: SitePlan, clock: ZoneClock, now: Int) -> [PlannedPage] {
  var children: [(path: String, lines: [SitemapLine])] = []
  var months: [String: [SitemapLine]] = [:]
  for (index, story) in plan.stories.enumerated() {
    months[String(story.date.day.iso.prefix(7)), default: []].append(
      SitemapLine(address: story.address, changed: story.changed ?? story.date, story: index)
    )
  }
  for (month, lines) in months.sorted(by: { $0.key < $1.key }) { children += split(lines, "sitemaps/\(month)") }
  children += split(listedPages(plan, clock: clock), "sitemaps/pages")
  var index = children.map { SitemapLine(address: $0.path, changed: latest($0.lines.compactMap(\.changed), clock)) }
  var pages = children.map { PlannedPage(path: $0.path, content: .machine(.sitemap($0.lines))) }
  for page in planNewsSitemaps(plan, now: now) {
    pages.append(page)
    index.append(SitemapLine(address: page.path))
  }
  return pages + [PlannedPage(path: sitemapIndexAddress, content: .machine(.sitemapIndex(index)))]
}

private func split(_ lines: [SitemapLine], _ name: String) -> [(path: String, lines: [SitemapLine])] {
  stride(from: 0, to: lines.count, by: addressesASitemap).map { start in
    let number = start / addressesASitemap
    let path = number == 0 ? "\(name).xml" : "\(name)-\(number + 1).xml"
    return (path, Array(lines[start..<min(start + addressesASitemap, lines.count)]))
  }
}

/// Stories of the last two days, newest first. The first file is there though it is empty: its address is known.
private func planNewsSitemaps(_ plan: SitePlan, now: Int) -> [PlannedPage] {
  let recent = plan.stories.indices.reversed().filter {
    plan.stories[$0].moment > now - newsAge && plan.stories[$0].moment <= now
  }
  return stride(from: 0, to: max(recent.count, 1), by: storiesANewsSitemap).map { start in
    let number = start / storiesANewsSitemap
    return PlannedPage(
      path: number == 0 ? newsSitemapAddress : "news-sitemap-\(number + 1).xml",
      content: .machine(.newsSitemap(Array(recent[start..<min(start + storiesANewsSitemap, recent.count)])))
    )
  }
}

/// The pages that are no stories and that a search engine should know: those at their own addresses, not the numbered
/// ones behind them.
private func listedPages(_ plan: SitePlan, clock: ZoneClock) -> [SitemapLine] {
  plan.pages.compactMap { page -> SitemapLine? in
    guard let stories = listedStories(page.content), page.path.hasSuffix("index.html") else { return nil }
    let dates = stories.map { plan.stories[$0].changed ?? plan.stories[$0].date }
    return SitemapLine(address: String(page.path.dropLast("index.html".utf8.count)), changed: latest(dates, clock))
  }.sorted { precedesByBytes($0.address, $1.address) }
}

/// The stories that a page to be listed shows; nil for pages that are not to be listed.
private func listedStories(_ content: PlannedPage.Content) -> [Int]? {
  switch content {
  case .home(let home): [home.lead].compactMap { $0 } + home.secondary + home.recent + home.blocks.flatMap(\.stories)
  case .latest(let list), .topic(_, let list), .author(_, let list): list.number == nil ? list.stories : nil
  case .topics, .authors, .archive, .staticPage: []
  case .corrections(let list): list.number == nil ? [] : nil
  case .story, .liteHome, .redirect, .redirectList, .search, .notFound, .machine: nil
  }
}

private func latest(_ dates: [StoryDate], _ clock: ZoneClock) -> StoryDate? {
  dates.map { (moment: clock.moment(of: $0), date: $0) }.max { $0.moment < $1.moment }?.date
}
