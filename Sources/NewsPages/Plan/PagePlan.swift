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
    case notFound
  }
}

/// A story with its neighbours in time.
package struct StoryPlan: Sendable, Hashable {
  package var story: Int
  package var older: Int?
  package var newer: Int?
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
  /// Stories a topic, by position in the topic list.
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
}
