import ArabicText
import NewsCore
import NewsPages
import NewsTemplates

/// The words of the preview's own pages, in one language: read from `Templates/preview/words/<language>.yaml`.
enum DeskPhrase: String, Sendable, CaseIterable {
  case desk
  case site
  case lastBuild = "last-build"
  case took
  case nextChange = "next-change"
  case noNextChange = "no-next-change"
  case stories
  case pages
  case topics
  case noBuild = "no-build"
  case stoppedBySettings = "stopped-by-settings"
  case stoppedBySystem = "stopped-by-system"
  case heldBack = "held-back"
  case heldBackHint = "held-back-hint"
  case drafts
  case scheduled
  case expired
  case warnings
  case emptyTopics = "empty-topics"
  case none
  case more
  case compare
  case errors
  case warningCount = "warning-count"
  case lastGood = "last-good"
  case source
  case raw
  case markdown
  case page
  case writtenByHand = "written-by-hand"
  case articleGone = "article-gone"
  case articleUnreadable = "article-unreadable"
  case unsure
}

/// Every word of the preview's own pages in one language, complete.
struct DeskWords: Sendable {
  /// The language of the words: that of the site where there are words in it, else English.
  let language: String
  private let words: [String: String]

  /// The words for a site in a language (BCP 47).
  init(for language: String) {
    let primary = String(language.prefix { $0 != "-" })
    if let words = Self.read(primary) {
      (self.language, self.words) = (language, words)
    } else {
      (self.language, words) = ("en", Self.read("en") ?? [:])
    }
  }

  /// The direction in which the words run.
  var direction: TextDirection { TextDirection.of(languageTag: language) }

  subscript(phrase: DeskPhrase) -> String { words[phrase.rawValue] ?? "" }

  subscript(role: SourceLine.Role) -> String { words["role-\(role.rawValue)"] ?? role.rawValue }

  /// The words with a number in the place of `{n}`.
  func counting(_ number: String, _ phrase: DeskPhrase) -> String { self[phrase].replacing("{n}", with: number) }

  /// Every key that a file of words has to have.
  static let keys = DeskPhrase.allCases.map(\.rawValue) + SourceLine.Role.allCases.map { "role-\($0.rawValue)" }

  private static func read(_ language: String) -> [String: String]? {
    guard let bytes = ThemeFiles.builtIn.bytes("preview/words/\(language).yaml"),
      let node = try? settingsNode(bytes, path: language)
    else { return nil }
    var reader = YAMLReader(node, path: language, known: keys, in: "the words of the preview")
    var words: [String: String] = [:]
    for key in keys { words[key] = reader.requiredText(key) }
    precondition(reader.diagnostics.isEmpty, "the words of the preview in \(language) are not complete")
    return words
  }

  static let shape = Shape<DeskWords>(
    DeskPhrase.allCases.map { phrase in .text(phrase.rawValue, "From the file of words.") { $0[phrase] } }
  )
}
