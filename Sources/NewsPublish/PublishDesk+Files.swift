import NewsCore

extension PublishDesk {
  /// What is to stand on the host: the files of Output with their compressed siblings where the host wants them, checked
  /// by their names; and how many lines of redirects are among them.
  func localFiles(now: Int) async throws(PublishTrouble) -> (files: [String: FileRecord], redirects: Int) {
    var files: [String: FileRecord]
    let diagnostics: [Diagnostic]
    do { (files, diagnostics) = try await surveyOutput(folder, now: now) } catch {
      throw .environment(HostTrouble("\(error.action) \(visible(error.path))", reason: error.reason))
    }
    try refuse(diagnostics + checkNames(files.keys))
    try addOwnFiles(&files)
    if host.compressed { try await addSiblings(&files) }
    return (files, try redirectLines())
  }

  /// GitHub would leave out names that begin with an underscore unless this file is there.
  private func addOwnFiles(_ files: inout [String: FileRecord]) throws(PublishTrouble) {
    guard host.kind == .git, files[".nojekyll"] == nil else { return }
    let digest = SHA256.hex([])
    try onDisk { () throws(FileTrouble) in try store.keep(bytes: [], digest) }
    files[".nojekyll"] = FileRecord(digest: digest, size: 0)
  }

  private func redirectLines() throws(PublishTrouble) -> Int {
    let path = "\(folder.output)/_redirects"
    guard Files.kind(at: path) == .file else { return 0 }
    return try onDisk { () throws(FileTrouble) in try Files.read(path).count { $0 == 0x0A } }
  }

  /// What a host is known to hold, and what it was found with.
  struct KnownHost: Sendable {
    var manifest: Manifest
    /// The base that the host has, with its name.
    var base: (name: String, files: [String: FileRecord])?
    var lease: Lease?
    var strangers: Set<String>
    /// Files that a publishing which was cut short has brought already.
    var resumed: Int
  }

  /// Asks the host what it holds: one request, and a second one where its base is not known here.
  func surveyHost() async throws(PublishTrouble) -> KnownHost {
    let survey = try await carrier.survey()
    let lease = survey.lease.flatMap { Lease($0) }
    var known = KnownHost(manifest: Manifest(), lease: lease, strangers: survey.strangers, resumed: 0)
    if let bytes = survey.head {
      guard let head = HostHead(bytes) else { throw unreadable() }
      let base = try await base(head.baseName)
      known.base = (head.baseName, base)
      known.manifest = head.manifest(on: base)
    }
    if let lease, !keepsReleases {
      // What the first publishing brought before it was cut short is ours.
      known.strangers.subtract(lease.changes.compactMap { $0.path.split(separator: "/").first.map(String.init) })
      let done = try onDisk { () throws(FileTrouble) in try Journal(folder).done(of: lease.release) }
      known.manifest = known.manifest.disturbed(by: lease, done: done)
      known.resumed = done.count
      if lease.release == known.manifest.release { known.lease?.changes.removeAll { $0.record != nil } }
    }
    return known
  }

  /// Whether the host keeps releases whole, so that one that was cut short is of no account.
  var keepsReleases: Bool { host.kind == .folder || host.kind == .ssh }

  private func base(_ name: String) async throws(PublishTrouble) -> [String: FileRecord] {
    let path = "\(folder.bases)/\(name)"
    let bytes: [UInt8]
    if let kept = try onDisk({ () throws(FileTrouble) in try folder.read(path) }), isBase(kept, name) {
      bytes = kept
    } else {
      guard let fetched = try await carrier.base(named: name), isBase(fetched, name) else { throw unreadable() }
      bytes = fetched
      try onDisk { () throws(FileTrouble) in try folder.write(path, fetched) }
    }
    guard let changes = FileChange.parse(bytes[...]) else { throw unreadable() }
    var files: [String: FileRecord] = [:]
    for change in changes { files[change.path] = change.record }
    return files
  }

  private func isBase(_ bytes: [UInt8], _ name: String) -> Bool { "base-\(SHA256.hex(bytes).prefix(16))" == name }

  private func unreadable() -> PublishTrouble {
    .environment(
      HostTrouble(
        "read from the host `\(host.name)`",
        reason: "its record in .warraq is damaged or of another version",
        fix: "remove .warraq/manifest from the host and publish with --adopt: all files are sent again"
      )
    )
  }
}
