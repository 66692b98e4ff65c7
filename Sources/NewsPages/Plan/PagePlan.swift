import NewsCore

/// A page that is no story's: where it stands and what it shows, as a value. Printing it needs nothing else but the
/// theme.
public struct PlannedPage: Sendable, Hashable {
  /// The file, relative to Output.
  public var path: String
  /// What the page shows.
  public var content: Content

  /// What a page shows; numbers are positions in `SitePlan.stories`, lists show the newest first.
  public enum Content: Sendable, Hashable {
    case home(HomePlan)
    case latest(ListPlan)
    case topic(Int, ListPlan)
    case topics
    case author(Int, ListPlan)
    case authors
    case archive(ArchivePlan)
    /// The list's numbers are positions in `SitePlan.corrections`.
    case corrections(ListPlan)
    case staticPage(StaticPage)
    /// The newest stories in the light edition.
    case liteHome([Int])
    case redirect(Redirect)
    /// The file `_redirects` for hosts.
    case redirectList([Redirect])
    case search
    case notFound
    case machine(MachineFile)
  }

  /// The template, or the kind of file, for reports.
  public var kind: String {
    switch content {
    case .home: "home"
    case .latest: "latest"
    case .topic: "topic"
    case .topics: "topics"
    case .author: "author"
    case .authors: "authors"
    case .archive: "archive"
    case .corrections: "corrections"
    case .staticPage: "page"
    case .liteHome: "lite-home"
    case .redirect: "redirect"
    case .redirectList: "redirects"
    case .search: "search"
    case .notFound: "not-found"
    case .machine(.feed): "feeds"
    case .machine: "machines"
    }
  }
}

/// A story with its neighbours in time.
public struct StoryPlan: Sendable, Hashable {
  /// The story by its place in the catalogue.
  public var story: Int
  /// The file of its page, relative to Output.
  public var path: String
  /// The story before it in time.
  public var older: Int?
  /// The story after it in time.
  public var newer: Int?
  /// Related stories, the nearest first.
  public var related: [Int] = []
  /// `a/…/`, the address for sharing.
  public var shortAddress: String?
  /// The file of its page in the light edition.
  public var litePath: String?
}

/// One page of a list. `number` is nil at the list's own address, which holds the newest stories.
public struct ListPlan: Sendable, Hashable {
  /// Its stories by their places in the catalogue, the newest first.
  public var stories: [Int]
  /// The number of the page; nil at the list's own address.
  public var number: Int?
  /// How many numbered pages the list has.
  public var numberedPages: Int
}

/// All pages of a site, over its stories from the oldest to the newest.
public struct SitePlan: Sendable {
  /// All stories that readers see, the oldest first.
  public var stories: Catalogue
  /// Stories of a topic and of those below it, by position in the topic list.
  public var topicCounts: [Int]
  /// The topics above and below each other.
  public var topicTree: TopicTree
  /// Those who have a page of their own.
  public var authors: AuthorList
  /// From the oldest to the newest.
  public var corrections: [CorrectionPlan]
  /// Pages that the menu at the foot leads to, in its order.
  public var menu: [StaticPage]
  /// Pages that state the newsroom's policies, in the order of the menu.
  public var policies: [StaticPage] = []
  /// Older stories of the same matter for each story.
  public var related: RelatedStories
  /// The related stories that editors chose: they count instead.
  var chosen: [Int: [Int]]
  /// The short addresses of stories.
  public var short: ShortAddresses
  /// Whether there is a light edition.
  public let hasLite: Bool
  /// The pages that are no story's, in an order in which none is published before what it leads to.
  public var pages: [PlannedPage] = []
  /// What the settings name and the site does not have.
  public var diagnostics: [Diagnostic] = []
  /// False for a build with drafts, which no crawler may take in.
  public var isPublic = true
  /// Story → the same story in each language, with itself; only for stories that have translations.
  public var translations: [Int: [Int]] = [:]

  /// The pages of the story at a position.
  public func storyPlan(_ index: Int) -> StoryPlan {
    let path = stories.address(index) + "index.html"
    return StoryPlan(
      story: index,
      path: path,
      older: index > 0 ? index - 1 : nil,
      newer: index + 1 < stories.count ? index + 1 : nil,
      related: chosen[index] ?? related[index],
      shortAddress: short[index],
      litePath: hasLite ? NewsPages.litePath(path) : nil
    )
  }

  /// How many files the pages are, those of the light edition and the short addresses among them.
  public var pageCount: Int {
    pages.count + stories.count * (hasLite ? 2 : 1) + short.count
  }
}
