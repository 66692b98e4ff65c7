/// How a preview is to run.
public struct PreviewOptions: Sendable {
  /// The port to begin with; the next free one is taken. 0: any that is free.
  public var port = 8000
  /// Where to listen; without it, this machine alone.
  public var host: ListeningAddress?
  /// Look at the files again and again, for folders of which the system tells nothing.
  public var polls = false
  /// The clock, in seconds since 1970: asked before each build.
  public var now: @Sendable () -> Int

  /// Gives the usual options; `now` tells the time in seconds of Unix time.
  public init(now: @escaping @Sendable () -> Int) { self.now = now }
}

/// What a preview tells the terminal.
public enum PreviewNews: Sendable {
  /// It listens; the address is that of the site's first page.
  case opened(address: String)
  /// A build has ended. The first is told always, others where something changed.
  case built(PreviewState)
  /// One sentence.
  case note(String)
}
