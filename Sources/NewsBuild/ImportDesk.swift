import ArabicText
import NewsCore

/// Gives each imported story its file, one after the other, so that the same articles always get the same addresses.
struct ImportDesk {
  private let folder: SiteFolder
  private let today: CivilDate
  private let index: StoryIndex
  /// Raw article (and `#2` for the second story in it), as its key → row.
  let owners: [UInt64: Int]
  /// Story files that this import makes.
  private var made: Set<String> = []
  /// Stories that a new article may be another copy of.
  var twins = Twins()
  private(set) var writes: [StoryWrite] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(folder: SiteFolder, index: StoryIndex, today: CivilDate) {
    self.folder = folder
    self.index = index
    self.today = today
    var owners: [UInt64: Int] = [:]
    for (position, row) in index.rows.enumerated() where row.source != 0 { owners[row.source] = position }
    self.owners = owners
  }

  /// Whether a story file belongs to the raw article already.
  func owns(_ article: String) -> Bool { owners[sourceKey(article)] != nil }

  /// Gives every story of an article its file, and says whether all of them have one.
  mutating func place(_ article: ArticleDrafts) -> Bool {
    diagnostics += article.diagnostics
    var isSettled = true
    for (number, draft) in article.drafts.enumerated() {
      let source = number == 0 ? article.file : "\(article.file)#\(number + 1)"
      if let owner = owners[sourceKey(source)] {
        // The story has its date already, so it does not matter whether the article has one.
        diagnostics += draft.notes.filter { $0.id != "no-date" }
        isSettled = update(owner, with: draft.story, source: source, digest: article.digest) && isSettled
      } else if let twin = twins.twin(of: draft, digest: article.digest, part: number) {
        diagnostics.append(duplicate(source, of: twin))
        isSettled = false
      } else {
        diagnostics += draft.notes
        let path = add(draft.story, source: source, digest: article.digest)
        if let path { twins.add(path, draft.story.date, draft.sketch, digest: article.digest, part: number) }
        isSettled = isSettled && path != nil
      }
    }
    return isSettled
  }

  private func duplicate(_ source: String, of twin: Twins.Twin) -> Diagnostic {
    let share = Int((twin.similarity * 100).rounded())
    return Diagnostic(
      .warning,
      "duplicate",
      path: "\(SiteFolder.articles)/\(source)",
      "this is probably the story of \(visible(twin.path)) once more (\(share) % of it), so it is not imported",
      fix: "delete one of the two articles; or put a line `slug: …` at the top of this one if it is another story"
    )
  }

  /// Gives the story the first free address and returns the path of its file.
  private mutating func add(_ story: Story, source: String, digest: String) -> String? {
    var story = story
    let slug = story.slug ?? digest
    for number in 1... {
      let candidate = number == 1 ? slug : "\(Slug.make(slug, maxBytes: 84) ?? slug)-\(number)"
      let path = storyPath(story.date, slug: candidate)
      if let holder = index.position(ofPath: path) {
        if index.rows[holder].isBroken, index.rows[holder].source == 0 {
          reportBroken(path, source: source)
          return nil
        }
        continue
      }
      guard made.insert(path).inserted else { continue }
      story.slug = candidate
      writes.append(StoryWrite(kind: .new, path: path, story: story.sealed(file: source, digest: digest)))
      return path
    }
    return nil
  }

  private func storyPath(_ date: StoryDate, slug: String) -> String {
    "\(SiteFolder.stories)/\(date.day.iso.prefix(4))/\(date.day.iso.dropFirst(5).prefix(2))/\(slug).md"
  }

  /// The address and the date of a story stay when its source changes; the day of the change becomes `updated`. Says
  /// whether the story file then is what the article says.
  private mutating func update(_ owner: Int, with story: Story, source: String, digest: String) -> Bool {
    let path = index.path(index.rows[owner])
    guard let bytes = try? Files.read(folder.path(path)), let old = parseStory(bytes, path: path).story else {
      reportBroken(path, source: source)
      return false
    }
    var story = story
    story.slug = old.slug
    story.date = old.date
    story.updated = old.imported?.digest != digest && today > old.date.day ? StoryDate(day: today) : old.updated
    let sealed = story.sealed(file: source, digest: digest)
    let text = String(decoding: bytes, as: UTF8.self)
    guard textDigest(ofStoryFile: text) == old.imported?.textDigest else {
      putBeside(path, sealed, digest: digest)
      return false
    }
    if text != printStory(sealed) { writes.append(StoryWrite(kind: .updated, path: path, story: sealed)) }
    return true
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
