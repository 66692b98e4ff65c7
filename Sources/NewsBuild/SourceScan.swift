import NewsCore

/// Every file that a build is made of, but for the settings and the theme.
struct SourceScan: Sendable {
  var stories: FolderScan
  var articles: FolderScan
  var images: FolderScan
  var pages: FolderScan
  /// When the looking began, in nanoseconds since 1970.
  private let moment: Int

  /// Lists the folders below `Content`. Throws where one cannot be listed.
  init(_ folder: SiteFolder) async throws(BuildTrouble) {
    moment = Files.now()
    stories = try await scanFolder(SiteFolder.stories, under: folder.root)
    articles = try await scanFolder(SiteFolder.articles, under: folder.root)
    images = try await scanFolder(SiteFolder.images, under: folder.root)
    pages = try await scanFolder(SiteFolder.pages, under: folder.root)
  }

  private var all: [FolderScan] { [stories, articles, images, pages] }

  /// Whether each file will have another stamp should it change once more.
  var isSettled: Bool { !all.contains { $0.files.contains { $0.stamp.isFresh(at: moment) } } }

  /// What the folders hold, as far as their lists tell.
  var fingerprint: Fingerprint {
    var print = Fingerprint()
    for scan in all {
      print.mix(scan.files.count)
      for file in scan.files {
        print.mix(file.path)
        print.mix(file.stamp)
      }
      for diagnostic in scan.diagnostics {
        print.mix(diagnostic.path)
        print.mix(diagnostic.id)
      }
    }
    return print
  }
}

extension Fingerprint {
  /// Adds all that a folder says of a file.
  mutating func mix(_ stamp: FileStamp) {
    mix(stamp.size)
    mix(stamp.modified)
    mix(stamp.inode)
  }
}
