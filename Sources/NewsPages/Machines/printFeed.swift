import ArabicText
import NewsCore

/// What stands at the top of a feed.
struct FeedHead: Sendable {
  var title: String
  var description: String
  /// The page that the feed follows.
  var home: String
  var ownAddress: String
  /// When the newest thing in it was changed; the beginning of 1970 where it is empty.
  var changed: String
}

extension MachinePress {
  func printFeed(_ feed: FeedPlan) -> [UInt8] {
    let stories = feed.subject == .corrections ? feed.stories.map(feedCorrection) : feed.stories.map(feedStory)
    switch feed.format {
    case .rss: return printRSS(head(of: feed), stories)
    case .atom: return printAtom(head(of: feed, changed: stories.map(\.changed).max()), stories)
    case .json: return printJSONFeed(head(of: feed), stories)
    }
  }

  private func head(of feed: FeedPlan, changed: Timestamp? = nil) -> FeedHead {
    let direction = TextDirection.of(languageTag: site.language)
    let address = folder(of: feed.subject)
    return FeedHead(
      title: plain(feedTitle(feed.subject), direction),
      description: plain(description(of: feed.subject), direction),
      home: absolute(address),
      ownAddress: absolute(address + feed.format.fileName),
      changed: changed?.rfc3339 ?? "1970-01-01T00:00:00Z"
    )
  }

  private func description(of subject: FeedPlan.Subject) -> String {
    switch subject {
    case .site: site.description ?? site.title
    case .topic(let index): topics[index].description ?? topics[index].name
    case .author(let index): plan.authors.authors[index].name
    case .corrections: phrases[.correctionsText]
    }
  }

  /// The title of a feed: the site's, or `topic – site`.
  func feedTitle(_ subject: FeedPlan.Subject) -> String {
    switch subject {
    case .site: site.title
    case .topic(let index): "\(topics[index].name) – \(site.title)"
    case .author(let index): "\(plan.authors.authors[index].name) – \(site.title)"
    case .corrections: "\(phrases[.corrections]) – \(site.title)"
    }
  }

  func folder(of subject: FeedPlan.Subject) -> String { feedFolder(subject, topics: topics, authors: plan.authors) }
}

/// The folder of what a feed follows.
func feedFolder(_ subject: FeedPlan.Subject, topics: [Topic], authors: AuthorList) -> String {
  switch subject {
  case .site: ""
  case .topic(let index): topicAddress(topics[index])
  case .author(let index): authorAddress(authors.authors[index])
  case .corrections: correctionsAddress
  }
}
