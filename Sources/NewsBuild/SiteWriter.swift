import NewsCore
import NewsPages

/// A file that a build makes.
struct MadeFile: Sendable {
  /// Relative to Output.
  var path: String
  /// The file of Content that it comes from; empty where it is no one's.
  var source = ""
}

/// Puts files into Output: each whole or not at all, and not at all where the same bytes are there already.
struct SiteWriter: Sendable {
  private let output: String
  /// Write equal files too.
  let rewritesAll: Bool
  /// Whether no build was ever here: nothing of it is read yet, so new files are written in their places.
  private let isFirst: Bool

  private static let workFolder = ".warraq/tmp"
  /// What an interrupted build may have written or removed, a path a line.
  private static let unfinished = ".warraq/unfinished"
  /// Every path that builds wrote so far, `path<TAB>file of Content` a line, and maybe some more than once: should the
  /// index be lost, nothing that a build made stays behind, and nothing else is ever removed.
  private static let made = ".warraq/made"

  init(output: String, rewritesAll: Bool) {
    self.output = output
    self.rewritesAll = rewritesAll
    isFirst = Files.kind(at: "\(output)/.warraq") == nil
  }

  /// Makes Output ready and clears what an interrupted build left behind. Throws if Output cannot be written.
  func prepare() throws(FileTrouble) {
    let work = "\(output)/\(Self.workFolder)"
    try Files.makeFolders(work)
    for entry in try Files.entries(in: work) where entry.kind == .file { try Files.remove("\(work)/\(entry.name)") }
  }

  /// Puts the bytes at a path relative to Output, and says whether the file had to be written.
  func write(_ path: String, _ bytes: [UInt8]) throws(FileTrouble) -> Bool {
    let target = "\(output)/\(path)"
    if isFirst, try Files.create(target, bytes) { return true }
    // In a folder that was just made there is nothing to compare with.
    let isNew = try Files.makeFolder(of: target)
    if !isNew, !rewritesAll, Files.size(of: target) == bytes.count, Files.holds(target, bytes) { return false }
    try Files.replace(target, with: bytes, temporary: "\(output)/\(Self.workFolder)/\(addressKey(path))")
    return true
  }

  /// Removes a file and the folders that are empty without it.
  func remove(_ path: String) throws(FileTrouble) {
    try Files.remove("\(output)/\(path)")
    var folder = Files.parentFolder(of: path)
    while let current = folder, Files.removeEmptyFolder("\(output)/\(current)") {
      folder = Files.parentFolder(of: current)
    }
  }

  /// Whether two paths are one file, as on a file system that does not tell the case of letters.
  func isSameFile(_ path: String, _ other: String) -> Bool {
    guard let stamp = Files.stamp(of: "\(output)/\(path)") else { return false }
    return Files.stamp(of: "\(output)/\(other)")?.inode == stamp.inode
  }

  /// The record of the build before; where it cannot be used, one that knows only which files builds have made, with a
  /// note.
  func readRecord() throws(FileTrouble) -> (record: BuildRecord, notes: [Diagnostic]) {
    if let record = index.read() { return (record, []) }
    var record = BuildRecord()
    record.orphans = try readMade()
    let note = Diagnostic(
      .note,
      "index-rebuilt",
      path: "Output/.warraq/index",
      "the index of the build before is damaged or of another version, so everything is built again"
    )
    return (record, index.isThere ? [note] : [])
  }

  private func readMade() throws(FileTrouble) -> [String: String] {
    let path = "\(output)/\(Self.made)"
    guard Files.kind(at: path) == .file else { return [:] }
    var made: [String: String] = [:]
    for line in String(decoding: try Files.read(path), as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      if parts.count == 2, Self.isInside(parts[0]) { made[String(parts[0])] = String(parts[1]) }
    }
    return made
  }

  /// Writes down which files a build is about to make, beside those that are known. `whole` forgets those.
  func note(_ made: [MadeFile], whole: Bool) throws(FileTrouble) {
    var bytes: [UInt8] = []
    for file in made {
      bytes += file.path.utf8
      bytes.append(0x09)
      bytes += file.source.utf8
      bytes.append(0x0A)
    }
    if whole {
      try Files.replace("\(output)/\(Self.made)", with: bytes, temporary: "\(output)/\(Self.workFolder)/made")
    } else if !bytes.isEmpty {
      try Files.append(bytes, to: "\(output)/\(Self.made)")
    }
  }

  func write(_ record: inout BuildRecord) throws(FileTrouble) {
    try index.write(&record, temporary: "\(output)/\(Self.workFolder)/index")
  }

  private var index: IndexFile { IndexFile(folder: "\(output)/.warraq") }

  /// What the build before had begun and not ended; empty where it came to its end.
  func readUnfinished() throws(FileTrouble) -> Set<String> {
    let path = "\(output)/\(Self.unfinished)"
    guard Files.kind(at: path) == .file else { return [] }
    let lines = String(decoding: try Files.read(path), as: UTF8.self).split(separator: "\n")
    return Set(lines.lazy.filter(Self.isInside).map(String.init))
  }

  /// Writes down what this build is about to write and remove.
  func begin(_ paths: [String]) throws(FileTrouble) {
    var bytes: [UInt8] = []
    for path in paths {
      bytes += path.utf8
      bytes.append(0x0A)
    }
    try Files.replace(
      "\(output)/\(Self.unfinished)",
      with: bytes,
      temporary: "\(output)/\(Self.workFolder)/unfinished"
    )
  }

  func finish() throws(FileTrouble) { try Files.remove("\(output)/\(Self.unfinished)") }

  /// Lines that lead out of Output, by accident or malice, do not count.
  private static func isInside(_ path: Substring) -> Bool {
    !path.isEmpty && !path.hasPrefix("/")
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        $0 != ".." && $0 != "." && !$0.isEmpty
      }
  }
}

extension Files {
  /// Whether a file holds exactly these bytes.
  static func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
    guard let current = try? read(path) else { return false }
    return current == bytes
  }
}
