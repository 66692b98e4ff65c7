import NewsCore

/// Brings an earlier release back, exactly: at once where the host keeps releases whole, else by sending what has
/// changed since from what is remembered here. Without a name it is the one before what readers see now.
public func rollBack(
  to name: String?,
  _ siteFolder: SiteFolder,
  site: Site,
  host: WebHost,
  options: PublishOptions,
  progress: @escaping PublishProgress = { _ in }
) async throws(PublishTrouble) -> PublishReport {
  let desk = try await openDesk(siteFolder, site: site, host: host, options)
  return try await withLock(desk) { () async throws(PublishTrouble) in
    let known = try await desk.surveyHost()
    let releases = try await desk.knownReleases()
    let earlier = releases.last { $0 < known.manifest.release }
    guard let release = name ?? earlier, releases.contains(release) else {
      throw .refused([noSuchRelease(name, releases, host)])
    }
    if desk.keepsReleases { return try await desk.switchHost(to: release, known, options) }
    let target = try onDisk { () throws(FileTrouble) in try desk.readRelease(release) }
    var plan = planPublishing(target, over: known.manifest, now: options.now, exactly: true)
    let twins = desk.spareTwins(in: &plan)
    var report = try await desk.carry(plan, known, options: options, progress: progress)
    report.diagnostics = twins
    return report
  }
}

/// The releases that can be brought back, oldest first, and the one that readers see.
public func listReleases(
  _ siteFolder: SiteFolder,
  site: Site,
  host: WebHost,
  options: PublishOptions
) async throws(PublishTrouble) -> (releases: [String], current: String) {
  let desk = try await openDesk(siteFolder, site: site, host: host, options)
  return try await withLock(desk) { () async throws(PublishTrouble) in
    (try await desk.knownReleases(), try await desk.surveyHost().manifest.release)
  }
}

private func noSuchRelease(_ name: String?, _ releases: [String], _ host: WebHost) -> Diagnostic {
  let known = releases.isEmpty ? "none is" : "these are: \(releases.joined(separator: ", "))"
  return Diagnostic(
    .error,
    "no-release",
    path: SiteFolder.settings,
    line: host.line,
    name.map { "the release \(excerpt($0)) is not kept for the host `\(host.name)`; \(known)" }
      ?? "there is no earlier release of the host `\(host.name)`; \(known)",
    fix: "see `warraq publish --releases`"
  )
}

extension PublishDesk {
  fileprivate func switchHost(
    to release: String,
    _ known: KnownHost,
    _ options: PublishOptions
  ) async throws(PublishTrouble) -> PublishReport {
    var report = PublishReport(
      host: host.name,
      kind: host.kind.rawValue,
      plan: PublishPlan(operations: [], result: known.manifest, filesBefore: known.manifest.files.count),
      release: release,
      releaseBefore: known.manifest.release,
      requests: 1
    )
    // What differs is known where the release was made here; else all of it may.
    let target = try? readRelease(release)
    report.switched = target.map { HostRecord.changes(from: known.manifest.files, to: $0.files).map(\.path) }
    if report.switched == nil { report.switched = known.manifest.paths }
    if options.dryRun { return report }
    let lease = try await claim(release, [], known, options)
    try await carrier.switchBack(to: release)
    try await carrier.unclaim(lease.owner)
    return report
  }
}
