import ArabicText

/// A story file that was read: the story where it can be built, and every diagnostic about the file.
public struct ParsedStory: Sendable {
  /// nil where the file holds an error; the story is then held back.
  public var story: Story?
  /// What is wrong in the file.
  public var diagnostics: [Diagnostic]
  /// The line on which the body begins, from 1.
  public var bodyLine = 1
}

/// Reads the text of a story file: front matter between two lines of `---`, then CommonMark.
///
/// A byte-order mark and CRLF line ends are forgiven. `path` is for the messages.
public func parseStory(_ bytes: [UInt8], path: String) -> ParsedStory {
  do {
    let parts = try splitStoryFile(bytes, path: path)
    let node = try frontMatter(parts.frontMatter, path: path)
    var parsed = readStory(node, body: parts.body, path: path)
    parsed.bodyLine = parts.bodyLine
    return parsed
  } catch {
    return ParsedStory(story: nil, diagnostics: [error])
  }
}

func frontMatter(_ text: String, path: String) throws(Diagnostic) -> YAMLNode {
  if let node = YAMLNode.narrow(text, firstLine: 2) { return node }
  do {
    return try YAMLNode.general(text, firstLine: 2)
  } catch {
    throw Diagnostic(.error, "bad-yaml", path: path, line: error.line, error.message, fix: error.fix)
  }
}

private func readStory(_ node: YAMLNode, body: String, path: String) -> ParsedStory {
  var reader = YAMLReader(node, path: path, known: StoryKey.allCases.map(\.rawValue), in: "the front matter")
  let title = reader.requiredText(StoryKey.title)
  let date = reader.requiredDate()
  var story = Story(
    title: title ?? "",
    date: date ?? StoryDate(day: .epoch),
    body: body
  )
  reader.readHeadline(&story)
  reader.readLife(&story)
  reader.readReporting(&story)
  story.image = reader.image()
  story.corrections = reader.corrections()
  story.imported = reader.imported()
  let isWhole = !reader.diagnostics.contains { $0.severity == .error }
  return ParsedStory(story: isWhole ? story : nil, diagnostics: reader.diagnostics)
}

extension YAMLReader {
  fileprivate mutating func requiredText(_ key: StoryKey) -> String? { requiredText(key.rawValue) }
  fileprivate mutating func text(_ key: StoryKey) -> String? { text(key.rawValue) }
  fileprivate mutating func texts(_ key: StoryKey) -> [String]? { texts(key.rawValue) }

  fileprivate mutating func requiredDate() -> StoryDate? {
    if node(StoryKey.date.rawValue) != nil { return date(StoryKey.date.rawValue) }
    report(line, "missing-key", "`date` is missing", fix: "add a line such as `date: 2016-09-05`")
    return nil
  }

  fileprivate mutating func readHeadline(_ story: inout Story) {
    story.kicker = text(.kicker)
    story.deck = text(.deck)
    story.label = choice(StoryKey.label.rawValue, Story.Label.self)
    story.shortTitle = text(.shortTitle)
    story.slug = slug(StoryKey.slug.rawValue)
    story.aliases = texts(.aliases) ?? []
    story.id = text(.id)
  }

  fileprivate mutating func readLife(_ story: inout Story) {
    story.updated = date(StoryKey.updated.rawValue)
    story.publishAt = date(StoryKey.publishAt.rawValue)
    story.expires = date(StoryKey.expires.rawValue)
    story.status = choice(StoryKey.status.rawValue, Story.Status.self) ?? .ready
    story.lang = text(.lang)
    story.kind = choice(StoryKey.kind.rawValue, Story.Kind.self)
  }

  fileprivate mutating func readReporting(_ story: inout Story) {
    story.byline = byline()
    story.dateline = text(.dateline)
    story.sources = sources()
    story.topics = texts(.topics)
    story.series = text(.series)
    story.related = texts(.related)
  }

  private mutating func byline() -> [Contributor] {
    guard let node = node(StoryKey.byline.rawValue) else { return [] }
    guard case .list(let items) = node.value else { return (texts(.byline) ?? []).map { Contributor(name: $0) } }
    return items.compactMap { item in
      if case .scalar(let name) = item.value { return Contributor(name: name) }
      return nested(item, StoryKey.Contributor.self, in: "an entry of `byline`") { reader in
        guard let name = reader.requiredText("name") else { return nil }
        return Contributor(name: name, role: reader.text("role"))
      }
    }
  }

  /// A name, a Markdown link, or a map of a name and its address.
  private mutating func sources() -> [StorySource] {
    guard let node = node(StoryKey.sources.rawValue) else { return [] }
    guard case .list(let items) = node.value else { return (texts(.sources) ?? []).map(source) }
    return items.compactMap { item in
      if case .scalar(let text) = item.value { return source(text) }
      return nested(item, StoryKey.Source.self, in: "an entry of `sources`") { reader in
        guard let name = reader.requiredText("name") else { return nil }
        guard let url = reader.text("url"), !StorySource.isWebAddress(url) else {
          return StorySource(name, url: reader.text("url"))
        }
        reader.report(
          reader.node("url")?.line ?? reader.line,
          "bad-url",
          "`url` is no address of a web page: \(excerpt(url))",
          fix: "write it as https://news.example/page, or leave `url` out"
        )
        return nil
      }
    }
  }

  private func source(_ text: String) -> StorySource { StorySource(markdown: text) ?? StorySource(text) }

  fileprivate mutating func image() -> StoryImage? {
    guard let node = node(StoryKey.image.rawValue) else { return nil }
    let image = nested(node, StoryKey.Image.self, in: "`image`") { reader in
      var image = StoryImage()
      image.file = reader.text("file")
      image.id = reader.text("id")
      image.alt = reader.text("alt")
      image.altLang = reader.text("alt-lang")
      image.caption = reader.text("caption")
      image.captionCredit = reader.text("caption-credit")
      image.credit = reader.text("credit")
      image.place = reader.text("place")
      if reader.node("date") != nil { image.date = reader.date("date") }
      image.isFilePhoto = reader.choice("file-photo", Switch.self) == .on
      image.instructions = reader.text("instructions")
      return image
    }
    return image?.isEmpty == true ? nil : image
  }

  fileprivate mutating func corrections() -> [Correction] {
    maps(StoryKey.corrections.rawValue).compactMap { item in
      nested(item, StoryKey.Correction.self, in: "an entry of `corrections`") { reader in
        let date = reader.date("date")
        let text = reader.requiredText("text")
        let kind = reader.choice("kind", Correction.Kind.self) ?? .correction
        guard let date, let text else {
          if reader.node("date") == nil { reader.report(reader.line, "missing-key", "`date` is missing") }
          return nil
        }
        return Correction(date: date, kind: kind, text: text)
      }
    }
  }

  fileprivate mutating func imported() -> ImportRecord? {
    guard let node = node(StoryKey.imported.rawValue) else { return nil }
    return nested(node, StoryKey.Imported.self, in: "`imported`") { reader in
      guard let file = reader.requiredText("file"), let digest = reader.requiredText("digest") else { return nil }
      return ImportRecord(file: file, digest: digest, textDigest: reader.text("text-digest") ?? "")
    }
  }

  private mutating func nested<Keys: RawRepresentable & CaseIterable, Value>(
    _ node: YAMLNode,
    _ keys: Keys.Type,
    in place: String,
    _ read: (inout YAMLReader) -> Value?
  ) -> Value? where Keys.RawValue == String {
    var reader = YAMLReader(node, path: path, known: Keys.allCases.map(\.rawValue), in: place)
    let value = read(&reader)
    diagnostics += reader.diagnostics
    return value
  }
}
