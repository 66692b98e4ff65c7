import ArabicText
import NewsCore

/// The most addresses in one sitemap. The protocol allows 50,000 and 50 MiB; with few, a new story changes a small file.
public let addressesASitemap = 5000
/// The most stories in one news sitemap (Google's rules: 1,000, of the last two days).
public let storiesANewsSitemap = 1000
/// How old they may be, in seconds.
public let newsAge = 172_800

/// The address of the index of sitemaps.
let sitemapIndexAddress = "sitemap.xml"
/// The address of the news sitemap.
let newsSitemapAddress = "news-sitemap.xml"

/// One sitemap for each month of stories, one for the other pages, the news sitemap, and the index of them all. A month
/// is filled from its oldest story, so that what is full stays as it is.
func planSitemaps(_ plan: SitePlan, clock: ZoneClock, now: Int) -> [PlannedPage] {
  var pages: [PlannedPage] = []
  var index: [SitemapLine] = []
  for month in months(of: plan.stories) {
    for (path, stories) in split(month.stories, "sitemaps/\(month.name)") {
      pages.append(PlannedPage(path: path, content: .machine(.storySitemap(stories))))
      index.append(SitemapLine(address: path, changed: plan.lastChange(of: stories)))
    }
  }
  for (path, lines) in split(listedPages(plan), "sitemaps/pages") {
    pages.append(PlannedPage(path: path, content: .machine(.sitemap(lines))))
    index.append(SitemapLine(address: path, changed: latest(lines.compactMap(\.changed), clock)))
  }
  for page in planNewsSitemaps(plan, now: now) {
    pages.append(page)
    index.append(SitemapLine(address: page.path))
  }
  return pages + [PlannedPage(path: sitemapIndexAddress, content: .machine(.sitemapIndex(index)))]
}

/// The stories of each month, as their addresses have it, from the oldest month to the newest.
private func months(of stories: Catalogue) -> [(name: String, stories: [Int])] {
  var days: [Int32: [Int]] = [:]
  for index in stories.indices { days[stories.days[index], default: []].append(index) }
  var months: [String: [Int]] = [:]
  for (number, members) in days {
    guard let day = CivilDate(dayNumber: Int(number)) else { continue }
    months[String(day.iso.prefix(7)), default: []] += members
  }
  return months.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
}

private func split<Line>(_ lines: [Line], _ name: String) -> [(path: String, lines: [Line])] {
  stride(from: 0, to: lines.count, by: addressesASitemap).map { start in
    let number = start / addressesASitemap
    let path = number == 0 ? "\(name).xml" : "\(name)-\(number + 1).xml"
    return (path, Array(lines[start..<min(start + addressesASitemap, lines.count)]))
  }
}

extension SitePlan {
  /// The date of the newest change among some stories, as its story has it.
  fileprivate func lastChange(of stories: [Int]) -> StoryDate? {
    stories.max { self.stories.changes[$0] < self.stories.changes[$1] }.map { newest in
      let story = self.stories[newest]
      return story.changed ?? story.date
    }
  }
}

/// Stories of the last two days, newest first. The first file is there though it is empty: its address is known.
private func planNewsSitemaps(_ plan: SitePlan, now: Int) -> [PlannedPage] {
  let recent = plan.stories.indices.reversed().prefix { plan.stories.moments[$0] > now - newsAge }
    .filter { plan.stories.moments[$0] <= now }
  return stride(from: 0, to: max(recent.count, 1), by: storiesANewsSitemap).map { start in
    let number = start / storiesANewsSitemap
    return PlannedPage(
      path: number == 0 ? newsSitemapAddress : "news-sitemap-\(number + 1).xml",
      content: .machine(.newsSitemap(Array(recent[start..<min(start + storiesANewsSitemap, recent.count)])))
    )
  }
}

/// The next moment, in seconds since 1970, at which the news sitemap loses a story; nil where it is empty.
public func nextNewsChange(_ plan: SitePlan, now: Int) -> Int? {
  let moments = plan.stories.moments.reversed()
  return moments.lazy.filter { $0 <= now }.prefix { $0 > now - newsAge }.last.map { $0 + newsAge }
}

/// The pages that are no stories and that a search engine should know: those at their own addresses, not the numbered
/// ones behind them.
private func listedPages(_ plan: SitePlan) -> [SitemapLine] {
  plan.pages.compactMap { page -> SitemapLine? in
    guard let stories = listedStories(page.content), page.path.hasSuffix("index.html") else { return nil }
    let address = String(page.path.dropLast("index.html".utf8.count))
    return SitemapLine(address: address, changed: plan.lastChange(of: stories))
  }.sorted { precedesByBytes($0.address, $1.address) }
}

/// The stories that a page to be listed shows; nil for pages that are not to be listed.
private func listedStories(_ content: PlannedPage.Content) -> [Int]? {
  switch content {
  case .home(let home): [home.lead].compactMap { $0 } + home.secondary + home.recent + home.blocks.flatMap(\.stories)
  case .latest(let list), .topic(_, let list), .author(_, let list): list.number == nil ? list.stories : nil
  case .topics, .authors, .archive, .staticPage: []
  case .corrections(let list): list.number == nil ? [] : nil
  case .liteHome, .redirect, .redirectList, .search, .notFound, .machine: nil
  }
}

private func latest(_ dates: [StoryDate], _ clock: ZoneClock) -> StoryDate? {
  dates.map { (moment: clock.moment(of: $0), date: $0) }.max { $0.moment < $1.moment }?.date
}
