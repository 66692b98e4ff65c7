import NewsCore

/// How a build is to be done.
public struct BuildOptions: Sendable {
  /// Let drafts and stories of the future pass.
  public var drafts = false
  /// For whose eyes the pages are.
  public var audience = Audience.readers
  /// Any content error means that nothing is written.
  public var strict = false
  /// Write every file anew, equal ones too.
  public var clean = false
  /// The moment that counts as now, in seconds since 1970: the clock is a value handed in.
  public var now: Int

  /// Gives the options of an ordinary build at a moment, in seconds of Unix time.
  public init(now: Int) { self.now = now }

  /// Whether there may be pages that are not for readers.
  public var isForDesk: Bool { drafts || audience == .desk }
}

/// For whose eyes a build is.
public enum Audience: Sendable {
  case readers
  /// The newsroom's: drafts and stories that are scheduled or expired have pages too, and assets keep their plain names, so
  /// that a stylesheet changes without any page changing. Such a build is never published.
  case desk
}

/// What a build did: the numbers of `--json`, and every diagnostic.
public struct BuildReport: Sendable {
  /// Raw articles in Content/Articles.
  public var articles = 0
  /// Story files that the import wrote.
  public var imported = 0
  /// Stories that readers see.
  public var stories = 0
  /// Topics with at least one story.
  public var topics = 0
  /// Pages of the site, those left alone included.
  public var pages = 0
  /// Files that were written into Output.
  public var written = 0
  /// Files in Output that were right already.
  public var unchanged = 0
  /// Files that were taken out of Output.
  public var removed = 0
  /// Story files and pages that errors hold back.
  public var heldBack = 0
  /// False where `strict` met an error.
  public var wroteSite = true
  /// The next moment at which the clock alone changes the site, in seconds since 1970.
  public var nextChange: Int?
  /// Milliseconds spent in each kind of page, all cores together: planned values to written bytes.
  public var templates: [String: Double] = [:]
  /// Stage and milliseconds, in the order in which they ran.
  public var stages: [(stage: BuildStage, milliseconds: Double)] = []
  /// What is wrong in the content, sorted by file and line.
  public var diagnostics: [Diagnostic] = []
  /// The pages, photos and assets that were written and removed, relative to the folder that was built into.
  public var changed: [String] = []
  /// The stories that readers do not see, in the order of their files; for the desk alone.
  public var unreleased: [UnreleasedStory] = []
  /// The names of listed topics that no story has; for the desk alone.
  public var topicsWithoutStories: [String] = []

  /// Whether anything is held back or wrong.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// A story that has a page for the newsroom's eyes and none for readers.
public struct UnreleasedStory: Sendable, Hashable {
  /// Why readers do not see a page that the preview shows.
  public enum Reason: Sendable, Hashable {
    case draft
    /// It will be seen from this moment on, in seconds since 1970.
    case scheduled(Int)
    /// It was seen until this moment.
    case expired(Int)
  }

  /// Its page, relative to the site's address: `2026/01/05/slug/`.
  public var address: String
  /// The headline.
  public var title: String
  /// Its file, relative to the site's folder.
  public var file: String
  /// Why readers do not see it.
  public var reason: Reason

  /// Gives a page at an address, relative to the site's, with the file it comes from.
  public init(address: String, title: String, file: String, reason: Reason) {
    (self.address, self.title, self.file, self.reason) = (address, title, file, reason)
  }
}

/// The stages of a build, as reports and progress name them.
public enum BuildStage: String, Sendable, CaseIterable {
  case settings, read, convert, plan, write, remove, search
}

/// Told now and then how far a long stage has come: done, and out of how many where that is known.
public typealias BuildProgress = (BuildStage, Int, Int?) -> Void
