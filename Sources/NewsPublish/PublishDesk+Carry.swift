import NewsCore

extension PublishDesk {
  /// Carries out a plan: note on the host, files, record, deletes; then remembers the release here. A dry run and a
  /// plan without operations do nothing.
  func carry(
    _ plan: PublishPlan,
    _ known: KnownHost,
    options: PublishOptions,
    progress: @escaping PublishProgress
  ) async throws(PublishTrouble) -> PublishReport {
    let record = HostRecord(plan.result, on: known.base.map { ($0.name, $0.files) })
    var report = PublishReport(
      host: host.name,
      kind: host.kind.rawValue,
      plan: plan,
      release: plan.result.release,
      releaseBefore: known.manifest.release,
      resumed: known.resumed,
      requests: plan.operations.count + (record.newBase == nil ? 5 : 6)
    )
    if options.dryRun { return report }
    try keepFiles(of: plan, since: options.now)
    if plan.isEmpty && known.notes.isEmpty {
      report.release = known.manifest.release
      return report
    }
    let lease = try await claim(
      plan.result.release,
      plan.changes + inherited(known, plan).map(\.change),
      known,
      options
    )
    let journal = keepsReleases ? nil : Journal(folder)
    try onDisk { () throws(FileTrouble) in
      try journal?.begin(plan.result.release)
      journal?.add(inherited(known, plan).filter(\.isDone).map(\.change.path))
      try stageFiles(plan.operations, from: store, in: folder)
    }
    let shipment = shipment(plan, known, record)
    let tally = Tally(plan, journal: journal, show: progress)
    try await renewing(lease, through: carrier) { () async throws(PublishTrouble) in
      try await carrier.carryOut(shipment, tally: tally)
    }
    try await carrier.unclaim(lease.owner)
    try remember(plan.result, record)
    return report
  }

  private func shipment(_ plan: PublishPlan, _ known: KnownHost, _ record: HostRecord) -> Shipment {
    Shipment(
      plan: plan,
      releaseBefore: known.manifest.release,
      record: record,
      oldBase: record.newBase == nil ? nil : known.base?.name,
      stage: folder.stage,
      leftovers: leftovers(known),
      store: store,
      folder: folder
    )
  }

  /// The folders in which a publishing that was cut short may have left parts of files.
  private func leftovers(_ known: KnownHost) -> [String] {
    let doubtful = known.intended.filter { change in
      change.record != nil && known.manifest.files[change.path]?.digest.isEmpty != false
    }
    return Set(doubtful.map { Files.parentFolder(of: $0.path) ?? "" }).sorted(by: precedesByBytes)
  }

  /// Takes the files that are sent into the store, under the digests that were planned. One that a build has replaced
  /// meanwhile is newer than `moment` (seconds since 1970) and so is read once more.
  private func keepFiles(of plan: PublishPlan, since moment: Int) throws(PublishTrouble) {
    try onDisk { () throws(FileTrouble) in
      for case .upload(let path, _, let record) in plan.operations where !store.holds(record.digest) {
        try store.keep("\(folder.output)/\(path)", record.digest)
        let kept = store.path(record.digest)
        guard let stamp = FileStamp(kept), stamp.modified / 1_000_000_000 >= moment - 2 else { continue }
        if SHA256.hex(try Files.read(kept)) == record.digest { continue }
        try Files.remove(kept)
        throw FileTrouble("publish", "Output/\(path)", reason: "it was built anew meanwhile; publish again")
      }
    }
  }

  /// What a publishing that was cut short meant to change, this one does not, and the record on the host does not know
  /// of: until this one is done it must not be forgotten. Some of it is known to be done.
  private func inherited(_ known: KnownHost, _ plan: PublishPlan) -> [(change: FileChange, isDone: Bool)] {
    let named = Set(plan.operations.map(\.path))
    var seen: Set<String> = []
    return known.intended.filter { !named.contains($0.path) && seen.insert($0.path).inserted }.map { change in
      let record = known.manifest.files[change.path]
      let isDone = record.map { !$0.digest.isEmpty } ?? true
      return (isDone ? FileChange(path: change.path, record: record) : change, isDone)
    }
  }

  /// Keeps the manifest of the release, and the files of the last few; all others may go.
  private func remember(_ manifest: Manifest, _ record: HostRecord) throws(PublishTrouble) {
    try onDisk { () throws(FileTrouble) in
      if let base = record.newBase { try folder.write("\(folder.bases)/\(record.baseName)", base) }
      for entry in try Files.entries(in: folder.bases) where entry.name != record.baseName {
        try Files.remove("\(folder.bases)/\(entry.name)")
      }
      try writeRelease(manifest)
      let releases = try localReleases()
      // So many besides the newest.
      let old = releases.filter { $0 != manifest.release }.dropLast(host.keep)
      for name in old { try Files.remove("\(folder.releases)/\(name)") }
      if !old.isEmpty { try store.prune(keeping: try allDigests()) }
      try Journal(folder).end()
      try PublishFolder.removeTree(folder.stage)
    }
  }
}
