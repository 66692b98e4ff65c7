import NewsCore

/// Writes the story files that an import decided on, each whole or not at all.
func writeStories(_ writes: [StoryWrite], _ folder: SiteFolder) async throws(BuildTrouble) {
  let troubles = await inParallel(writes, batch: 16) { (write: StoryWrite) -> FileTrouble? in
    let path = folder.path(write.path)
    let parent = Files.parentFolder(of: path) ?? folder.root
    do throws(FileTrouble) {
      try Files.makeFolders(parent)
      let name = path.dropFirst(parent.count + 1)
      let bytes = Array(printStory(write.story).utf8)
      try Files.replace(
        path,
        with: bytes,
        temporary: "\(parent)/.\(name.utf8.count)-\(SHA256.hex(bytes).prefix(16)).tmp"
      )
      return nil
    } catch {
      return error
    }
  }
  if let trouble = troubles.lazy.compactMap({ $0 }).first { throw .environment(trouble) }
}
