import NewsCore

/// A photo that a story shows: where it lies and where it will stand.
struct ImageFile: Sendable, Hashable {
  /// Relative to the site's folder.
  var source: String
  /// Relative to Output.
  var address: String
}

/// Every photo in `Content/Images` and beside the raw articles, to be found by name or by the agency's number.
struct ImageShelf: Sendable {
  private var byName: [String: ImageFile] = [:]
  private var byNumber: [String: ImageFile] = [:]

  /// Lists the photos; throws where a folder cannot be listed.
  init(_ folder: SiteFolder) throws(BuildTrouble) {
    // Content/Images comes second: of two photos with one number it wins.
    for (root, prefix) in [(SiteFolder.articles, "images/articles/"), (SiteFolder.images, "images/")] {
      let walk = try orStop { () throws(FileTrouble) in try walkFolder(root, under: folder.root) }
      for file in walk.files where isImageFile(file) && visible(file) == file {
        let image = ImageFile(source: "\(root)/\(file)", address: prefix + file)
        byName["\(root)/\(file)"] = image
        byNumber[number(of: file)] = image
      }
    }
  }

  private func number(of file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    return String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)]).lowercased()
  }

  /// The photo of a story, nil if it has none, or the diagnostic that says that the named file is missing.
  func image(of story: Story, path: String) throws(Diagnostic) -> ImageFile? {
    guard let wanted = story.image else { return nil }
    guard let name = wanted.file else { return wanted.id.flatMap { byNumber[$0.lowercased()] } }
    let beside = story.imported?.file.split(separator: "/").dropLast().map { $0 + "/" }.joined() ?? ""
    if let image = byName["\(SiteFolder.images)/\(name)"] ?? byName["\(SiteFolder.articles)/\(beside)\(name)"] {
      return image
    }
    throw Diagnostic(
      .error,
      "missing-image",
      path: path,
      "the image file \(excerpt(name)) is not in \(SiteFolder.images)",
      fix: "put it there, or take `file` out of `image`: the caption and credit then stand as text"
    )
  }
}
