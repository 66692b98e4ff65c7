import NewsCore
import Testing

@Suite struct ParsePageTests {
  private func parse(_ text: String) -> ParsedPage { parsePage(Array(text.utf8), path: "Content/Pages/a.md") }

  @Test func aTitleIsEnough() throws {
    let page = try #require(parse("---\ntitle: من نحن\n---\n\nنص.\n").page)
    #expect(page.title == "من نحن" && page.slug == nil && page.isInMenu && page.order == 1000)
    #expect(page.body == "نص.\n")
  }

  @Test func everyKeyIsRead() throws {
    let text =
      "---\ntitle: من نحن\nslug: about\ndescription: عن الصحيفة\norder: 3\nmenu: off\nlang: fa\npolicy: fact-checking\n---\nنص."
    let parsed = parse(text)
    let page = try #require(parsed.page)
    #expect(page.slug == "about" && page.description == "عن الصحيفة" && page.order == 3)
    #expect(!page.isInMenu && page.lang == "fa" && page.policy == .factChecking && parsed.bodyLine == 10)
  }

  @Test(arguments: [
    ("title: أ\nslug: ../x", "bad-slug"), ("slug: x", "missing-key"), ("title: أ\nmenu: maybe", "unknown-value"),
    ("title: أ\npolicy: x", "unknown-value"), ("title: أ\norder: -1", "bad-number"),
    ("title: أ\ndate: 2026-01-01", "unknown-key"),
  ])
  func whatIsWrongIsSaid(_ frontMatter: String, _ id: String) {
    let parsed = parse("---\n\(frontMatter)\n---\n\nنص.\n")
    #expect(parsed.page == nil)
    #expect(parsed.diagnostics.map(\.id) == [id])
  }
}
