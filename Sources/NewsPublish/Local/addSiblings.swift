import NewsCore

/// The forms in which servers give out files that were compressed before.
private enum Compression: String, CaseIterable {
  case gzip, brotli

  var suffix: String { self == .gzip ? ".gz" : ".br" }

  func arguments(_ files: [String]) -> [String] {
    switch self {
    case .gzip: ["-9", "-n", "-k", "-f", "--"] + files
    case .brotli: ["-q", "11", "-k", "-f", "--"] + files
    }
  }
}

extension PublishDesk {
  /// Adds a `.gz` for each text of more than 256 bytes, and a `.br` where brotli is installed. Those of files that did
  /// not change are known from before.
  func addSiblings(_ files: inout [String: FileRecord]) async throws(PublishTrouble) {
    let texts = files.filter { $0.value.size > 256 && isText($0.key) }
    var known = try knownSiblings()
    for compression in Compression.allCases {
      let digests = Set(texts.values.map(\.digest))
      let missing = digests.filter { known[$0 + compression.suffix].map { !store.holds($0.digest) } ?? true }
      if !missing.isEmpty {
        guard let made = try await compress(texts.filter { missing.contains($0.value.digest) }, compression) else {
          continue
        }
        known.merge(made) { $1 }
      }
      for (path, record) in texts { files[path + compression.suffix] = known[record.digest + compression.suffix] }
    }
    let originals = Set(texts.values.map(\.digest))
    try writeSiblings(known.filter { originals.contains(String($0.key.prefix(64))) })
  }

  private func isText(_ path: String) -> Bool {
    [".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".webmanifest"].contains { path.hasSuffix($0) }
  }

  /// Compresses copies of the files under their digests, 200 at a time; nil where the tool is missing and can be.
  private func compress(
    _ files: [String: FileRecord],
    _ compression: Compression
  ) async throws(PublishTrouble) -> [String: FileRecord]? {
    let work = "\(folder.work)/\(compression.rawValue)"
    var paths: [String: String] = [:]
    for (path, record) in files { paths[record.digest] = path }
    let digests = paths.keys.sorted()
    var made: [String: FileRecord] = [:]
    for start in stride(from: 0, to: digests.count, by: 200) {
      let batch = digests[start..<min(start + 200, digests.count)]
      try onDisk { () throws(FileTrouble) in
        try PublishFolder.removeTree(work)
        for digest in batch { try Files.link("\(folder.output)/\(paths[digest] ?? "")", to: "\(work)/\(digest)") }
      }
      do throws(HostTrouble) {
        let ending = try await Tool(name: compression.rawValue).run(
          compression.arguments(batch.map { "\(work)/\($0)" })
        )
        if ending.code != 0 { throw HostTrouble("compress files", reason: ending.complaints.joined(separator: "; ")) }
      } catch {
        if compression == .brotli && error.fix != nil { return nil }
        throw .environment(error)
      }
      try onDisk { () throws(FileTrouble) in
        for digest in batch {
          made[digest + compression.suffix] = try keepSibling("\(work)/\(digest)\(compression.suffix)")
        }
      }
    }
    return made
  }

  private func keepSibling(_ path: String) throws(FileTrouble) -> FileRecord {
    let bytes = try Files.read(path)
    let record = FileRecord(digest: SHA256.hex(bytes), size: bytes.count)
    try store.keep(path, record.digest)
    return record
  }

  /// By the digest of the original and the suffix.
  private func knownSiblings() throws(PublishTrouble) -> [String: FileRecord] {
    let bytes = try onDisk { () throws(FileTrouble) in try folder.read(folder.siblings) ?? [] }
    var known: [String: FileRecord] = [:]
    for change in FileChange.parse(bytes[...]) ?? [] { known[change.path] = change.record }
    return known
  }

  private func writeSiblings(_ known: [String: FileRecord]) throws(PublishTrouble) {
    var bytes: [UInt8] = []
    for change in HostRecord.changes(from: [:], to: known) { change.append(to: &bytes) }
    try onDisk { () throws(FileTrouble) in try folder.write(folder.siblings, bytes) }
  }
}
