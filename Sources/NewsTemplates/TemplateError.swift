/// One mistake in a template: where it is, the rule it breaks and what to write instead.
public struct TemplateError: Sendable, Hashable {
  /// The rule that was broken, by the word that messages show in square brackets.
  public enum ID: String, Sendable, Hashable, CaseIterable {
    case badDelimiters = "bad-delimiters"
    case badName = "bad-name"
    case duplicateBlock = "duplicate-block"
    case emptyTag = "empty-tag"
    case ignoredTag = "ignored-tag"
    case mismatchedClose = "mismatched-close"
    case notAGroup = "not-a-group"
    case notShowable = "not-showable"
    case partialRecursion = "partial-recursion"
    case tooDeep = "too-deep"
    case tooLarge = "too-large"
    case unclosedSection = "unclosed-section"
    case unclosedTag = "unclosed-tag"
    case unescapedText = "unescaped-text"
    case unexpectedClose = "unexpected-close"
    case unknownBlock = "unknown-block"
    case unknownName = "unknown-name"
    case unknownPartial = "unknown-partial"
    case unknownTemplate = "unknown-template"
  }

  /// The path of the template file.
  public let path: String
  /// The line of the tag, counted from 1.
  public let line: Int
  /// The rule that was broken.
  public let id: ID
  /// One sentence that names the rule and the word.
  public let message: String
  /// What to write instead, where it is known.
  public let fix: String?

  init(_ id: ID, path: String, line: Int, _ message: String, fix: String? = nil) {
    self.path = path
    self.line = line
    self.id = id
    self.message = message
    self.fix = fix
  }
}

extension TemplateError: Comparable {
  /// Orders errors by path, then line, then rule and sentence.
  public static func < (left: TemplateError, right: TemplateError) -> Bool {
    if left.path != right.path { return left.path < right.path }
    if left.line != right.line { return left.line < right.line }
    return (left.id.rawValue, left.message) < (right.id.rawValue, right.message)
  }
}

extension TemplateError: CustomStringConvertible {
  /// The error in the form all messages have: `path:line: error: sentence [id]`, and a `fix:` line where there is one.
  public var description: String {
    "\(path):\(line): error: \(message) [\(id.rawValue)]" + (fix.map { "\n  fix: \($0)" } ?? "")
  }
}

/// All the mistakes of a template and of what it includes, sorted, each once.
public struct TemplateErrors: Error, Sendable, Hashable {
  /// At least one error; at most about a hundred a file, as more help nobody.
  public let all: [TemplateError]

  init(_ errors: [TemplateError]) {
    all = Set(errors).sorted()
  }

  /// How many errors of a file are collected before the rest of the file is left unread.
  static let most = 100
}
