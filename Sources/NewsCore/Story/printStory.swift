/// The text of a story's file: front matter in the narrow form of YAML, a blank line, the Markdown body.
///
/// `parseStory` reads the same story back (a property test says so).
public func printStory(_ story: Story) -> String {
  var yaml = YAMLPrinter()
  yaml.putHeadline(of: story)
  yaml.putLife(of: story)
  yaml.putReporting(of: story)
  if let image = story.image { yaml.put(image) }
  yaml.put(story.corrections)
  if let imported = story.imported { yaml.put(imported) }
  return "---\n\(yaml.text)---\n\n\(story.body)"
}

extension Story {
  /// The story with an import record whose `text-digest` is that of the file it prints to.
  public func sealed(file: String, digest: String) -> Story {
    var story = self
    story.imported = ImportRecord(file: file, digest: digest, textDigest: "")
    let textDigest = textDigest(ofStoryFile: printStory(story))
    story.imported?.textDigest = textDigest
    return story
  }
}

/// The digest of a story file's text without its `text-digest` line: equal to the recorded one as long as nobody has
/// touched the file since its import.
public func textDigest(ofStoryFile text: String) -> String {
  let bytes = Array(text.utf8)
  var kept: [UInt8] = []
  kept.reserveCapacity(bytes.count)
  var lineStart = 0
  var isFrontMatter = true
  while isFrontMatter, lineStart < bytes.count {
    let lineEnd = bytes[lineStart...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    let line = bytes[lineStart..<lineEnd]
    if lineStart > 0, line.elementsEqual("---\n".utf8) { isFrontMatter = false }
    if !line.starts(with: "  text-digest:".utf8) { kept += line }
    lineStart = lineEnd
  }
  return String(SHA256.hex(kept + bytes[lineStart...]).prefix(16))
}

extension YAMLPrinter {
  fileprivate mutating func put(_ key: StoryKey, _ value: String?) {
    if let value { scalar(key.rawValue, value) }
  }

  fileprivate mutating func put(_ key: StoryKey, _ date: StoryDate?) {
    if let date { plain(key.rawValue, date.iso) }
  }

  fileprivate mutating func put(_ key: StoryKey, _ values: [String]?, evenIfEmpty: Bool = false) {
    if let values, evenIfEmpty || !values.isEmpty { list(key.rawValue, values) }
  }

  fileprivate mutating func putHeadline(of story: Story) {
    put(.title, story.title)
    put(.kicker, story.kicker)
    put(.deck, story.deck)
    put(.label, story.label?.rawValue)
    put(.shortTitle, story.shortTitle)
    put(.slug, story.slug)
  }

  fileprivate mutating func putLife(of story: Story) {
    put(.date, story.date)
    put(.updated, story.updated)
    put(.publishAt, story.publishAt)
    put(.expires, story.expires)
    if story.status != .ready { put(.status, story.status.rawValue) }
    put(.lang, story.lang)
    put(.kind, story.kind?.rawValue)
  }

  fileprivate mutating func putReporting(of story: Story) {
    putByline(story.byline)
    put(.dateline, story.dateline)
    putSources(story.sources)
    put(.topics, story.topics, evenIfEmpty: true)
    put(.series, story.series)
    put(.related, story.related, evenIfEmpty: true)
    put(.aliases, story.aliases)
    put(.id, story.id)
  }

  private mutating func putByline(_ byline: [Contributor]) {
    if byline.allSatisfy({ $0.role == nil }) { return put(.byline, byline.map(\.name)) }
    heading(StoryKey.byline.rawValue)
    for contributor in byline {
      var pairs = [(StoryKey.Contributor.name.rawValue, Self.scalar(contributor.name))]
      if let role = contributor.role { pairs.append((StoryKey.Contributor.role.rawValue, Self.scalar(role))) }
      listedMap(pairs)
    }
  }

  private mutating func putSources(_ sources: [StorySource]) {
    // A name that reads as a link is no link only where it stands under its key.
    if sources.allSatisfy({ $0.url == nil && StorySource(markdown: $0.name) == nil }) {
      return put(.sources, sources.map(\.name))
    }
    heading(StoryKey.sources.rawValue)
    for source in sources {
      var pairs = [(StoryKey.Source.name.rawValue, Self.scalar(source.name))]
      if let url = source.url { pairs.append((StoryKey.Source.url.rawValue, Self.scalar(url))) }
      listedMap(pairs)
    }
  }

  fileprivate mutating func put(_ image: StoryImage) {
    let pairs: [(StoryKey.Image, String?)] = [
      (.file, image.file), (.id, image.id), (.alt, image.alt), (.altLang, image.altLang), (.caption, image.caption),
      (.captionCredit, image.captionCredit), (.credit, image.credit),
      (.place, image.place), (.date, image.date?.iso),
      (.filePhoto, image.isFilePhoto ? Switch.on.rawValue : nil), (.instructions, image.instructions),
    ]
    if image.isEmpty { return }
    heading(StoryKey.image.rawValue)
    for (key, value) in pairs {
      if let value {
        let isPlain = key == .filePhoto || key == .date
        isPlain ? plain(key.rawValue, value, indent: 2) : scalar(key.rawValue, value, indent: 2)
      }
    }
  }

  fileprivate mutating func put(_ corrections: [Correction]) {
    if corrections.isEmpty { return }
    heading(StoryKey.corrections.rawValue)
    for correction in corrections {
      listedMap([
        (StoryKey.Correction.date.rawValue, correction.date.iso),
        (StoryKey.Correction.kind.rawValue, correction.kind.rawValue),
        (StoryKey.Correction.text.rawValue, Self.scalar(correction.text)),
      ])
    }
  }

  fileprivate mutating func put(_ imported: ImportRecord) {
    heading(StoryKey.imported.rawValue)
    scalar(StoryKey.Imported.file.rawValue, imported.file, indent: 2)
    plain(StoryKey.Imported.digest.rawValue, Self.hexadecimal(imported.digest), indent: 2)
    plain(StoryKey.Imported.textDigest.rawValue, Self.hexadecimal(imported.textDigest), indent: 2)
  }

  /// In quotes always: a digest such as 12345e67 would be a number to other tools.
  private static func hexadecimal(_ digest: String) -> String { "\"\(digest)\"" }
}
