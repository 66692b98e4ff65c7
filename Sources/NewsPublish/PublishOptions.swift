import NewsCore

/// How a publishing is to be done.
public struct PublishOptions: Sendable {
  /// The moment that counts as now, in seconds since 1970.
  public var now: Int
  /// Plan, and do nothing.
  public var dryRun = false
  /// Publish although stories were held back.
  public var allowsHeldBack = false
  /// Write over what others put on a host that nothing was published to.
  public var adopts = false
  /// Take over from a publisher that was cut short.
  public var breaksLock = false
  /// In place of the host's own setting, in percent.
  public var maxDelete: Int?
  /// The password of the host, from the environment.
  public var password: String?

  /// Gives the usual options at a moment, in seconds of Unix time.
  public init(now: Int) { self.now = now }
}

/// What a publishing did, or would do.
public struct PublishReport: Sendable {
  /// The host's name in the settings.
  public var host: String
  /// How files are brought to it.
  public var kind: String
  /// What was or would be done.
  public var plan: PublishPlan
  /// The release that readers see now.
  public var release: String
  /// The release that stood on the host before.
  public var releaseBefore: String
  /// Files that were on the host already from a publishing that was cut short.
  public var resumed = 0
  /// Requests to the host, about.
  public var requests = 0
  /// When the site wants building again, as the build said.
  public var next: String?
  /// What the newsroom should know besides.
  public var diagnostics: [Diagnostic] = []
  /// Paths that a switch to another release has changed at once: `rollBack` alone.
  public var switched: [String]?
  /// Paths that were not as they should be: `verify` alone.
  public var drifted: [String] = []
}
