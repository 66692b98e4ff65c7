/// How a preview is to run.
package struct PreviewOptions: Sendable {
  /// The port to begin with; the next free one is taken. 0: any that is free.
  package var port = 8000
  /// Where to listen; without it, this machine alone.
  package var host: ListeningAddress?
  /// Look at the files again and again, for folders of which the system tells nothing.
  package var polls = false
  /// The clock, in seconds since 1970: asked before each build.
  package var now: @Sendable () -> Int

  package init(now: @escaping @Sendable () -> Int) { self.now = now }
}

/// What a preview tells the terminal.
package enum PreviewNews: Sendable {
  /// It listens; the address is that of the site's first page.
  case opened(address: String)
  /// A build has ended. The first is told always, others where something changed.
  case built(PreviewState)
  /// One sentence.
  case note(String)
}
