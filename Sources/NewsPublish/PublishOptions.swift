import NewsCore

/// How a publishing is to be done.
package struct PublishOptions: Sendable {
  /// The moment that counts as now, in seconds since 1970.
  package var now: Int
  /// Plan, and do nothing.
  package var dryRun = false
  /// Publish although stories were held back.
  package var allowsHeldBack = false
  /// Write over what others put on a host that nothing was published to.
  package var adopts = false
  /// Take over from a publisher that was cut short.
  package var breaksLock = false
  /// In place of the host's own setting, in percent.
  package var maxDelete: Int?
  /// The password of the host, from the environment.
  package var password: String?

  package init(now: Int) { self.now = now }
}

/// What a publishing did, or would do.
package struct PublishReport: Sendable {
  package var host: String
  package var kind: String
  package var plan: PublishPlan
  /// The release that readers see now.
  package var release: String
  package var releaseBefore: String
  /// Files that were on the host already from a publishing that was cut short.
  package var resumed = 0
  /// Requests to the host, about.
  package var requests = 0
  /// When the site wants building again, as the build said.
  package var next: String?
  package var diagnostics: [Diagnostic] = []
  /// Paths that a switch to another release has changed at once: `rollBack` alone.
  package var switched: [String]?
  /// Paths that were not as they should be: `verify` alone.
  package var drifted: [String] = []
}
