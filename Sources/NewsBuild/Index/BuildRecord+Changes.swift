import NewsCore
import NewsPages

extension BuildRecord {
  /// Whether nothing is known of any file in Output.
  var isEmpty: Bool { files.isEmpty && stories.rows.allSatisfy(\.builtRecord.isEmpty) }

  /// Lets every story file and every raw article be read again; what is in Output stays known.
  mutating func forgetReading() {
    for position in stories.rows.indices { stories.rows[position].stamp = .none }
    articles = []
    images = [:]
  }

  /// Takes over what need not be looked at by the next build.
  mutating func take(imports: ImportPlan, images: ImageShelf, isChanged: Bool) {
    if isChanged || articles != imports.settled || self.images != images.measured { hasChanged = true }
    articles = imports.settled
    self.images = images.measured
  }

  /// Whether the page of a story in Output stands at an address.
  func isBuilt(_ row: StoryRow, at address: String) -> Bool {
    !row.builtRecord.isEmpty && stories.address(row.builtRecord) == address
  }

  /// Every file in Output that was made of a story's row.
  func paths(ofBuilt row: StoryRow) -> [String] {
    guard let teaser = stories.teaser(row.builtRecord) else { return [] }
    let page = teaser.address + "index.html"
    var paths = [page]
    if row.flags.contains(.builtLite) { paths.append(litePath(page)) }
    if let short = shortAddress(made: row.builtShort, of: teaser) { paths.append(short + "index.html") }
    return paths
  }

  /// Every file in Output that a build made, with the file of Content that it came from where it is one's.
  var allPaths: [String: String] {
    var paths = files.mapValues { _ in "" }.merging(pageFiles) { $1 }
    for row in stories.rows {
      for path in self.paths(ofBuilt: row) { paths[path] = stories.path(row) }
    }
    return paths
  }
}
