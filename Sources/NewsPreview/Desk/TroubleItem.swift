import Markup
import NewsCore
import NewsTemplates

/// A diagnostic as the desk and the overlay show it.
struct TroubleItem: Sendable {
  var diagnostic: Diagnostic
  var excerpt: [SourceExcerpt.Line] = []
  /// The page that shows the whole file; nil where that is shown beside it, or it is none of a story's.
  var sourceHref: String?

  /// One with a way to its file.
  init(linked diagnostic: Diagnostic, excerpt: [SourceExcerpt.Line] = []) {
    self.init(diagnostic: diagnostic, excerpt: excerpt)
    if isShownSource(diagnostic.path) { sourceHref = PreviewFiles.source + encodePath(diagnostic.path) }
  }

  init(diagnostic: Diagnostic, excerpt: [SourceExcerpt.Line] = []) {
    (self.diagnostic, self.excerpt) = (diagnostic, excerpt)
  }

  static let shape = Shape<TroubleItem>([
    .text("severity", "`error`, `warning` or `note`.") { $0.diagnostic.severity.word },
    .text("source-href", "The address of the page that shows the whole file.") { $0.sourceHref },
    .html("place", "The file and the line.") { setPlace($0.diagnostic.path, line: $0.diagnostic.line) },
    .html("message", "The rule that was broken, as a sentence.") { setMessage($0.diagnostic.message) },
    .text("rule", "The rule's name.") { $0.diagnostic.id },
    .html("fix", "What to write instead.") { $0.diagnostic.fix.map(setMessage) },
    .flag("has-excerpt", "Whether lines can be shown.") { !$0.excerpt.isEmpty },
    .list("excerpt", "The line, with the one above and the one below.", SourceExcerpt.Line.shape) { $0.excerpt },
  ])
}

extension SourceExcerpt.Line {
  static let shape = Shape<SourceExcerpt.Line>([
    .text("number", "Its number, as terminals show it.") { String($0.number) },
    .text("text", "The line.") { $0.text },
    .flag("is-faulty", "Whether it is the one that is spoken of.") { $0.isFaulty },
  ])
}

/// Whether a file, given relative to the site's folder, is one that the preview shows with its lines: a story or an article.
func isShownSource(_ path: String) -> Bool {
  path.hasPrefix("\(SiteFolder.stories)/") || path.hasPrefix("\(SiteFolder.articles)/")
}
