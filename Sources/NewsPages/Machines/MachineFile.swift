import NewsCore

/// A file of the site that machines read, as a value; numbers are positions in `SitePlan.stories`.
public enum MachineFile: Sendable, Hashable {
  case feed(FeedPlan)
  /// The newest stories of a topic for apps, newest first.
  case topicStories(topic: Int, stories: [Int])
  /// The stories of a month.
  case storySitemap([Int])
  /// Pages that are no stories.
  case sitemap([SitemapLine])
  case newsSitemap([Int])
  case sitemapIndex([SitemapLine])
  case robots
  case manifest
  case openSearch
  /// With what has moved, for the host to lead on.
  case host(HostFile, moved: [Redirect])
}

/// A feed: of what, in which format, with which stories, newest first; of corrections with positions in
/// `SitePlan.corrections`.
public struct FeedPlan: Sendable, Hashable {
  /// What it follows.
  public var subject: Subject
  /// RSS, Atom or JSON Feed.
  public var format: FeedFormat
  /// Its stories by their places in the catalogue, the newest first.
  public var stories: [Int]

  /// What a feed follows; a topic or an author by the position in its list.
  public enum Subject: Sendable, Hashable {
    case site
    case topic(Int)
    case author(Int)
    case corrections
  }
}

/// The formats of a feed: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1.
public enum FeedFormat: String, Sendable, CaseIterable {
  case rss = "feed.xml"
  case atom = "atom.xml"
  case json = "feed.json"

  /// The formats that a site's feeds have.
  static func of(_ site: Site) -> [FeedFormat] {
    site.machines.feeds.map { feed in
      switch feed {
      case .rss: .rss
      case .atom: .atom
      case .json: .json
      }
    }
  }

  /// The name of its file in the folder of what it follows.
  var fileName: String { rawValue }

  var mediaType: String {
    switch self {
    case .rss: "application/rss+xml"
    case .atom: "application/atom+xml"
    case .json: "application/feed+json"
    }
  }
}

/// An address in a sitemap, with the date on which what it shows last changed.
public struct SitemapLine: Sendable, Hashable {
  /// Relative to the site's address.
  public var address: String
  /// nil where no date can be given.
  public var changed: StoryDate?
}
