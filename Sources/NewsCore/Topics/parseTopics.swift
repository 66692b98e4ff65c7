import ArabicText

/// Reads `Content/topics.yaml`: a key `topics` with a list of maps, whose keys are those of `TopicKey`.
///
/// A topic with an error is left out and all others are kept; a topic whose parent is left out stands without one. The
/// slug is made from the name where none is given. Nothing in the file is no topics.
public func parseTopics(_ bytes: [UInt8], path: String) -> ParsedTopics {
  var diagnostics: [Diagnostic] = []
  var topics: [TopicOnLine] = []
  var names: [String] = []
  do {
    let root = try settingsNode(bytes, path: path)
    var reader = YAMLReader(root, path: path, known: ["topics"], in: "the list of topics")
    for node in reader.maps("topics") {
      var entry = YAMLReader(node, path: path, known: TopicKey.allCases.map(\.rawValue), in: "a topic")
      let topic = entry.topic()
      if case .scalar(let name) = entry.node("name")?.value { names.append(name) }
      if entry.diagnostics.isEmpty, let topic { topics.append(topic) }
      diagnostics += withoutFollowUps(entry.diagnostics)
    }
    diagnostics += reader.diagnostics
  } catch {
    diagnostics += withFixForBareList(error.diagnostics, bytes)
  }
  topics = distinct(topics, path: path, &diagnostics)
  topics = withParents(topics, named: names, path: path, &diagnostics)
  return ParsedTopics(list: TopicList(topics.map(\.topic)), diagnostics: diagnostics.sorted())
}

/// A topic and the lines of what may clash with other topics.
struct TopicOnLine {
  var topic: Topic
  var line: Int
  var parentLine: Int
  var aliasLines: [Int]
}

extension YAMLReader {
  fileprivate mutating func topic() -> TopicOnLine? {
    let name = requiredText("name").map(trimmed)
    let slug = slug(name)
    let (aliases, aliasLines) = phrases("aliases")
    let (never, _) = phrases("never")
    let description = text("description")
    let parent = text("parent").map(trimmed)
    let kind = choice("kind", Topic.Kind.self)
    guard let name, let slug else { return nil }
    let topic = Topic(
      name: name,
      slug: slug,
      aliases: aliases,
      description: description,
      parent: parent,
      never: never,
      kind: kind
    )
    return TopicOnLine(
      topic: topic,
      line: line,
      parentLine: node("parent")?.line ?? line,
      aliasLines: aliasLines
    )
  }

  private mutating func slug(_ name: String?) -> String? {
    if let written = text("slug") {
      if Slug.isValid(written) { return written }
      report(
        node("slug")?.line ?? line,
        "bad-slug",
        "`slug` cannot be part of an address: \(excerpt(written))",
        fix: Slug.make(written).map { "write `slug: \($0)`" } ?? "write letters and digits, with - between words"
      )
      return nil
    }
    guard let name else { return nil }
    if let made = Slug.make(name) { return made }
    report(
      line,
      "bad-slug",
      "no address can be made of the name \(excerpt(name))",
      fix: "add a line `slug: …` of letters and digits, with - between words"
    )
    return nil
  }

  private mutating func checkPhrase(_ text: String, _ key: String, _ line: Int) {
    let count = TopicPhrase(alias: text).words.count
    if count == 0 {
      report(line, "empty-phrase", "an entry of `\(key)` holds no word: \(excerpt(text))", fix: "take it out")
    } else if count > TopicPhrase.wordLimit {
      report(
        line,
        "long-phrase",
        "an entry of `\(key)` holds \(count) words: \(excerpt(text))",
        fix: "keep the few words that name the topic, at most \(TopicPhrase.wordLimit)"
      )
    }
  }

  private mutating func phrases(_ key: String) -> (texts: [String], lines: [Int]) {
    guard let texts = texts(key), let node = node(key) else { return ([], []) }
    var lines = [Int](repeating: node.line, count: texts.count)
    if case .list(let items) = node.value, items.count == texts.count { lines = items.map(\.line) }
    for (text, line) in zip(texts, lines) { checkPhrase(text, key, line) }
    return (texts.map(trimmed), lines)
  }
}

/// Where a key is mistyped or the topic is no map at all, that its name is missing is no news.
private func withoutFollowUps(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  let causes = diagnostics.filter { $0.id != "missing-key" }
  return causes.isEmpty ? diagnostics : causes
}

private func trimmed(_ text: String) -> String {
  var text = text.drop(while: \.isWhitespace)
  while text.last?.isWhitespace == true { text.removeLast() }
  return String(text)
}

/// The common slip of a file that is the list itself.
private func withFixForBareList(_ diagnostics: [Diagnostic], _ bytes: [UInt8]) -> [Diagnostic] {
  let lines = bytes.split(separator: UInt8(ascii: "\n"))
  let first = lines.first { $0.first != UInt8(ascii: "#") && $0.contains { $0 > 0x20 } }
  guard first?.first == UInt8(ascii: "-") else { return diagnostics }
  return diagnostics.map { diagnostic in
    var diagnostic = diagnostic
    diagnostic.fix = "write a line `topics:` first, and indent the list under it by two spaces"
    return diagnostic
  }
}
