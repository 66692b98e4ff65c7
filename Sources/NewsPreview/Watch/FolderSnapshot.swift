import NewsCore

/// All that a build reads, with the stamps of the files, as it was at one moment.
struct FolderSnapshot: Sendable {
  /// By their paths relative to the site's folder.
  private(set) var folders: [String: WatchedFolder] = [:]

  /// Looks at everything.
  init(of root: String) {
    for top in WatchedFolders.tops { look(at: top, in: root, depth: 0) }
  }

  private mutating func look(at path: String, in root: String, depth: Int) {
    guard depth < WatchedFolders.deepest, var folder = WatchedFolder(path, in: root) else { return }
    let moment = Files.now()
    for index in folder.files.indices where folder.files[index].stamp.mayBeWritten(at: moment) {
      folder.files[index].stamp = .none
    }
    folders[path] = folder
    for below in folder.folders { look(at: below, in: root, depth: depth + 1) }
  }

  /// The file that a link leads to → the links, relative to the site's folder.
  var links: [String: Set<String>] {
    folders.values.reduce(into: [:]) { all, folder in
      for (link, target) in folder.links { all[target, default: []].insert(link) }
    }
  }

  /// The files and folders that are not as they were.
  func changes(since before: FolderSnapshot) -> Set<String> {
    var changed: Set<String> = []
    for (path, folder) in folders where before.folders[path] != folder {
      guard let old = before.folders[path] else {
        changed.insert(path)
        changed.formUnion(folder.files.map { "\(path)/\($0.name)" })
        continue
      }
      let known = Set(old.files)
      let now = Set(folder.files)
      changed.formUnion(known.symmetricDifference(now).map { "\(path)/\($0.name)" })
    }
    for path in before.folders.keys where folders[path] == nil { changed.insert(path) }
    return changed
  }
}

extension FileStamp {
  /// Whether the file was written so short a time ago that another change might leave the stamp as it is: then the next
  /// look finds it changed once more. Times that lie ahead say nothing.
  fileprivate func mayBeWritten(at moment: Int) -> Bool { isFresh(at: moment) && modified <= moment }
}
