import NewsCore
import NewsPages

extension Edition {
  /// Gives every story's teaser its photo with the size that the file says, each file read once, on all cores.
  mutating func measurePhotos(_ folder: SiteFolder) async {
    let files = Set(images.values).sorted { precedesByBytes($0.source, $1.source) }
    let measured = await inParallel(files) { file -> Photo in
      // A file that cannot be read is reported where it is copied.
      let bytes = (try? Files.read(folder.path(file.source))) ?? []
      let size = imageSize(bytes)
      return Photo(address: file.address, width: size?.width, height: size?.height, bytes: bytes.count)
    }
    let photos = Dictionary(uniqueKeysWithValues: zip(files, measured))
    for index in teasers.indices { teasers[index].photo = images[teasers[index].file].flatMap { photos[$0] } }
  }
}
