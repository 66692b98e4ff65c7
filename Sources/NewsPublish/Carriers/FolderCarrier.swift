import NewsCore

/// A folder of this machine: `releases/<name>` for each release, and `current`, a link that is pointed at the newest in
/// one step. Files that did not change are second names of those of the release before; a release is never written to
/// once it is whole.
struct FolderCarrier: Carrier {
  let host: WebHost
  let root: String

  private var record: String { "\(root)/.warraq" }
  private var releasesFolder: String { "\(root)/releases" }
  private var current: String { "\(root)/current" }

  func survey() async throws(PublishTrouble) -> HostSurvey {
    try onDisk { () throws(FileTrouble) in
      var survey = HostSurvey()
      for entry in Files.kind(at: record) == .folder ? try Files.entries(in: record) : [] {
        guard let owner = Lease.owner(ofFile: entry.name) else { continue }
        // One that cannot be read any more is somebody's all the same.
        survey.leases[owner] = (try? Files.read("\(record)/\(entry.name)")) ?? []
      }
      if let release = currentRelease {
        let head = "\(record)/manifest-\(release)"
        survey.head = Files.kind(at: head) == .file ? try Files.read(head) : nil
      }
      if Files.kind(at: current) != nil && !Files.isLink(current) { survey.strangers = ["current"] }
      return survey
    }
  }

  private var currentRelease: String? {
    guard let target = Files.linkTarget(current), let name = target.split(separator: "/").last else { return nil }
    return isRelease(String(name)) ? String(name) : nil
  }

  func base(named name: String) async throws(PublishTrouble) -> [UInt8]? {
    try onDisk { () throws(FileTrouble) in
      let path = "\(record)/\(name)"
      return Files.kind(at: path) == .file ? try Files.read(path) : nil
    }
  }

  func claim(_ lease: Lease) async throws(PublishTrouble) {
    try onDisk { () throws(FileTrouble) in
      try Files.makeFolders(record)
      let path = "\(record)/\(Lease.fileName(lease.owner))"
      try Files.replace(path, with: lease.bytes, temporary: "\(path).new")
    }
  }

  func unclaim(_ owner: String) async throws(PublishTrouble) {
    try onDisk { () throws(FileTrouble) in try Files.remove("\(record)/\(Lease.fileName(owner))") }
  }

  func carryOut(_ shipment: Shipment, tally: Tally) async throws(PublishTrouble) {
    let name = shipment.plan.result.release
    let incoming = "\(releasesFolder)/.incoming"
    try onDisk { () throws(FileTrouble) in
      try PublishFolder.removeTree(incoming)
      try Files.makeFolders(incoming)
      try linkUnchanged(shipment, into: incoming)
    }
    for case .upload(let path, let phase, _) in shipment.plan.operations {
      try onDisk { () throws(FileTrouble) in
        let bytes = try Files.read("\(shipment.stage)/\(path)")
        try Files.replace("\(incoming)/\(path)", with: bytes, temporary: "\(record)/new")
      }
      await tally.finish(path, phase)
    }
    try onDisk { () throws(FileTrouble) in
      if let base = shipment.record.newBase { try write(shipment.record.baseName, base) }
      try write("manifest-\(name)", shipment.record.head)
      try Files.rename(incoming, to: "\(releasesFolder)/\(name)")
      try Files.pointLink(current, to: "releases/\(name)")
      try prune()
    }
    for case .delete(let path) in shipment.plan.operations { await tally.finish(path, .deletes) }
  }

  private func write(_ name: String, _ bytes: [UInt8]) throws(FileTrouble) {
    try Files.replace("\(record)/\(name)", with: bytes, temporary: "\(record)/new")
  }

  private func linkUnchanged(_ shipment: Shipment, into incoming: String) throws(FileTrouble) {
    let changed = Set(shipment.plan.operations.map(\.path))
    for path in shipment.plan.result.files.keys where !changed.contains(path) {
      try Files.link("\(releasesFolder)/\(shipment.releaseBefore)/\(path)", to: "\(incoming)/\(path)")
    }
  }

  /// Keeps the newest releases, and the one that is shown.
  private func prune() throws(FileTrouble) {
    let all = try wholeReleases()
    // So many besides the one that is shown.
    let kept = Set(all.filter { $0 != currentRelease }.suffix(host.keep) + [currentRelease ?? ""])
    for name in all where !kept.contains(name) {
      try PublishFolder.removeTree("\(releasesFolder)/\(name)")
      try Files.remove("\(record)/manifest-\(name)")
    }
    var bases: Set<String> = []
    for name in kept where Files.kind(at: "\(record)/manifest-\(name)") == .file {
      if let head = HostHead(try Files.read("\(record)/manifest-\(name)")) { bases.insert(head.baseName) }
    }
    for entry in try Files.entries(in: record) where entry.name.hasPrefix("base-") && !bases.contains(entry.name) {
      try Files.remove("\(record)/\(entry.name)")
    }
  }

  private func wholeReleases() throws(FileTrouble) -> [String] {
    guard Files.kind(at: releasesFolder) == .folder else { return [] }
    return try Files.entries(in: releasesFolder).filter { $0.kind == .folder && isRelease($0.name) }.map(\.name)
  }

  func releases() async throws(PublishTrouble) -> [String] {
    try onDisk { () throws(FileTrouble) in try wholeReleases() }
  }

  func switchBack(to release: String) async throws(PublishTrouble) {
    try onDisk { () throws(FileTrouble) in try Files.pointLink(current, to: "releases/\(release)") }
  }

  func observe(_ paths: [String]) async throws(PublishTrouble) -> [String: String] {
    var digests: [String: String] = [:]
    for path in paths where Files.kind(at: "\(current)/\(path)") == .file {
      digests[path] = SHA256.hex(try onDisk { () throws(FileTrouble) in try Files.read("\(current)/\(path)") })
    }
    return digests
  }
}
