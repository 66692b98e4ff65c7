import NewsCore

/// The files below a folder with their stamps, and what had to be left out.
struct FolderScan: Sendable {
  struct File: Sendable, Equatable {
    /// Relative to the site's folder.
    var path: String
    var stamp: FileStamp
  }

  /// Sorted by the bytes of their paths.
  var files: [File] = []
  /// One error for each thing that cannot be a source: dangling links, links that lead out, pipes and devices.
  var diagnostics: [Diagnostic] = []
}

/// Lists every file below `root/relative` with its stamp, on all cores, skipping hidden names and editors' backups. A
/// missing folder is empty.
///
/// Links to files are followed only while they stay below `root`; links to folders are not followed. Throws where a
/// folder cannot be listed: what it holds must not look deleted.
func scanFolder(_ relative: String, under root: String) async throws(BuildTrouble) -> FolderScan {
  var scan = FolderScan()
  guard Files.kind(at: "\(root)/\(relative)") != nil else { return scan }
  var level = [relative]
  while !level.isEmpty {
    let lists = await inParallel(level, batch: 1) { folder in listSorted(folder, under: root) }
    var next: [String] = []
    for (folder, list) in zip(level, lists) {
      switch list {
      case .failure(let trouble): throw .environment(trouble)
      case .success(let found):
        scan.files += found.files
        scan.diagnostics += found.diagnostics
        next += found.folders.map { "\(folder)/\($0)" }
      }
    }
    level = next
  }
  // The folders of years and months come in order, so there is seldom anything to sort.
  let isSorted = zip(scan.files, scan.files.dropFirst()).allSatisfy { precedesByBytes($0.path, $1.path) }
  if !isSorted { scan.files.sort { precedesByBytes($0.path, $1.path) } }
  return scan
}

private struct ScannedFolder: Sendable {
  var files: [FolderScan.File] = []
  var folders: [String] = []
  var diagnostics: [Diagnostic] = []
}

private func listSorted(_ folder: String, under root: String) -> Result<ScannedFolder, FileTrouble> {
  do throws(FileTrouble) {
    let list = try Files.list("\(root)/\(folder)", skipping: isSkippedName)
    var found = ScannedFolder()
    found.files = list.sortedFiles.map { FolderScan.File(path: "\(folder)/\($0.name)", stamp: $0.stamp) }
    for link in list.links { found.follow("\(folder)/\(link)", root) }
    for other in list.others {
      found.report("not-a-file", "\(folder)/\(other)", "this is a pipe, a socket or a device, not a file", "remove it")
    }
    if !list.links.isEmpty { found.files.sort { precedesByBytes($0.path, $1.path) } }
    found.folders = list.folders.sorted(by: precedesByBytes)
    return .success(found)
  } catch {
    return .failure(error)
  }
}

extension ScannedFolder {
  fileprivate mutating func follow(_ path: String, _ root: String) {
    guard let target = Files.resolved("\(root)/\(path)") else {
      return report("dangling-link", path, "this link leads nowhere", "remove it, or put the file in its place")
    }
    if target.hasPrefix("\(Files.resolved(root) ?? root)/"), let stamp = Files.stamp(of: target) {
      files.append(FolderScan.File(path: path, stamp: stamp))
    } else {
      report(
        "outside-link",
        path,
        "links may lead only to files in the site's own folder",
        "put a copy of the file in its place"
      )
    }
  }

  fileprivate mutating func report(_ id: String, _ path: String, _ message: String, _ fix: String) {
    diagnostics.append(Diagnostic(.error, id, path: path, message, fix: fix))
  }
}
