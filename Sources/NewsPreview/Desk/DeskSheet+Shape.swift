import Markup
import NewsPages
import NewsTemplates

extension DeskSheet {
  static let shape = Shape<DeskSheet>([
    .text("language", "The language of the words.") { $0.words.language },
    .text("direction", "The direction of the words.") { $0.words.direction.rawValue },
    .nested("words", "From the file of words.", DeskWords.shape) { $0.words },
    .text("page-title", "For the browser's tab.") { "\($0.words[.desk]) – \($0.site.title)" },
    .html("site-title", "The site's title.") { $0.type.set($0.site.title) },
    .text("site-language", "The site's language, where the words are in another.") { sheet in
      sheet.words.language == sheet.site.language ? nil : sheet.site.language
    },
    .text("home-href", "The address of the home page.") { $0.site.basePath + "/" },
    .text("stopped", "What kept the last build from its end.") { sheet in sheet.state.failure.map { sheet.words[$0] } },
    .html("reason", "What the system said.") { $0.state.failure?.reason.map(setMessage) },
    .list("stopping", "The errors that did.", TroubleItem.shape) { $0.stopping },
    .nested("built", "When the last build ended.", dateShape) {
      $0.state.number > 0 ? $0.date($0.state.finished) : nil
    },
    .text("took", "How long it took.") { $0.took },
    .nested("next", "When the clock changes the site.", dateShape) { $0.next },
    .list("numbers", "What the site holds.", numberShape) { $0.numbers },
    .list("sections", "The lists.", sectionShape) { sheet in
      sheet.sections.map { SectionSheet(desk: sheet, section: $0) }
    },
  ])

  private static let dateShape = Shape<DateText>([
    .text("text", "The date in the site's language and digits.") { $0.text },
    .text("iso", "The date for machines (ISO 8601).") { $0.iso },
  ])

  private static let numberShape = Shape<DeskNumber>([
    .text("name", "What is counted.") { $0.name },
    .text("value", "How many there are.") { $0.value },
  ])

  /// A list with the desk that it is on.
  private struct SectionSheet: Sendable {
    let desk: DeskSheet
    let section: DeskSection
  }

  private static let sectionShape = Shape<SectionSheet>([
    .text("id", "A name for links.") { $0.section.phrase.rawValue },
    .text("title", "What is listed.") { $0.desk.words[$0.section.phrase] },
    .text("count", "How many there are.") { $0.desk.digits($0.section.count) },
    .flag("is-empty", "Whether there are none.") { $0.section.count == 0 },
    .text("hint", "What it means.") { sheet in sheet.section.hint.map { sheet.desk.words[$0] } },
    .list("troubles", "The first diagnostics.", TroubleItem.shape) { $0.section.troubles },
    .flag("has-rows", "Whether there are rows.") { !$0.section.rows.isEmpty },
    .flag("is-names", "Whether they are names alone.") { $0.section.rows.allSatisfy { $0.href == nil } },
    .list("rows", "The first stories or topics.", rowShape) { $0.section.rows },
    .text("more", "How many are not shown.") { sheet in
      sheet.section.rest > 0 ? sheet.desk.words.counting(sheet.desk.digits(sheet.section.rest), .more) : nil
    },
  ])

  private static let rowShape = Shape<DeskRow>([
    .html("title", "The title.") { $0.title },
    .text("href", "The address of the page.") { $0.href },
    .text("source-href", "The address of the page with its source.") { $0.sourceHref },
    .html("file", "The story's file.") { $0.file },
    .nested("when", "When it comes or went.", dateShape) { $0.when },
  ])
}
