import ArabicText
import Markup
import NewsCore
import NewsTemplates

/// What is shown over a page while something is wrong: each diagnostic with its place, excerpt and fix; nil where all is
/// well. A fragment, put by `preview.js` into a shadow root of its own with `desk.css`; served at `/.warraq/overlay`.
///
/// It is open where there is an error, and folded where there are warnings alone.
public func overlay(_ state: PreviewState, root: String, site: Site) -> HTML? {
  let troubles = state.diagnostics.filter { $0.severity != .note }
  if troubles.isEmpty && state.failure == nil { return nil }
  return DeskTheme.trouble.html(
    TroubleSheet(state, troubles, root: root, words: DeskWords(for: site.language), digits: site.digits)
  )
}

/// What the overlay offers to its template.
struct TroubleSheet: Sendable {
  let words: DeskWords
  let digits: Digits
  let failure: PreviewState.Failure?
  /// Errors first, each kind in the order of files and lines.
  let items: [TroubleItem]
  let (errors, warnings): (Int, Int)

  /// More help nobody at once.
  private static let most = 20

  init(_ state: PreviewState, _ troubles: [Diagnostic], root: String, words: DeskWords, digits: Digits) {
    self.words = words
    self.digits = digits
    failure = state.failure
    errors = troubles.count { $0.severity == .error }
    warnings = troubles.count - errors
    let ordered = troubles.filter { $0.severity == .error } + troubles.filter { $0.severity == .warning }
    items = ordered.prefix(Self.most).map { trouble in
      let excerpt = trouble.line.map { SourceExcerpt(trouble.path, line: $0, in: root).lines }
      return TroubleItem(linked: trouble, excerpt: excerpt ?? [])
    }
  }

  private func counting(_ number: Int, _ phrase: DeskPhrase) -> String {
    words.counting(digits.apply(to: String(number)), phrase)
  }

  static let shape = Shape<TroubleSheet>([
    .text("language", "The language of the words.") { $0.words.language },
    .text("direction", "The direction of the words.") { $0.words.direction.rawValue },
    .nested("words", "From the file of words.", DeskWords.shape) { $0.words },
    .flag("is-serious", "Whether a story, or the whole build, is held up.") { $0.errors > 0 || $0.failure != nil },
    .flag("has-errors", "Whether there are errors.") { $0.errors > 0 },
    .flag("has-warnings", "Whether there are warnings.") { $0.warnings > 0 },
    .text("errors", "How many errors there are.") { $0.counting($0.errors, .errors) },
    .text("warnings", "How many warnings there are.") { $0.counting($0.warnings, .warningCount) },
    .text("stopped", "What kept the build from its end.") { sheet in sheet.failure.map { sheet.words[$0] } },
    .html("reason", "What the system said.") { $0.failure?.reason.map(setMessage) },
    .list("items", "The first of them.", TroubleItem.shape) { $0.items },
    .text("more", "How many are not shown.") { sheet in
      let rest = sheet.errors + sheet.warnings - sheet.items.count
      return rest > 0 ? sheet.counting(rest, .more) : nil
    },
  ])
}

extension DeskWords {
  /// What kept a build from its end.
  subscript(failure: PreviewState.Failure) -> String {
    switch failure {
    case .settings: self[.stoppedBySettings]
    case .environment: self[.stoppedBySystem]
    }
  }
}

extension PreviewState.Failure {
  /// What the system said, in the words of the terminal.
  var reason: String? {
    guard case .environment(let trouble) = self else { return nil }
    return trouble.description
  }
}
