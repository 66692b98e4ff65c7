import ArabicText

/// Reads typed values out of one YAML mapping, collecting a diagnostic for each wrong type, unknown or missing key.
public struct YAMLReader: Sendable {
  private let pairs: [YAMLPair]
  /// The file, for messages.
  public let path: String
  /// The line of the mapping itself.
  public let line: Int
  /// What was found wrong so far.
  public var diagnostics: [Diagnostic] = []

  /// Reads `node`, which must be a mapping whose keys are among `known`; what else is there is reported at once.
  public init(_ node: YAMLNode, path: String, known: [String], in place: String) {
    self.path = path
    line = node.line
    guard case .map(let pairs) = node.value else {
      self.pairs = []
      report(node.line, "wrong-type", "\(place) holds keys and values", fix: "write one `key: value` a line")
      return
    }
    self.pairs = pairs
    for pair in pairs where !known.contains(pair.key) {
      let near = nearestName(to: pair.key, among: known)
      report(
        pair.line,
        "unknown-key",
        "\(place) knows no key \(excerpt(pair.key))",
        fix: near.map { "did you mean `\($0)`?" } ?? "the keys are: \(known.joined(separator: ", "))"
      )
    }
  }

  /// Adds an error about this file.
  public mutating func report(_ line: Int, _ id: String, _ message: String, fix: String? = nil) {
    diagnostics.append(Diagnostic(.error, id, path: path, line: line, message, fix: fix))
  }

  /// The node under the key; nil where the key is absent or its value is empty.
  public func node(_ key: String) -> YAMLNode? {
    guard let pair = pairs.first(where: { $0.key == key }) else { return nil }
    if case .scalar(let text) = pair.value.value, text.isEmpty || text == "~" { return nil }
    return pair.value
  }

  /// Text on one line or more, trimmed of nothing.
  public mutating func text(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let text) = node.value else {
      report(node.line, "wrong-type", "`\(key)` is one text, not a list or a map", fix: "write `\(key): …`")
      return nil
    }
    return text
  }

  /// Text that must be there and hold more than spaces.
  public mutating func requiredText(_ key: String) -> String? {
    let text = text(key)
    if let text, !text.allSatisfy(\.isWhitespace) { return text }
    if !pairs.contains(where: { $0.key == key && isCollection($0.value) }) {
      report(line, "missing-key", "`\(key)` is missing or empty", fix: "add a line `\(key): …`")
    }
    return nil
  }

  private func isCollection(_ node: YAMLNode) -> Bool {
    if case .scalar = node.value { return false }
    return true
  }

  /// A list of texts; a single text counts as a list of one.
  public mutating func texts(_ key: String) -> [String]? {
    guard let node = node(key) else { return nil }
    switch node.value {
    case .scalar(let text): return [text]
    case .list(let items):
      return items.compactMap { item in
        if case .scalar(let text) = item.value { return text }
        report(item.line, "wrong-type", "each entry of `\(key)` is one text", fix: "write `\(key): [one, two]`")
        return nil
      }
    case .map:
      report(node.line, "wrong-type", "`\(key)` is a list of texts", fix: "write `\(key): [one, two]`")
      return nil
    }
  }

  /// The entries of a list of maps.
  public mutating func maps(_ key: String) -> [YAMLNode] {
    guard let node = node(key) else { return [] }
    guard case .list(let items) = node.value else {
      report(node.line, "wrong-type", "`\(key)` is a list", fix: "begin each entry with `  - `")
      return []
    }
    return items
  }

  /// One of the words of a closed list.
  public mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String,
    _ type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let node = node(key), let text = text(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    let near = nearestName(to: text, among: words).map { "did you mean `\($0)`?" }
    report(
      node.line,
      "unknown-value",
      "`\(key)` cannot be \(excerpt(text))",
      fix: near ?? "write one of: \(words.joined(separator: ", "))"
    )
    return nil
  }

  /// An ISO 8601 day or date-time with offset.
  public mutating func date(_ key: String) -> StoryDate? {
    guard let node = node(key), let text = text(key) else { return nil }
    if let date = StoryDate(iso: text) { return date }
    report(
      node.line,
      "bad-date",
      "`\(key)` is no date of the calendar: \(excerpt(text))",
      fix: "write a day such as 2016-09-05, or a time with its offset such as 2016-09-05T14:30+03:00"
    )
    return nil
  }

  /// A whole number within the range.
  public mutating func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let node = node(key), let text = text(key) else { return nil }
    if let number = Int(text), range.contains(number) { return number }
    report(
      node.line,
      "bad-number",
      "`\(key)` cannot be \(excerpt(text))",
      fix: "write a whole number from \(range.lowerBound) to \(range.upperBound)"
    )
    return nil
  }
}
