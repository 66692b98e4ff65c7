import NewsBuild
import NewsCore

/// What a preview knows once a build has ended, well or not: one whole value, made anew after each build.
public struct PreviewState: Sendable {
  /// How many builds there were, from 1; 0 before the first has ended.
  public var number = 0
  /// The last build that came to its end: its pages are what is served. nil while there was none.
  public var report: BuildReport?
  /// What the last build, whether it came to its end or not, found wrong; sorted.
  public var diagnostics: [Diagnostic] = []
  /// Why the last build did not come to its end.
  public var failure: Failure?
  /// When the last build ended, in seconds since 1970.
  public var finished = 0
  /// How long it took.
  public var milliseconds = 0.0
  /// The files that it wrote and removed, and pages whose ribbon is another, relative to the folder that is served.
  public var changed: [String] = []
  /// False where a build before broke off, and nobody knows what it wrote.
  public var knowsChanges = true

  /// Gives the state before the first build.
  public init() {}

  /// What kept a build from its end; the pages of the build before stay.
  public enum Failure: Sendable, Hashable {
    /// Settings, templates or strings are wrong: see the diagnostics.
    case settings
    /// The system would not read or write.
    case environment(FileTrouble)
  }
}
