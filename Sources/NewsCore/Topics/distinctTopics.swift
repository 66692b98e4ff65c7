/// The topics without those that take a name, an alias or a slug of one further up; each of them is reported.
func distinct(_ topics: [TopicOnLine], path: String, _ diagnostics: inout [Diagnostic]) -> [TopicOnLine] {
  var taken = TakenNames(path: path)
  var kept: [TopicOnLine] = []
  for topic in topics {
    let clashes = taken.clashes(topic)
    diagnostics += clashes
    if clashes.isEmpty {
      taken.add(topic)
      kept.append(topic)
    }
  }
  return kept
}

/// Which topic has which name, alias and slug so far, and on which line.
private struct TakenNames {
  let path: String
  private var phrases: [String: (name: String, line: Int)] = [:]
  private var slugs: [String: (name: String, line: Int)] = [:]

  init(path: String) { self.path = path }

  mutating func add(_ entry: TopicOnLine) {
    slugs[entry.topic.slug] = (entry.topic.name, entry.line)
    for (phrase, line) in entry.phrasesOnLines { phrases[phrase.identity] = (entry.topic.name, line) }
  }

  func clashes(_ entry: TopicOnLine) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var clashed = false
    for (phrase, line) in entry.phrasesOnLines {
      guard let other = phrases[phrase.identity] else { continue }
      clashed = true
      diagnostics.append(
        Diagnostic(
          .error,
          "duplicate-topic",
          path: path,
          line: line,
          "\(excerpt(phrase.written)) belongs to two topics: \(excerpt(entry.topic.name)) here and "
            + "\(excerpt(other.name)) on line \(other.line)",
          fix: "take it out of one of them, or make them one topic"
        )
      )
    }
    guard !clashed, let other = slugs[entry.topic.slug] else { return diagnostics }
    return [
      Diagnostic(
        .error,
        "duplicate-slug",
        path: path,
        line: entry.line,
        "two topics have the address \(excerpt(entry.topic.slug)): \(excerpt(entry.topic.name)) here and "
          + "\(excerpt(other.name)) on line \(other.line)",
        fix: "give one of them another `slug`"
      )
    ]
  }
}

extension TopicOnLine {
  /// The name and the aliases with their lines; the name that an exact alias repeats comes once.
  fileprivate var phrasesOnLines: [(phrase: TopicPhrase, line: Int)] {
    var seen: Set<String> = []
    return zip(topic.phrases, [line] + aliasLines).filter { seen.insert($0.0.identity).inserted }
  }
}

extension TopicPhrase {
  /// Two phrases with this in common cannot be told apart in a text.
  fileprivate var identity: String { isExact ? "=" + written : key }
}
