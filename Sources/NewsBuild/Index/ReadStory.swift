import ArabicText
import NewsCore
import NewsPages
import NewsRender

/// A story file that was just read: what the index keeps of it, and the story itself, which is kept only while there is
/// room (`StoryShelf`).
struct ReadStory: Sendable {
  /// Relative to the site's folder.
  var path: String
  var stamp: FileStamp
  /// Fingerprint of the file.
  var content = Fingerprint.unknown
  /// nil where the file holds an error.
  var record: StoryRecord?
  var flags: StoryRow.Flags = []
  var visibleFrom = Int.min
  var visibleUntil = Int.max
  var publishAt = Int.min
  var series: String?
  /// The topics that the story names; nil where they were matched.
  var namedTopics: [String]?
  /// Positions in the list of topics.
  var matchedTopics: [Int] = []
  var extra = StoryExtra()
  var diagnostics: [Diagnostic] = []
  /// nil where the file holds an error.
  var whole: WholeStory?
}

/// How story files are read: what it hangs on besides their bytes.
struct StoryReader: Sendable {
  let site: Site
  let matcher: TopicMatcher
  let clock: ZoneClock

  init(_ setup: SiteSetup) {
    site = setup.site
    matcher = setup.matcher
    clock = ZoneClock(setup.site.timeZone)
  }

  /// Reads a story file; one that cannot be read is an error of its own and holds back only its story.
  func read(_ file: FolderScan.File, _ folder: SiteFolder) -> ReadStory {
    do throws(FileTrouble) {
      return read(try Files.read(folder.path(file.path)), path: file.path, stamp: file.stamp)
    } catch {
      var story = ReadStory(path: file.path, stamp: .none, flags: [.broken])
      story.diagnostics = [unreadable(file.path, error)]
      return story
    }
  }

  /// Reads a story file from its bytes, matching topics where it names none.
  func read(_ bytes: [UInt8], path: String, stamp: FileStamp) -> ReadStory {
    let parsed = parseStory(bytes, path: path)
    var read = ReadStory(path: path, stamp: stamp, content: Fingerprint(of: bytes), diagnostics: parsed.diagnostics)
    read.whole = WholeStory(parsed, of: read.content)
    guard let story = parsed.story.map(site.shown) else {
      read.flags = [.broken]
      read.extra.source = importedFileOfBrokenStory(bytes)
      return read
    }
    read.diagnostics += proofread(bytes, path: path)
    let teaser = teaser(of: story, path: path)
    read.record = StoryRecord(teaser, clock: clock)
    if story.status == .draft { read.flags.insert(.draft) }
    // No page may say that it was published in the future.
    read.publishAt = story.publishAt.map(clock.moment) ?? .min
    read.visibleFrom = max(read.publishAt, teaser.moment)
    read.visibleUntil = story.expires.map(clock.moment) ?? Int.max
    read.series = story.series
    if let topics = story.topics {
      read.flags.insert(.namesTopics)
      read.namedTopics = topics
    } else {
      read.matchedTopics = matcher.matches(in: topicTexts(of: story)).map(\.topic)
    }
    if let image = story.image, image.file != nil || image.id != nil {
      read.flags.insert(.image)
      read.extra.imageFile = image.file
      read.extra.imageID = image.id
    }
    if let image = story.image, let instructions = image.instructions {
      let hasCredit = image.credit != nil || image.captionCredit != nil
      let line = lineOfImage(in: bytes)
      read.diagnostics += photoWarnings(instructions, hasCredit: hasCredit, path: path, line: line)
    }
    read.extra.source = story.imported?.file
    read.extra.sourceDigest = story.imported?.digest
    return read
  }

  private func teaser(of story: Story, path: String) -> Teaser {
    let summary = story.deck ?? summarize(story.body)
    var teaser = Teaser(
      file: path,
      address: storyAddress(date: story.date, slug: slug(of: story, path: path)),
      title: story.title,
      kicker: story.kicker,
      summary: summary,
      date: story.date,
      moment: clock.moment(of: story.date),
      language: story.lang == site.language ? nil : story.lang,
      topics: []
    )
    teaser.label = story.shownLabel
    teaser.byline = story.byline.map(\.name)
    teaser.corrections = story.corrections
    teaser.aliases = story.aliases
    teaser.id = story.id
    teaser.related = story.related
    teaser.words = tellingWords(of: [story.title, summary], most: 20)
    teaser.addLastChange(of: story, clock)
    return teaser
  }

  /// The slug in the file, or the file's name: both stay when a headline is edited.
  private func slug(of story: Story, path: String) -> String {
    if let slug = story.slug { return slug }
    let name = path.split(separator: "/").last.map { String($0.dropLast(3)) } ?? ""
    return Slug.make(name) ?? Slug.make(story.title) ?? String(SHA256.hex(Array(path.utf8)).prefix(12))
  }
}

/// The parts of a story in which topics are looked for.
public func topicTexts(of story: Story) -> [TopicText] {
  let end = story.body.firstRange(of: "\n\n")?.lowerBound ?? story.body.endIndex
  var texts = [TopicText(.headline, story.title)]
  if let deck = story.deck { texts.append(TopicText(.deck, deck)) }
  texts.append(TopicText(.firstParagraph, String(story.body[..<end])))
  texts.append(TopicText(.body, String(story.body[end...])))
  return texts
}

/// The diagnostic for a source that the system would not give.
func unreadable(_ path: String, _ trouble: FileTrouble) -> Diagnostic {
  Diagnostic(
    .error,
    "unreadable",
    path: path,
    "this file cannot be read: \(trouble.reason)",
    fix: "give the user who runs warraq the right to read it"
  )
}

/// Story files end in `.md`; `.incoming.md` is what waits beside an edited story, and is never published.
func isStoryFile(_ name: String) -> Bool { name.hasSuffix(".md") && !name.hasSuffix(".incoming.md") }

/// The raw article of a broken story file: it still claims it; otherwise the article would be imported a second time.
public func importedFileOfBrokenStory(_ bytes: [UInt8]) -> String? {
  let lines = String(decoding: bytes.prefix(65_536), as: UTF8.self).split(separator: "\n")
  guard let start = lines.firstIndex(of: "imported:") else { return nil }
  let line = lines[start...].prefix(4).first { $0.hasPrefix("  file: ") }
  guard let line, let node = YAMLNode.narrow(line.dropFirst(2) + "\n", firstLine: 1) else { return nil }
  guard case .map(let pairs) = node.value, case .scalar(let file) = pairs[0].value.value else { return nil }
  return file
}
