import NewsCore
import NewsPages

/// A photo that a story shows: where it lies and where it will stand.
struct ImageFile: Sendable, Hashable {
  /// Relative to the site's folder.
  var source: String
  /// Relative to Output.
  var address: String
  var stamp: FileStamp
}

/// What was found in a photo's file, while it stays the same: its size in pixels, and what it says of itself.
struct MeasuredImage: Sendable, Hashable {
  var stamp: FileStamp
  var width: Int?
  var height: Int?
  var facts = PhotoFacts()
}

/// Every photo in `Content/Images` and beside the raw articles, to be found by name or by the agency's number.
struct ImageShelf: Sendable {
  private var byName: [String: ImageFile] = [:]
  private var byNumber: [String: ImageFile] = [:]
  /// Photo → its size; only of those that stories show.
  private(set) var measured: [String: MeasuredImage]

  /// Shelves the photos of both folders; `measured` is what is known of them.
  init(articles: FolderScan, images: FolderScan, measured: [String: MeasuredImage]) {
    self.measured = measured
    // Content/Images comes second: of two photos with one number it wins.
    for (scan, root, prefix) in [
      (articles, SiteFolder.articles, "images/articles/"), (images, SiteFolder.images, "images/"),
    ] {
      for file in scan.files where isImageFile(file.path) && visible(file.path) == file.path {
        let name = file.path.dropFirst(root.count + 1)
        let image = ImageFile(source: file.path, address: prefix + name, stamp: file.stamp)
        byName[file.path] = image
        byNumber[number(of: file.path)] = image
      }
    }
  }

  private func number(of file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    return String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)]).lowercased()
  }

  /// The photo that a story wants, nil if there is none, or the diagnostic that says that the named file is missing.
  func image(_ wanted: StoryExtra, path: @autoclosure () -> String) throws(Diagnostic) -> ImageFile? {
    guard let name = wanted.imageFile else { return wanted.imageID.flatMap { byNumber[$0.lowercased()] } }
    let beside = wanted.source?.split(separator: "/").dropLast().map { $0 + "/" }.joined() ?? ""
    if let image = byName["\(SiteFolder.images)/\(name)"] ?? byName["\(SiteFolder.articles)/\(beside)\(name)"] {
      return image
    }
    throw Diagnostic(
      .error,
      "missing-image",
      path: path(),
      "the image file \(excerpt(name)) is not in \(SiteFolder.images)",
      fix: "put it there, or take `file` out of `image`: the caption and credit then stand as text"
    )
  }

  /// Measures the photos that are not known yet, each file read once, on all cores, and forgets those that no story
  /// shows any more. A file that cannot be read is reported where it is copied.
  mutating func measure(_ images: Set<ImageFile>, _ folder: SiteFolder) async {
    let new = images.filter { measured[$0.source]?.stamp != $0.stamp }.sorted { precedesByBytes($0.source, $1.source) }
    let sizes = await inParallel(new, batch: 4) { image -> MeasuredImage in
      let bytes = (try? Files.read(folder.path(image.source))) ?? []
      let size = imageSize(bytes)
      return MeasuredImage(
        stamp: image.stamp,
        width: size?.width,
        height: size?.height,
        facts: PhotoFacts(of: bytes)
      )
    }
    for (image, size) in zip(new, sizes) { measured[image.source] = size }
    let shown = Set(images.map(\.source))
    measured = measured.filter { shown.contains($0.key) }
  }

  /// What the agency demands in the file itself.
  func instructions(_ image: ImageFile) -> String? { measured[image.source]?.facts.instructions }

  /// The photo as pages show it.
  func photo(_ image: ImageFile) -> Photo {
    let size = measured[image.source]
    var photo = Photo(address: image.address, width: size?.width, height: size?.height, bytes: image.stamp.size)
    photo.facts = size?.facts ?? PhotoFacts()
    return photo
  }
}
