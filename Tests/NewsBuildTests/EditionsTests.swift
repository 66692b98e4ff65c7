import Foundation
import NewsBuild
import NewsCore
import TestSupport
import Testing

/// The light edition, share links and what else stands around a story.
@Suite struct EditionsTests {
  private func build(_ more: String = "", _ fill: (TestSite) throws -> Void) async throws -> [String: String] {
    let site = try TestSite(settings: TestSite.settings + more)
    try fill(site)
    _ = try await buildSite(site.folder, options: BuildOptions(now: 1_795_500_000))
    return try site.snapshot()
  }

  @Test func theLightEditionIsOneRequestAndSmall() async throws {
    let body = String(repeating: "فقرة من خبر عادي فيها كلام كثير عن أمر مهم حدث أمس في المدينة. ", count: 60)
    let files = try await build { site in
      try site.writeStory("a.md", title: "خبر", body: "\(body)\n\n![صورة](/images/x.jpg)\n\n\(body)")
    }
    let page = try #require(files["lite/2026/01/15/a/index.html"])
    #expect(["<img", "stylesheet", "<script", " style="].allSatisfy { !page.contains($0) })
    #expect(page.contains("[صورة]"))
    #expect(page.contains("<link rel=\"canonical\" href=\"https://news.example/2026/01/15/a/\">"))
    #expect(page.utf8.count - body.utf8.count * 2 < 2500)
    #expect(files["2026/01/15/a/index.html"]?.contains("href=\"/lite/2026/01/15/a/\"") == true)
    #expect(files["lite/index.html"]?.contains("href=\"/lite/2026/01/15/a/\"") == true)
  }

  @Test func editionsCanBeSwitchedOff() async throws {
    let files = try await build("lite: off\nshare: off\nshort-addresses: off\n") { site in
      try site.writeStory("a.md", title: "خبر", body: "نص.")
    }
    #expect(!files.keys.contains { $0.hasPrefix("lite/") || $0.hasPrefix("a/") })
    let page = try #require(files["2026/01/15/a/index.html"])
    #expect(!page.contains("/lite/") && !page.contains("wa.me"))
  }

  @Test func shareLinksCarryTheShortAddressAndTheTitle() async throws {
    let files = try await build("share: [mail, whatsapp]\n") { site in
      try site.writeStory("a.md", title: "\"خبر & \\\"رأي\\\" #1\"", more: "id: n17\n", body: "نص.")
    }
    let page = try #require(files["2026/01/15/a/index.html"])
    #expect(page.contains("mailto:?subject=%D8%AE"))
    #expect(page.contains("https://wa.me/?text=%D8%AE%D8%A8%D8%B1%20%26%20%22"))
    #expect(page.contains("https%3A//news.example/a/n17/") && !page.contains("t.me"))
    #expect(files["a/n17/index.html"] != nil)
  }

  @Test func publishedAndUpdatedAreBothShownWhereTheyDiffer() async throws {
    let files = try await build { site in
      let date = "2026-01-15T10:00+03:00"
      try site.writeStory("a.md", title: "أ", date: date, more: "updated: 2026-01-15T10:04+03:00\n", body: "نص.")
      try site.writeStory("b.md", title: "ب", date: date, more: "updated: 2026-01-15T12:00+03:00\n", body: "نص.")
    }
    #expect(files["2026/01/15/a/index.html"]?.contains("آخر تحديث") == false)
    #expect(files["2026/01/15/b/index.html"]?.contains("آخر تحديث") == true)
  }
}
