/// The files below a folder, and what had to be left out.
public struct FolderWalk: Sendable {
  /// Relative to the folder that was walked, sorted by their bytes within each folder.
  public var files: [String] = []
  /// One error for each thing that cannot be a source: dangling links, links that lead out, pipes and devices.
  public var diagnostics: [Diagnostic] = []
}

/// Lists every file below `root/relative`, skipping hidden names and editors' backups. A missing folder is empty.
///
/// Links to files are followed only while they stay below `root`; links to folders are not followed. Throws where a
/// folder cannot be listed: what it holds must not look deleted.
public func walkFolder(_ relative: String, under root: String) throws(FileTrouble) -> FolderWalk {
  var walk = FolderWalk()
  let folder = "\(root)/\(relative)"
  guard Files.kind(at: folder) != nil else { return walk }
  var walker = FolderWalker(root: root, folder: relative)
  try walker.visit("", into: &walk)
  return walk
}

private struct FolderWalker {
  let root: String
  let folder: String
  private lazy var resolvedRoot = Files.resolved(root) ?? root

  init(root: String, folder: String) {
    self.root = root
    self.folder = folder
  }

  mutating func visit(_ prefix: String, into walk: inout FolderWalk) throws(FileTrouble) {
    for entry in try Files.entries(in: "\(root)/\(folder)/\(prefix)") where !isSkippedName(entry.name) {
      let relative = prefix + entry.name
      switch entry.kind {
      case .file: walk.files.append(relative)
      case .folder: try visit("\(relative)/", into: &walk)
      case .link: follow(relative, into: &walk)
      case .other:
        report("not-a-file", relative, "this is a pipe, a socket or a device, not a file", "remove it", &walk)
      }
    }
  }

  private mutating func follow(_ relative: String, into walk: inout FolderWalk) {
    guard let target = Files.resolved("\(root)/\(folder)/\(relative)") else {
      report("dangling-link", relative, "this link leads nowhere", "remove it, or put the file in its place", &walk)
      return
    }
    if Files.kind(at: target) == .file && target.hasPrefix("\(resolvedRoot)/") {
      walk.files.append(relative)
    } else {
      report(
        "outside-link",
        relative,
        "links may lead only to files in the site's own folder",
        "put a copy of the file in its place",
        &walk
      )
    }
  }

  private func report(_ id: String, _ relative: String, _ message: String, _ fix: String, _ walk: inout FolderWalk) {
    walk.diagnostics.append(Diagnostic(.error, id, path: "\(folder)/\(relative)", message, fix: fix))
  }
}

/// Whether a name is nobody's source: hidden files, editors' backups, and the notes of a folder.
public func isSkippedName(_ name: String) -> Bool {
  name.utf8.first == UInt8(ascii: ".") || name.utf8.last == UInt8(ascii: "~") || name.utf8.first == UInt8(ascii: "#")
    || name == "README.md"
}
