import Foundation
import NewsCore
import NewsPages
import NewsTemplates
import TestSupport
import Testing

/// The README of the templates lists what they may name; the list is made from the shapes that the checker uses.
@Suite struct TemplateNamesTests {
  private static let begin = "<!-- names:begin (made by `make golden`) -->\n"
  private static let end = "<!-- names:end -->"

  @Test func theReadmeListsTheNamesThatTemplatesMayUseGolden() throws {
    let path = packageFolder + "/Templates/README.md"
    let readme = String(decoding: try Files.read(path), as: UTF8.self)
    let start = try #require(readme.firstRange(of: Self.begin)).upperBound
    let stop = try #require(readme.firstRange(of: Self.end)).lowerBound
    let table = try TemplateNames().table
    if ProcessInfo.processInfo.environment["WARRAQ_RECORD_GOLDEN"] == "1" {
      let text = readme[..<start] + table + readme[stop...]
      try Files.replace(path, with: Array(text.utf8), temporary: path + ".tmp")
      Issue.record("recorded the table of names: read it in git diff")
    } else {
      #expect(readme[start..<stop] == table, "run `make golden`")
    }
  }

  @Test func theReadmeIsNoPartOfTheTheme() {
    #expect(ThemeFiles.builtIn.bytes("README.md") == nil)
    #expect(ThemeFiles.builtIn.bytes("layout.mustache") != nil)
  }
}

/// The names of every page kind as Markdown. What many of them hold, such as a link, is explained once.
private struct TemplateNames {
  private let pages = Theme.names
  private var parts: [(title: String, rows: [Schema.Row])] = []

  init() throws {
    for (title, template, path) in [
      ("date", "story", "published"), ("link", "story", "topics"), ("story in a list", "latest", "stories"),
      ("correction", "story", "corrections"), ("photo", "story", "figure"),
      ("name in a list", "topics", "groups.names"),
    ] {
      let page = try #require(pages.first { $0.template == template })
      parts.append((title, inside(path, of: page.rows)))
    }
  }

  var table: String {
    let common = pages.dropFirst().reduce(pages[0].rows) { shared, page in shared.filter(page.rows.contains) }
    var text = section("in every template", common.filter { !$0.path.hasPrefix("words.") })
    for page in pages {
      let own = page.rows.filter { !common.contains($0) }
      if !own.isEmpty { text += section("in `\(page.template).mustache`", own) }
    }
    for part in parts { text += section("in each \(part.title)", part.rows) }
    return text + "\n`words.…` are the phrases of `strings/`.\n"
  }

  private func inside(_ path: String, of rows: [Schema.Row]) -> [Schema.Row] {
    rows.filter { $0.path.hasPrefix("\(path).") }.map { row in
      Schema.Row(path: String(row.path.dropFirst(path.count + 1)), kind: row.kind, doc: row.doc)
    }
  }

  private func section(_ title: String, _ rows: [Schema.Row]) -> String {
    var text = "\n| \(title) | kind | |\n|---|---|---|\n"
    var explained = ""
    for row in rows where explained.isEmpty || !row.path.hasPrefix(explained) {
      let part = parts.first { $0.rows == inside(row.path, of: rows) }
      explained = part == nil ? "" : "\(row.path)."
      let kind = part.map { "\(row.kind): \($0.title)" } ?? row.kind
      text += "| `\(row.path)` | \(kind) | \(row.doc) |\n"
    }
    return text
  }
}
