import NewsCore

/// Puts files into Output: each whole or not at all, and not at all where the same bytes are there already.
struct SiteWriter: Sendable {
  private let output: String
  /// Write equal files too.
  private let rewritesAll: Bool

  private static let workFolder = ".warraq/tmp"

  /// Makes Output ready and clears what an interrupted build left behind. Throws if Output cannot be written.
  init(output: String, rewritesAll: Bool) throws(FileTrouble) {
    self.output = output
    self.rewritesAll = rewritesAll
    let work = "\(output)/\(Self.workFolder)"
    try Files.makeFolders(work)
    for entry in try Files.entries(in: work) where entry.kind == .file { try Files.remove("\(work)/\(entry.name)") }
  }

  /// Puts the bytes at a path relative to Output, and says whether the file had to be written.
  func write(_ path: String, _ bytes: [UInt8]) throws(FileTrouble) -> Bool {
    let target = "\(output)/\(path)"
    if !rewritesAll && Files.holds(target, bytes) { return false }
    let name = SHA256.hex(Array(path.utf8)).prefix(24)
    try Files.replace(target, with: bytes, temporary: "\(output)/\(Self.workFolder)/\(name)")
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

  /// The ledger of the build before; empty where there is none.
  func readLedger() throws(FileTrouble) -> Ledger {
    let path = "\(output)/\(Ledger.path)"
    guard Files.kind(at: path) == .file else { return Ledger() }
    return Ledger(parsing: try Files.read(path))
  }

  func writeLedger(_ ledger: Ledger) throws(FileTrouble) { _ = try write(Ledger.path, ledger.bytes) }
}

extension Files {
  /// Whether a file holds exactly these bytes.
  static func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
    guard size(of: path) == bytes.count, let current = try? read(path) else { return false }
    return current == bytes
  }
}
