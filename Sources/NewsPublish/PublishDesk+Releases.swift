import NewsCore

extension PublishDesk {
  /// The releases that can be brought back, oldest first.
  func knownReleases() async throws(PublishTrouble) -> [String] {
    if keepsReleases { return try await carrier.releases() }
    return try onDisk { () throws(FileTrouble) in try localReleases() }
  }

  /// The names of the releases that are remembered here, oldest first.
  func localReleases() throws(FileTrouble) -> [String] {
    try Files.entries(in: folder.releases).filter { $0.kind == .file && isRelease($0.name) }.map(\.name)
  }

  func writeRelease(_ manifest: Manifest) throws(FileTrouble) {
    var bytes: [UInt8] = []
    for change in HostRecord.changes(from: [:], to: manifest.files) { change.append(to: &bytes) }
    try folder.write("\(folder.releases)/\(manifest.release)", bytes)
  }

  func readRelease(_ name: String) throws(FileTrouble) -> Manifest {
    let path = "\(folder.releases)/\(name)"
    guard let changes = FileChange.parse(try Files.read(path)[...]) else {
      throw FileTrouble("read", path, reason: "it is damaged")
    }
    var manifest = Manifest(release: name)
    for change in changes { manifest.files[change.path] = change.record }
    return manifest
  }

  /// What all remembered releases of all hosts are made of, and the compressed siblings in use.
  func allDigests() throws(FileTrouble) -> Set<String> {
    var digests: Set<String> = []
    let hosts = "\(folder.shared)/hosts"
    for host in try Files.entries(in: hosts) where host.kind == .folder {
      let releases = "\(hosts)/\(host.name)/releases"
      guard Files.kind(at: releases) == .folder else { continue }
      for entry in try Files.entries(in: releases) where isRelease(entry.name) {
        let changes = FileChange.parse(try Files.read("\(releases)/\(entry.name)")[...]) ?? []
        digests.formUnion(changes.compactMap { $0.record?.digest })
      }
    }
    return digests
  }
}
