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
    /// The head of the record as it was found.
    var head: [UInt8]?
    /// Notes of those who publish to it, or were cut short.
    var notes: [Note] = []
    var strangers: Set<String> = []
    /// Files that a publishing which was cut short has brought already.
    var resumed = 0

    /// All that those who were cut short meant to change.
    var intended: [FileChange] { notes.flatMap { $0.lease?.changes ?? [] } }
  }

  /// A note on the host; nil where its bytes are no lease.
  struct Note: Sendable {
    var owner: String
    var lease: Lease?
  }

  static func notes(_ survey: HostSurvey) -> [Note] {
    survey.leases.map { Note(owner: $0, lease: Lease($1)) }.sorted { precedesByBytes($0.owner, $1.owner) }
  }

  /// Asks the host what it holds: one request, and a second one where its base is not known here. With `adopting`, a
  /// record that cannot be read counts as none.
  func surveyHost(adopting: Bool = false) async throws(PublishTrouble) -> KnownHost {
    let survey = try await carrier.survey()
    var known = KnownHost(manifest: Manifest())
    (known.head, known.notes, known.strangers) = (survey.head, Self.notes(survey), survey.strangers)
    if let bytes = survey.head {
      do throws(PublishTrouble) {
        guard let head = HostHead(bytes) else { throw unreadable(bytes) }
        let base = try await base(head.baseName)
        known.base = (head.baseName, base)
        known.manifest = head.manifest(on: base)
      } catch {
        guard adopting, case .refused = error else { throw error }
      }
    }
    if !keepsReleases { try takeUp(&known) }
    return known
  }

  /// Counts in what publishings that were cut short have done, or may have.
  private func takeUp(_ known: inout KnownHost) throws(PublishTrouble) {
    var cutShort: [(lease: Lease, done: Set<String>)] = []
    for place in known.notes.indices {
      guard let lease = known.notes[place].lease else { continue }
      // What the first publishing brought before it was cut short is ours.
      known.strangers.subtract(lease.changes.compactMap { $0.path.split(separator: "/").first.map(String.init) })
      let done = try onDisk { () throws(FileTrouble) in try Journal(folder).done(of: lease.release) }
      known.resumed += done.count
      cutShort.append((lease, done))
      if lease.release == known.manifest.release { known.notes[place].lease?.changes.removeAll { $0.record != nil } }
    }
    known.manifest = known.manifest.disturbed(by: cutShort)
  }

  /// Whether the host keeps releases whole, so that one that was cut short is of no account.
  var keepsReleases: Bool { host.kind == .folder || host.kind == .ssh }

  private func base(_ name: String) async throws(PublishTrouble) -> [String: FileRecord] {
    let path = "\(folder.bases)/\(name)"
    let bytes: [UInt8]
    if let kept = try onDisk({ () throws(FileTrouble) in try folder.read(path) }), isBase(kept, name) {
      bytes = kept
    } else {
      guard let fetched = try await carrier.base(named: name), isBase(fetched, name) else { throw unreadable([]) }
      bytes = fetched
      try onDisk { () throws(FileTrouble) in try folder.write(path, fetched) }
    }
    guard let changes = FileChange.parse(bytes[...]) else { throw unreadable([]) }
    var files: [String: FileRecord] = [:]
    for change in changes { files[change.path] = change.record }
    return files
  }

  private func isBase(_ bytes: [UInt8], _ name: String) -> Bool { "base-\(SHA256.hex(bytes).prefix(16))" == name }

  private func unreadable(_ head: [UInt8]) -> PublishTrouble {
    let isNewer =
      head.starts(with: Array("warraq-manifest ".utf8)) && !head.starts(with: Array("warraq-manifest 1\n".utf8))
    return .refused([
      Diagnostic(
        .error,
        isNewer ? "newer-record" : "damaged-record",
        path: SiteFolder.settings,
        line: host.line,
        "the record on the host `\(host.name)`, in .warraq, "
          + (isNewer ? "was written by a newer Warraq" : "is damaged, so what was published is not known"),
        fix: (isNewer ? "update Warraq" : "look who writes there")
          + "; or publish with --adopt: all files are sent again, and those that the site has no more stay"
      )
    ])
  }
}
