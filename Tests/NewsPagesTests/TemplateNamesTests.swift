import Foundation
import NewsCore
import NewsPages
import NewsTemplates
import TestSupport
import Testing

/// The README lists what templates may name; the list is made from the shapes that the checker uses.
@Suite struct TemplateNamesTests {
  private static let begin = "<!-- names:begin (made by `make golden`) -->\n"
  private static let end = "<!-- names:end -->"

  @Test func theReadmeListsTheNamesThatTemplatesMayUseGolden() throws {
    let path = packageFolder + "/README.md"
    let readme = String(decoding: try Files.read(path), as: UTF8.self)
    let start = try #require(readme.firstRange(of: Self.begin)).upperBound
    let stop = try #require(readme.firstRange(of: Self.end)).lowerBound
    if ProcessInfo.processInfo.environment["WARRAQ_RECORD_GOLDEN"] == "1" {
      let text = readme[..<start] + Self.table() + readme[stop...]
      try Files.replace(path, with: Array(text.utf8), temporary: path + ".tmp")
      Issue.record("recorded the table of names: read it in git diff")
    } else {
      #expect(readme[start..<stop] == Self.table(), "run `make golden`")
    }
  }

  private static func table() -> String {
    let names = Theme.names
    let common = names.dropFirst().reduce(names[0].rows.map(\.path)) { shared, page in
      shared.filter(page.rows.map(\.path).contains)
    }
    var text = section(
      "every template",
      names[0].rows.filter { common.contains($0.path) && !$0.path.hasPrefix("words.") }
    )
    for page in names {
      let own = page.rows.filter { !common.contains($0.path) }
      if !own.isEmpty { text += section("`\(page.template).mustache`", own) }
    }
    return text + "\n`words.…` are the phrases of `Templates/strings/`.\n"
  }

  private static func section(_ title: String, _ rows: [Schema.Row]) -> String {
    "\n| in \(title) | kind | |\n|---|---|---|\n" + rows.map { "| `\($0.path)` | \($0.kind) | \($0.doc) |\n" }.joined()
  }
}
