import NewsCore

/// Reads everything that the host holds of the site, tells what is not as it was published, and sends it again. What
/// others put on the host is not looked at.
public func verifyHost(
  _ siteFolder: SiteFolder,
  site: Site,
  host: WebHost,
  options: PublishOptions,
  progress: @escaping PublishProgress = { _ in }
) async throws(PublishTrouble) -> PublishReport {
  let desk = try await openDesk(siteFolder, site: site, host: host, options)
  return try await withLock(desk) { () async throws(PublishTrouble) in
    let known = try await desk.surveyHost()
    if known.manifest.release.isEmpty { throw .refused([nothingThere(host)]) }
    let found = try await desk.carrier.observe(known.manifest.paths)
    var observed = known
    var drifted: [String] = []
    for (path, record) in known.manifest.files where found[path] != record.digest {
      drifted.append(path)
      observed.manifest.files[path] = found[path].map { FileRecord(digest: $0, size: 0) }
    }
    var target = known.manifest
    if !drifted.isEmpty {
      let earlier = try await desk.knownReleases() + [target.release]
      target.release = releaseName(at: options.now, target.files, after: earlier)
    }
    let plan = planPublishing(target, over: observed.manifest, now: options.now, exactly: true)
    try desk.checkStore(plan)
    var report = try await desk.carry(plan, observed, options: options, progress: progress)
    report.drifted = drifted.sorted(by: precedesByBytes)
    return report
  }
}

private func nothingThere(_ host: WebHost) -> Diagnostic {
  Diagnostic(
    .error,
    "not-published",
    path: SiteFolder.settings,
    line: host.line,
    "nothing was published to the host `\(host.name)` yet",
    fix: "run `warraq publish` first"
  )
}

extension PublishDesk {
  /// What is to be mended must be here: in the store, or still in Output.
  fileprivate func checkStore(_ plan: PublishPlan) throws(PublishTrouble) {
    for case .upload(let path, _, let record) in plan.operations where !store.holds(record.digest) {
      let file = "\(folder.output)/\(path)"
      let isHere = try onDisk { () throws(FileTrouble) in
        guard Files.kind(at: file) == .file else { return false }
        return SHA256.hex(try Files.read(file)) == record.digest
      }
      if isHere { continue }
      throw .refused([
        Diagnostic(
          .error,
          "cannot-mend",
          path: "Output/\(path)",
          "the host has lost this file, and it is not here any more",
          fix: "build the site and publish it anew"
        )
      ])
    }
  }
}
