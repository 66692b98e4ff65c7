import NewsCore

/// A page that the site has: where it stands and what it shows, as a value. Rendering it needs nothing else but the
/// theme and, for a story, its body.
package struct PlannedPage: Sendable, Hashable {
  /// The file, relative to Output.
  package var path: String
  package var content: Content

  /// What a page shows; numbers are positions in `SitePlan.stories`, lists show the newest first.
  package enum Content: Sendable, Hashable {
    case story(StoryPlan)
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
}

/// A story with its neighbours in time.
package struct StoryPlan: Sendable, Hashable {
  package var story: Int
  package var older: Int?
  package var newer: Int?
  /// Related stories, the nearest first.
  package var related: [Int] = []
  /// `a/…/`, the address for sharing.
  package var shortAddress: String?
  /// The file of its page in the light edition.
  package var litePath: String?
}

/// One page of a list. `number` is nil at the list's own address, which holds the newest stories.
package struct ListPlan: Sendable, Hashable {
  package var stories: [Int]
  package var number: Int?
  /// How many numbered pages the list has.
  package var numberedPages: Int
}

/// All pages of a site, over its stories from the oldest to the newest.
package struct SitePlan: Sendable {
  package var stories: [Teaser]
  /// Stories of a topic and of those below it, by position in the topic list.
  package var topicCounts: [Int]
  package var topicTree: TopicTree
  package var authors: AuthorList
  /// From the oldest to the newest.
  package var corrections: [CorrectionPlan]
  /// Pages that the menu at the foot leads to, in its order.
  package var menu: [StaticPage]
  /// Stories first, then what links to them, so that a page is never published before what it leads to.
  package var pages: [PlannedPage]
  /// What the settings name and the site does not have.
  package var diagnostics: [Diagnostic] = []

  /// How many files the pages are, those of the light edition among them.
  package var pageCount: Int {
    pages.reduce(0) { count, page in
      if case .story(let story) = page.content, story.litePath != nil { return count + 2 }
      return count + 1
    }
  }
  /// False for a build with drafts, which no crawler may take in.
  package var isPublic = true
  /// Story → the same story in each language, with itself; only for stories that have translations.
  package var translations: [Int: [Int]] = [:]
}
