import NewsBuild
import NewsCore

/// Previews a site until the task is cancelled: builds it into a folder of its own, serves that, and builds again whenever
/// its files change or the clock brings a story.
///
/// Throws `BuildTrouble.settings` where the folder holds no site, and `.environment` where another preview of it is running
/// or no port is free. Whatever goes wrong later is shown in the pages, which stay as they last were.
public func previewSite(
  _ root: String,
  options: PreviewOptions,
  tell: @escaping @Sendable (PreviewNews) -> Void
) async throws(BuildTrouble) {
  let folder = SiteFolder(root: root, output: "\(root)/\(SiteFolder.preview)")
  if Files.kind(at: folder.path(SiteFolder.settings)) == nil { _ = try readSettings(folder) }
  let server: PreviewServer
  let lock: PreviewLock
  do throws(FileTrouble) {
    try Files.makeFolders(folder.output)
    try ignoreInGit(folder.output)
    lock = try PreviewLock("\(folder.output)/.warraq")
    server = try PreviewServer(addresses: options.host.map { [$0] } ?? ListeningAddress.loopback, port: options.port)
  } catch {
    throw .environment(error)
  }
  defer { lock.release() }
  // From here on nothing that changes is missed.
  let changes = watchSite(root, polling: options.polls)
  let show = firstShow(folder, options, server)
  let address = "http://\(options.host?.text ?? "localhost"):\(server.port)\(show.served.root)"
  try? lock.tell(address)
  tell(.opened(address: address))
  let newsstand = Newsstand(show)
  let signals = Signals()
  await withTaskGroup(of: Void.self) { group in
    group.addTask { await server.run(newsstand, now: options.now) }
    group.addTask {
      for await change in changes {
        if let note = change.note { tell(.note(note)) }
        signals.give()
      }
    }
    group.addTask { await keepBuilding(Builder(folder: folder, now: options.now), newsstand, signals, tell) }
    await withTaskCancellationHandler {
      await group.next()
    } onCancel: {
      signals.give()
    }
    group.cancelAll()
  }
}

/// Keeps a folder out of the repository that its site may be in, whatever that one's own list says.
private func ignoreInGit(_ folder: String) throws(FileTrouble) {
  let path = "\(folder)/.gitignore"
  if Files.kind(at: path) == nil {
    try Files.replace(path, with: Array("*\n".utf8), temporary: "\(path).tmp")
  }
}

/// What is shown until the first build has ended: the pages of the preview before, where there was one.
private func firstShow(_ folder: SiteFolder, _ options: PreviewOptions, _ server: PreviewServer) -> PreviewShow {
  let site = try? readSettings(folder)
  var served = ServedSite(folder: folder.output, basePath: site?.basePath ?? "")
  served.hosts = options.host == nil ? .loopback : .numbers
  let session = String(Files.now(), radix: 36)
  var show = PreviewShow(served: served, root: folder.root, session: session)
  if let site { show.site = site }
  return show
}

/// One build after the other, each for all that happened since the one before began.
private func keepBuilding(
  _ builder: Builder,
  _ newsstand: Newsstand,
  _ signals: Signals,
  _ tell: @Sendable (PreviewNews) -> Void
) async {
  var show = await newsstand.show
  var failures = 0
  repeat {
    let before = show.state
    show = await builder.build(show)
    if Task.isCancelled { return }
    await newsstand.put(show)
    if show.state.isNews(after: before) { tell(.built(show.state)) }
    failures = show.state.hasBrokenOff ? failures + 1 : 0
    let alarm = alarm(show.state, failures, builder.now, signals)
    defer { alarm?.cancel() }
    guard await signals.next() else { return }
  } while !Task.isCancelled
}

/// What sets off the next build though no file changes: the moment at which a story comes or goes, or that the system may
/// have been mended (a full disk tells nobody that it has room again).
private func alarm(
  _ state: PreviewState,
  _ failures: Int,
  _ now: () -> Int,
  _ signals: Signals
) -> Task<Void, Never>? {
  if failures > 0 { return signals.give(after: .milliseconds(min(250 << min(failures - 1, 4), 4000))) }
  return state.report?.nextChange.map { signals.give(after: .seconds(max(1, $0 - now()))) }
}

extension PreviewState {
  /// Whether the system stopped the last build, wherever it was.
  var hasBrokenOff: Bool {
    if case .environment = failure { return true }
    return false
  }

  /// Whether the terminal is told of it: a build that changed nothing is no news.
  fileprivate func isNews(after before: PreviewState) -> Bool {
    before.number == 0 || !changed.isEmpty || failure != before.failure || diagnostics != before.diagnostics
  }
}
