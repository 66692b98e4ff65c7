import NewsCore

/// What Output holds: every file but those of `.warraq`, with its digest. Only files that changed since the last time
/// are read. Links and pipes are no files of a site and are reported.
///
/// Throws where the folder cannot be read. `now` is in seconds since 1970 and only says which digests may be kept.
func surveyOutput(
  _ folder: PublishFolder,
  now: Int
) async throws(FileTrouble) -> (files: [String: FileRecord], diagnostics: [Diagnostic]) {
  var walk = OutputWalk(root: folder.output)
  try walk.visit("")
  let before = DigestCache(try folder.read(folder.digests) ?? [])
  var files: [String: FileRecord] = [:]
  var unread: [(path: String, stamp: FileStamp)] = []
  files.reserveCapacity(walk.files.count)
  for (path, stamp) in walk.files {
    if let digest = before.digest(of: path, stamp) {
      files[path] = FileRecord(digest: digest, size: stamp.size)
    } else {
      unread.append((path, stamp))
    }
  }
  var after = DigestCache()
  for (path, record) in await digests(of: unread, in: folder.output) { files[path] = try record.get() }
  for (path, stamp) in walk.files {
    if let record = files[path] { after.remember(path, stamp, record.digest, now: now) }
  }
  if !unread.isEmpty { try folder.write(folder.digests, after.bytes) }
  return (files, walk.diagnostics)
}

/// Reads and digests files, a few at a time at once.
private func digests(
  of files: [(path: String, stamp: FileStamp)],
  in folder: String
) async -> [(String, Result<FileRecord, FileTrouble>)] {
  let size = max(16, files.count / 32)
  return await withTaskGroup(of: [(String, Result<FileRecord, FileTrouble>)].self) { group in
    for start in stride(from: 0, to: files.count, by: size) {
      let part = files[start..<min(start + size, files.count)]
      group.addTask {
        part.map { file in
          let record = Result { () throws(FileTrouble) in
            let bytes = try Files.read("\(folder)/\(file.path)")
            return FileRecord(digest: SHA256.hex(bytes), size: bytes.count)
          }
          return (file.path, record)
        }
      }
    }
    return await group.reduce(into: []) { $0 += $1 }
  }
}

private struct OutputWalk {
  let root: String
  var files: [(path: String, stamp: FileStamp)] = []
  var diagnostics: [Diagnostic] = []

  init(root: String) { self.root = root }

  mutating func visit(_ prefix: String) throws(FileTrouble) {
    for entry in try Files.entries(in: "\(root)/\(prefix)") where !(prefix.isEmpty && entry.name == ".warraq") {
      let path = prefix + entry.name
      switch entry.kind {
      case .folder: try visit("\(path)/")
      case .file:
        if let stamp = FileStamp("\(root)/\(path)") { files.append((path, stamp)) }
      case .link, .other:
        diagnostics.append(
          Diagnostic(
            .error,
            "not-a-file",
            path: "Output/\(path)",
            "this is no file that a build makes, but a link, a pipe or a device",
            fix: "remove it, or put a file in its place"
          )
        )
      }
    }
  }
}
