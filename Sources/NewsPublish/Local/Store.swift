import NewsCore

/// Files by their digests: what was published, so that it can be published again. A file in it is a second name of the
/// one in Output, and takes no room until Output has a newer one; builds replace files and never write into them.
struct Store: Sendable {
  private let root: String

  init(_ folder: PublishFolder) { root = folder.store }

  func path(_ digest: String) -> String { "\(root)/\(digest.prefix(2))/\(digest)" }

  func holds(_ digest: String) -> Bool { Files.kind(at: path(digest)) == .file }

  func keep(_ source: String, _ digest: String) throws(FileTrouble) { try Files.link(source, to: path(digest)) }

  func keep(bytes: [UInt8], _ digest: String) throws(FileTrouble) {
    if holds(digest) { return }
    try Files.replace(path(digest), with: bytes, temporary: "\(root)/new")
  }

  /// Removes what none of the digests names.
  func prune(keeping digests: Set<String>) throws(FileTrouble) {
    for folder in try Files.entries(in: root) where folder.kind == .folder {
      for entry in try Files.entries(in: "\(root)/\(folder.name)") where !digests.contains(entry.name) {
        try Files.remove("\(root)/\(folder.name)/\(entry.name)")
      }
    }
  }
}
