import NewsCore

/// How a build is to be done.
package struct BuildOptions: Sendable {
  /// Let drafts and stories of the future pass.
  package var drafts = false
  /// Any content error means that nothing is written.
  package var strict = false
  /// Write every file anew, equal ones too.
  package var clean = false
  /// The moment that counts as now, in seconds since 1970: the clock is a value handed in.
  package var now: Int

  package init(now: Int) { self.now = now }
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

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// The stages of a build, as reports and progress name them.
package enum BuildStage: String, Sendable, CaseIterable {
  case settings, read, convert, plan, write, remove, search
}

/// Told now and then how far a long stage has come: done, and out of how many where that is known.
package typealias BuildProgress = (BuildStage, Int, Int?) -> Void
