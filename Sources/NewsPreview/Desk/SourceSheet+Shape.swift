import Markup
import NewsCore
import NewsPages
import NewsTemplates

extension SourceSheet {
  static let shape = Shape<SourceSheet>([
    .text("language", "The language of the words.") { $0.words.language },
    .text("direction", "The direction of the words.") { $0.words.direction.rawValue },
    .nested("words", "From the file of words.", DeskWords.shape) { $0.words },
    .text("page-title", "For the browser's tab.") {
      "\($0.words[DeskPhrase.source]) – \($0.parsed?.story?.title ?? $0.source.path)"
    },
    .html("title", "The headline.") { $0.title },
    .text("page-href", "The address of the page; a story that is held back may have none.") { $0.source.address },
    .flag("is-three", "Whether there are three columns.") { $0.columns == 3 },
    .flag("is-one", "Whether there is one column.") { $0.columns == 1 },
    .flag("has-story", "Whether there is a story file.") { $0.parsed != nil },
    .html("file", "The story's file.") { setPlace($0.source.path) },
    .list("troubles", "What is wrong in it.", TroubleItem.shape) { sheet in
      sheet.troubles.prefix(DeskSection.most).map { TroubleItem(diagnostic: $0) }
    },
    .list("markdown-lines", "The lines of the file.", markdownShape) { sheet in
      let (front, faulty) = (sheet.parsed?.bodyLine ?? 0, sheet.faultyLines)
      return sheet.markdown.map { number, text in
        MarkdownLine(number: number, text: text, isFront: number < front, isFaulty: faulty.contains(number))
      }
    },
    .text("markdown-more", "How many are not shown.") { $0.rest(of: $0.source.bytes.count { $0 == 0x0A } + 1) },
    .flag("has-article", "Whether the story came from a raw article.") { $0.article != nil },
    .html("article-file", "The raw article.") { $0.article.map { setPlace($0.path) } },
    .text("trouble", "Why its lines are not shown.") { sheet in
      sheet.article?.trouble.map { sheet.words[$0 == .gone ? .articleGone : .articleUnreadable] }
    },
    .list("article-lines", "Its lines.", articleShape) { sheet in
      let faulty = sheet.parsed == nil ? sheet.faultyLines : []
      return (sheet.article?.lines ?? []).prefix(mostLines).map {
        ArticleLine(line: $0, sheet: sheet, isFaulty: faulty.contains($0.number))
      }
    },
    .list("plain-lines", "Its lines, where nothing was understood of them.", markdownShape) { sheet in
      (sheet.article?.plainLines ?? []).prefix(mostLines).enumerated().map { index, line in
        MarkdownLine(number: index + 1, text: SourceExcerpt.shown(line, most: mostCharacters), isFront: false)
      }
    },
    .text("article-more", "How many are not shown.") { sheet in
      sheet.rest(of: max(sheet.article?.lines.count ?? 0, sheet.article?.plainLines.count ?? 0))
    },
  ])

  private struct MarkdownLine: Sendable {
    let number: Int
    let text: String
    let isFront: Bool
    var isFaulty = false
  }

  private static let markdownShape = Shape<MarkdownLine>([
    .text("number", "Its number.") { String($0.number) },
    .text("text", "The line.") { $0.text },
    .flag("is-front", "Whether it belongs to the front matter.") { $0.isFront },
    .flag("is-faulty", "Whether something is wrong in it.") { $0.isFaulty },
  ])

  /// A line with the page that it is on.
  private struct ArticleLine: Sendable {
    let line: SourceLine
    let sheet: SourceSheet
    let isFaulty: Bool
  }

  private static let articleShape = Shape<ArticleLine>([
    .text("number", "Its number in the raw file.") { String($0.line.number) },
    .text("text", "The line.") { SourceExcerpt.shown($0.line.text, most: mostCharacters) },
    .flag("is-blank", "Whether there is nothing in it.") { $0.line.role == .blank },
    .flag("is-faulty", "Whether something is wrong in it.") { $0.isFaulty },
    .flag("is-unsure", "Whether it was taken for body text because nothing was sure.") { $0.line.confidence < 0.5 },
    .text("role", "What it is to the story.") { $0.sheet.words[$0.line.role] },
    .text("percent", "How sure that is.") {
      $0.sheet.site.digits.apply(to: "\(Int(($0.line.confidence * 100).rounded()))%")
    },
    .html("reason", "The evidence.") { Typesetter(base: .ltr).set(visible($0.line.reason)) },
  ])
}
