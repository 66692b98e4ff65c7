import NewsCore

/// How a build is to be done.
package struct BuildOptions: Sendable {
  /// Let drafts and stories of the future pass.
  package var drafts = false
  /// For whose eyes the pages are.
  package var audience = Audience.readers
  /// Any content error means that nothing is written.
  package var strict = false
  /// Write every file anew, equal ones too.
  package var clean = false
  /// The moment that counts as now, in seconds since 1970: the clock is a value handed in.
  package var now: Int

  package init(now: Int) { self.now = now }

  /// Whether there may be pages that are not for readers.
  package var isForDesk: Bool { drafts || audience == .desk }
}

/// For whose eyes a build is.
package enum Audience: Sendable {
  case readers
  /// The newsroom's: drafts and stories that are scheduled or expired have pages too, and assets keep their plain names, so
  /// that a stylesheet changes without any page changing. Such a build is never published.
  case desk
}

/// What a build did: the numbers of `--json`, and every diagnostic.
package struct BuildReport: Sendable {
  package var articles = 0
  package var imported = 0
  package var stories = 0
  package var topics = 0
  package var pages = 0
  package var written = 0
  package var unchanged = 0
  package var removed = 0
  package var heldBack = 0
  /// False where `strict` met an error.
  package var wroteSite = true
  /// The next moment at which the clock alone changes the site, in seconds since 1970.
  package var nextChange: Int?
  /// Milliseconds spent in each kind of page, all cores together: planned values to written bytes.
  package var templates: [String: Double] = [:]
  /// Stage and milliseconds, in the order in which they ran.
  package var stages: [(stage: BuildStage, milliseconds: Double)] = []
  package var diagnostics: [Diagnostic] = []
  /// The pages, photos and assets that were written and removed, relative to the folder that was built into.
  package var changed: [String] = []
  /// The stories that readers do not see, in the order of their files; for the desk alone.
  package var unreleased: [UnreleasedStory] = []
  /// The names of listed topics that no story has; for the desk alone.
  package var topicsWithoutStories: [String] = []

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// A story that has a page for the newsroom's eyes and none for readers.
package struct UnreleasedStory: Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    case draft
    /// It will be seen from this moment on, in seconds since 1970.
    case scheduled(Int)
    /// It was seen until this moment.
    case expired(Int)
  }

  /// Its page, relative to the site's address: `2026/01/05/slug/`.
  package var address: String
  package var title: String
  /// Its file, relative to the site's folder.
  package var file: String
  package var reason: Reason

  package init(address: String, title: String, file: String, reason: Reason) {
    (self.address, self.title, self.file, self.reason) = (address, title, file, reason)
  }
}

/// The stages of a build, as reports and progress name them.
package enum BuildStage: String, Sendable, CaseIterable {
  case settings, read, convert, plan, write, remove, search
}

/// Told now and then how far a long stage has come: done, and out of how many where that is known.
package typealias BuildProgress = (BuildStage, Int, Int?) -> Void
