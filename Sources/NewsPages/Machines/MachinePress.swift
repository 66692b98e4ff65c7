import ArabicText
import Markup
import NewsCore

/// Prints the files that machines read: a planned file in, its bytes out.
///
/// It is a class only because every page hands it on: one reference instead of a plan's dozens.
final class MachinePress: Sendable {
  let site: Site
  let topics: [Topic]
  let plan: SitePlan
  /// The words for corrections, which have a feed of their own.
  let phrases: Phrasebook
  let clock: ZoneClock
  let siteDirection: TextDirection
  /// The newsroom as a publisher, as every story names it.
  let writtenPublisher: JSON.Written
  /// `ar_SY`
  let siteLocale: String
  let siteFeeds: [FeedLink]
  /// The names of the topics as machines read them.
  let topicNames: [String]
  /// Who owns the names of stories in feeds (RFC 4151): the host, in small letters.
  let tagAuthority: String

  init(site: Site, topics: [Topic], plan: SitePlan, phrases: Phrasebook) {
    self.site = site
    self.topics = topics
    self.plan = plan
    self.phrases = phrases
    clock = ZoneClock(site.timeZone)
    siteDirection = TextDirection.of(languageTag: site.language)
    writtenPublisher = JSON.Written(publisherData(of: site))
    siteLocale = openGraphLocale(of: site.language)
    siteFeeds = discoveryLinks(of: site, folder: "", title: site.title).enumerated().map { number, feed in
      var feed = feed
      feed.number = number
      return feed
    }
    topicNames = topics.map { bareText($0.name) }
    let parts = site.baseURL.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
    tagAuthority = parts.count > 1 ? parts[1].prefix { $0 != ":" && $0 != "/" }.lowercased() : ""
  }

  func bytes(of file: MachineFile) -> [UInt8] {
    switch file {
    case .feed(let feed): printFeed(feed)
    case .topicStories(let topic, let stories): printTopicStories(topics[topic], stories: stories)
    case .storySitemap(let stories): printSitemap(stories: stories)
    case .sitemap(let lines): printSitemap(lines)
    case .newsSitemap(let stories): printNewsSitemap(stories)
    case .sitemapIndex(let lines): printSitemapIndex(lines)
    case .robots: printRobots()
    case .manifest: printManifest()
    case .openSearch: printOpenSearch()
    case .host(let file, let moved): printHostFile(file, moved: moved)
    }
  }

  /// A full address, percent-encoded (RFC 3986).
  func absolute(_ address: String) -> String { "\(site.baseURL)/\(percentEncoded(address))" }

  func language(of story: Teaser) -> String { story.language ?? site.language }

  func direction(of story: Teaser) -> TextDirection {
    story.language.map { TextDirection.of(languageTag: $0) } ?? siteDirection
  }

  /// Text for a place without direction, marked where the site wants it.
  func plain(_ text: String, _ direction: TextDirection) -> String {
    site.machines.marksDirection ? markedDirection(bare(text), direction) : bare(text)
  }

  /// Text as its letters alone say it: without direction controls (A-B5), which turn what stands around them, and
  /// without tatweel (A-C7), which no search finds.
  func bare(_ text: String) -> String { bareText(text) }

  func published(_ story: Teaser) -> Timestamp { Timestamp(story.date, clock: clock) }

  /// When the story last changed; when it was published, if it never did.
  func changed(_ story: Teaser) -> Timestamp {
    let published = published(story)
    return story.changed.map { max(published, Timestamp($0, clock: clock)) } ?? published
  }
}

private func bareText(_ text: String) -> String { droppingTatweel(droppingDirectionControls(text)) }
