import Markup
import NewsCore
import NewsTemplates

/// A diagnostic as the desk and the overlay show it.
struct TroubleItem: Sendable {
  var diagnostic: Diagnostic
  var excerpt: [SourceExcerpt.Line] = []

  static let shape = Shape<TroubleItem>([
    .text("severity", "`error`, `warning` or `note`.") { $0.diagnostic.severity.word },
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
