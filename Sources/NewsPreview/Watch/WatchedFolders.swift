import NewsCore

/// Which folders and names of a site a build reads.
enum WatchedFolders {
  /// The folders in the site's own folder that are watched with all that is below them.
  static let tops = ["Content", SiteFolder.templates]

  /// Folders that a build reads through a link, too; deeper links to folders are not followed.
  static let followed: Set<String> = Set(
    tops + [SiteFolder.articles, SiteFolder.stories, SiteFolder.pages, SiteFolder.images]
  )

  /// Whether a name is nobody's source: hidden files, copies that editors keep, and the file `4913` by which vim finds out
  /// whether it may write.
  static func isSkipped(_ name: String) -> Bool { isSkippedName(name) || name == "4913" }

  /// How deep a tree is followed; nobody's content is deeper, and no loop of mounts is endless.
  static let deepest = 40
}

/// What is in one folder of a site, as far as a build reads it.
struct WatchedFolder: Sendable, Equatable {
  /// With their stamps, links to files included, sorted by name.
  var files: [ListedFile] = []
  /// Relative to the site's folder.
  var folders: [String] = []
  /// Link, relative to the site's folder → the file that it leads to.
  var links: [String: String] = [:]

  /// Lists `root/path`; nil where there is no such folder, or it cannot be listed.
  init?(_ path: String, in root: String) {
    guard let list = try? Files.list("\(root)/\(path)", skipping: WatchedFolders.isSkipped) else { return nil }
    files = list.files
    folders = list.folders.map { "\(path)/\($0)" }
    for name in list.links {
      let link = "\(path)/\(name)"
      guard let target = Files.resolved("\(root)/\(link)") else {
        files.append(ListedFile(name: name, stamp: .none))
        continue
      }
      if let stamp = Files.stamp(of: target) {
        files.append(ListedFile(name: name, stamp: stamp))
        links[link] = target
      } else if WatchedFolders.followed.contains(link) {
        folders.append(link)
      }
    }
    files.sort { precedesByBytes($0.name, $1.name) }
    folders.sort(by: precedesByBytes)
  }
}
