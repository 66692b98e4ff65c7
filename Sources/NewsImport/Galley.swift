import NewsCore

/// An article in the making, as a column of type before it becomes a page: its passages, and what was found of each.
struct Galley: Sendable {
  let file: String
  let path: String
  let lines: [RawLine]
  let passages: [Passage]
  /// One a passage; nil until something is decided.
  private(set) var findings: [Finding?]
  /// What was too weakly seen to be taken for it, by passage.
  private(set) var doubts: [Int: Finding] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// The passages between headline and credits: where the body is looked for.
  var body: Range<Int>
  /// The passage that is the headline; nil before it is found, or where a header line gives it.
  var headline: Int?

  init(file: String, path: String, lines: [RawLine]) {
    self.file = file
    self.path = path
    self.lines = lines
    passages = makePassages(lines)
    findings = Array(repeating: nil, count: passages.count)
    body = 0..<passages.count
  }

  func isOpen(_ index: Int) -> Bool { passages.indices.contains(index) && findings[index] == nil }

  func lineNumber(_ index: Int) -> Int { lines[passages[index].lines.lowerBound].number }

  /// Keeps the finding where it is sure enough and says whether it did; a doubt is remembered for a note.
  @discardableResult
  mutating func take(_ finding: Finding?, at index: Int) -> Bool {
    guard let finding, isOpen(index) else { return false }
    if finding.confidence >= 0.5 {
      findings[index] = finding
      return true
    }
    if doubts[index] == nil { doubts[index] = finding }
    return false
  }

  /// Decides anew what had been decided: a later line has shed light on it.
  mutating func replace(_ finding: Finding, at index: Int) { findings[index] = finding }

  mutating func note(_ id: String, at index: Int, _ message: String, fix: String? = nil) {
    report(.note, id, line: lineNumber(index), message, fix: fix)
  }

  mutating func report(
    _ severity: Diagnostic.Severity,
    _ id: String,
    line: Int?,
    _ message: String,
    fix: String? = nil
  ) {
    diagnostics.append(Diagnostic(severity, id, path: path, line: line, message, fix: fix))
  }
}
