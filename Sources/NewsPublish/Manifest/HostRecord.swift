import NewsCore

/// A manifest as it lies on a host: a long list that seldom changes (the base), and a short one of what changed since
/// (the head). A story more at 100,000 pages sends the head alone, a few kilobytes.
struct HostRecord: Sendable, Hashable {
  /// The bytes of `manifest`.
  var head: [UInt8]
  /// The name of the base that the head builds on.
  var baseName: String
  /// The bytes of the base, where it is new.
  var newBase: [UInt8]?

  static let headName = "manifest"
  private static let title = "warraq-manifest 1"

  /// The record of a manifest, on the base that the host has already unless too much has changed since.
  init(_ manifest: Manifest, on base: (name: String, files: [String: FileRecord])?) {
    let changes = base.map { Self.changes(from: $0.files, to: manifest.files) }
    let isShort = changes.map { $0.count <= max(500, manifest.files.count / 20) } ?? false
    if let base, let changes, isShort {
      baseName = base.name
      head = Self.header(manifest.release, baseName)
      for change in changes { change.append(to: &head) }
      return
    }
    var bytes: [UInt8] = []
    for change in Self.changes(from: [:], to: manifest.files) { change.append(to: &bytes) }
    baseName = "base-\(SHA256.hex(bytes).prefix(16))"
    newBase = bytes
    head = Self.header(manifest.release, baseName)
  }

  private static func header(_ release: String, _ base: String) -> [UInt8] {
    Array("\(title)\nrelease \(release)\nbase \(base)\n".utf8)
  }

  /// What turns the one list into the other, in the order of the paths.
  static func changes(from old: [String: FileRecord], to new: [String: FileRecord]) -> [FileChange] {
    var changes = old.keys.filter { new[$0] == nil }.map { FileChange(path: $0, record: nil) }
    for (path, record) in new where old[path] != record { changes.append(FileChange(path: path, record: record)) }
    return changes.sorted { precedesByBytes($0.path, $1.path) }
  }
}

/// The head of a host's record, read; the base is fetched by its name only where it is not known already.
struct HostHead: Sendable {
  var release: String
  var baseName: String
  private var changes: [FileChange]

  /// nil where the bytes are no head of ours.
  init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A, maxSplits: 3, omittingEmptySubsequences: false)
    guard lines.count == 4, String(decoding: lines[0], as: UTF8.self) == "warraq-manifest 1",
      let release = Self.value(lines[1], of: "release"), let base = Self.value(lines[2], of: "base"),
      let changes = FileChange.parse(lines[3]), base.hasPrefix("base-"), isRelease(release),
      base.utf8.dropFirst(5).allSatisfy(isHexadecimal)
    else { return nil }
    (self.release, baseName, self.changes) = (release, base, changes)
  }

  static func value(_ line: ArraySlice<UInt8>, of key: String) -> String? {
    let text = String(decoding: line, as: UTF8.self)
    return text.hasPrefix("\(key) ") ? String(text.dropFirst(key.utf8.count + 1)) : nil
  }

  /// The whole manifest.
  func manifest(on base: [String: FileRecord]) -> Manifest {
    var files = base
    for change in changes { files[change.path] = change.record }
    return Manifest(release: release, files: files)
  }
}

/// Whether a word is the name of a release as `releaseName` makes them; it becomes a folder.
public func isRelease(_ name: String) -> Bool {
  !name.isEmpty && name.utf8.count <= 40 && name.utf8.allSatisfy { isHexadecimal($0) || $0 == UInt8(ascii: "-") }
}
