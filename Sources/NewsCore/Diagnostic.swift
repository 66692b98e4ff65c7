/// One sentence to the author or the site's owner about a place in a file, with the exact thing to write instead.
///
/// Content and settings problems are collected as values, sorted and printed once; they are never thrown one by one.
public struct Diagnostic: Sendable, Hashable {
  /// How much the trouble holds up: an error holds its story back, a warning and a note do not.
  public enum Severity: Int, Sendable, Comparable {
    case error
    case warning
    case note

    /// Whether the first is the lighter.
    public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

    /// The word that is printed: `error`, `warning` or `note`.
    public var word: String {
      switch self {
      case .error: "error"
      case .warning: "warning"
      case .note: "note"
      }
    }
  }

  /// The file, relative to the site's folder.
  public var path: String
  /// The line, counted from 1; nil where the trouble is the whole file.
  public var line: Int?
  /// How much it matters.
  public var severity: Severity
  /// Stable kebab-case name of the rule, for scripts and searches.
  public var id: String
  /// The rule that was broken and the word that broke it, in one sentence.
  public var message: String
  /// What to write or do instead.
  public var fix: String?

  /// Gives what is wrong at a line of a file, with a lasting name and a way to mend it.
  public init(
    _ severity: Severity,
    _ id: String,
    path: String,
    line: Int? = nil,
    _ message: String,
    fix: String? = nil
  ) {
    self.path = path
    self.line = line
    self.severity = severity
    self.id = id
    self.message = message
    self.fix = fix
  }

  /// The form for a terminal: `path:line: error: sentence [id]`, then an indented `fix:` line where there is one.
  public var rendered: String {
    let place = line.map { "\(visible(path)):\($0)" } ?? visible(path)
    let head = "\(place): \(severity.word): \(message) [\(id)]"
    return fix.map { "\(head)\n  fix: \($0)" } ?? head
  }
}

extension Diagnostic: Comparable {
  /// By path, line, severity and text, so that the same troubles print in the same order on every machine.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    if left.path != right.path { return left.path < right.path }
    if left.line != right.line { return (left.line ?? 0) < (right.line ?? 0) }
    if left.severity != right.severity { return left.severity < right.severity }
    return (left.id, left.message) < (right.id, right.message)
  }
}

/// A piece of a source as it may stand in a message: control characters made visible, at most 60 characters, wrapped
/// in U+2068 and U+2069 so that Arabic does not reorder the sentence around it (Unicode Annex 9).
public func excerpt(_ text: some StringProtocol) -> String {
  let short = text.prefix(60)
  let cut = short.endIndex < text.endIndex ? "…" : ""
  return "\u{2068}\(visible(short))\(cut)\u{2069}"
}

/// The text with control, bidi-control and line characters written as `\u{…}`: a file name or a source may try to
/// drive the terminal that shows it.
public func visible(_ text: some StringProtocol) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x061C, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
      result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
    default: result.append(scalar)
    }
  }
  return String(result)
}

/// A single diagnostic may be thrown where reading a file cannot go on after it.
extension Diagnostic: Error {}
