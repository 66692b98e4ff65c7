import NewsCore

/// Publishes what Output holds: guards → plan → upload by phases → record → deletes. The whole line, from top to bottom.
///
/// Throws `PublishTrouble`: refused (exit code 1), settings (2), environment (3). Whatever happens, and whenever, readers
/// find no dead link, and the next run goes on where this one stopped.
public func publishSite(
  _ siteFolder: SiteFolder,
  site: Site,
  host: WebHost,
  options: PublishOptions,
  progress: @escaping PublishProgress = { _ in }
) async throws(PublishTrouble) -> PublishReport {
  try refuse(checkIsBuilt(siteFolder.output))
  let facts = BuildFacts(output: siteFolder.output)
  try refuse(checkFinished(siteFolder.output) + checkBuild(facts, allowsHeldBack: options.allowsHeldBack))
  let desk = try await openDesk(siteFolder, site: site, host: host, options)
  return try await withLock(desk) { () async throws(PublishTrouble) in
    let (files, redirects) = try await desk.localFiles(now: options.now)
    try refuse(checkLimits(files, redirectLines: redirects, host: host))
    let known = try await desk.surveyHost(adopting: options.adopts)
    try await desk.checkLetters(files, isFirst: known.manifest.release.isEmpty)
    let earlier = try await desk.knownReleases() + [known.manifest.release]
    let target = Manifest(release: releaseName(at: options.now, files, after: earlier), files: files)
    var plan = planPublishing(target, over: known.manifest, now: options.now)
    let twins = desk.spareTwins(in: &plan)
    if !options.adopts { try refuse(checkStrangers(known.strangers, site: target, host: host)) }
    let many = checkDeletes(plan, percent: options.maxDelete ?? host.maxDelete, host: host)
    if !options.dryRun { try refuse(many) }
    var report = try await desk.carry(plan, known, options: options, progress: progress)
    report.diagnostics = many + twins
    report.next = facts?.next
    return report
  }
}

/// Opens the desk of a host once its output folder is there.
func openDesk(
  _ siteFolder: SiteFolder,
  site: Site,
  host: WebHost,
  _ options: PublishOptions
) async throws(PublishTrouble) -> PublishDesk {
  try refuse(checkIsBuilt(siteFolder.output))
  let misplaced = checkTarget(host, siteFolder)
  if !misplaced.isEmpty { throw .settings(misplaced) }
  return try await PublishDesk(siteFolder, site: site, host: host, password: options.password)
}

/// Runs the step as the only publisher to this host on this machine.
func withLock<Value: Sendable>(
  _ desk: PublishDesk,
  _ step: () async throws(PublishTrouble) -> Value
) async throws(PublishTrouble) -> Value {
  guard let lock = try takeLock(desk.folder.lock) else { throw busy(desk.host, nil) }
  let outcome: Result<Value, PublishTrouble>
  await awaitOutlived(desk.folder.running)
  do throws(PublishTrouble) { outcome = .success(try await step()) } catch { outcome = .failure(error) }
  if let carrier = desk.carrier as? SSHCarrier { await carrier.shell.close() }
  lock.release()
  return try outcome.get()
}

func refuse(_ diagnostics: [Diagnostic]) throws(PublishTrouble) {
  if !diagnostics.isEmpty { throw .refused(diagnostics.sorted()) }
}

private func takeLock(_ path: String) throws(PublishTrouble) -> PublishLock? {
  do throws(FileTrouble) { return try PublishLock(path) } catch {
    throw .environment(HostTrouble("\(error.action) \(visible(error.path))", reason: error.reason))
  }
}
