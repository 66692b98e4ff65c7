import ArabicText
import NewsCore

/// Gives each imported story its file, one after the other, so that the same articles always get the same addresses.
struct ImportDesk {
  private let folder: SiteFolder
  private let today: CivilDate
  private let shelf: [StoryFile]
  /// Raw article (and `#2` for the second story in it) → position on the shelf.
  private var owners: [String: Int] = [:]
  /// Path of a story file → position on the shelf, or -1 for one that this import makes.
  private var taken: [String: Int] = [:]
  private(set) var writes: [StoryWrite] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(folder: SiteFolder, shelf: [StoryFile], today: CivilDate) {
    self.folder = folder
    self.shelf = shelf
    self.today = today
    for (index, file) in shelf.enumerated() {
      taken[file.path] = index
      if let source = file.importedFile { owners[source] = index }
    }
  }

  mutating func place(_ drafts: ArticleDrafts) {
    diagnostics += drafts.diagnostics
    for (index, (story, notes)) in drafts.stories.enumerated() {
      let source = index == 0 ? drafts.file : "\(drafts.file)#\(index + 1)"
      if let owner = owners[source] {
        // The story has its date already, so it does not matter whether the article has one.
        diagnostics += notes.filter { $0.id != "no-date" }
        update(shelf[owner], with: story, source: source, digest: drafts.digest)
      } else {
        diagnostics += notes
        add(story, source: source, digest: drafts.digest)
      }
    }
  }

  private mutating func add(_ story: Story, source: String, digest: String) {
    var story = story
    let slug = story.slug ?? digest
    for number in 1... {
      let candidate = number == 1 ? slug : "\(Slug.make(slug, maxBytes: 84) ?? slug)-\(number)"
      let path = storyPath(story.date, slug: candidate)
      if let holder = taken[path] {
        if holder >= 0, shelf[holder].story == nil, shelf[holder].importedFile == nil {
          return reportBroken(path, source: source)
        }
        continue
      }
      taken[path] = -1
      story.slug = candidate
      writes.append(StoryWrite(kind: .new, path: path, story: story.sealed(file: source, digest: digest)))
      return
    }
  }

  private func storyPath(_ date: StoryDate, slug: String) -> String {
    "\(SiteFolder.stories)/\(date.day.iso.prefix(4))/\(date.day.iso.dropFirst(5).prefix(2))/\(slug).md"
  }

  /// The address and the date of a story stay when its source changes; the day of the change becomes `updated`.
  private mutating func update(_ file: StoryFile, with story: Story, source: String, digest: String) {
    guard let old = file.story else { return reportBroken(file.path, source: source) }
    var story = story
    story.slug = old.slug
    story.date = old.date
    story.updated = old.imported?.digest != digest && today > old.date.day ? StoryDate(day: today) : old.updated
    let sealed = story.sealed(file: source, digest: digest)
    guard let bytes = try? Files.read(folder.path(file.path)) else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    if textDigest(ofStoryFile: text) == old.imported?.textDigest {
      if text != printStory(sealed) { writes.append(StoryWrite(kind: .updated, path: file.path, story: sealed)) }
    } else {
      putBeside(file.path, sealed, digest: digest)
    }
  }

  private mutating func putBeside(_ path: String, _ story: Story, digest: String) {
    let incoming = "\(path.dropLast(3)).incoming.md"
    diagnostics.append(
      Diagnostic(
        .warning,
        "source-changed",
        path: path,
        "its raw article has changed since an editor worked on this story; the new import waits beside it",
        fix: "take what you need from \(incoming), set `digest` under `imported` to \"\(digest)\", and delete that file"
      )
    )
    let waiting = try? Files.read(folder.path(incoming))
    if waiting.map({ String(decoding: $0, as: UTF8.self) }) != printStory(story) {
      writes.append(StoryWrite(kind: .incoming, path: incoming, story: story))
    }
  }

  private mutating func reportBroken(_ path: String, source: String) {
    diagnostics.append(
      Diagnostic(
        .warning,
        "story-broken",
        path: "\(SiteFolder.articles)/\(source)",
        "its story file \(visible(path)) holds an error, so the article is not imported again",
        fix: "mend the story file first"
      )
    )
  }
}
