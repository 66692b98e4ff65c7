import NewsBuild
import NewsCore
import TestSupport
import Testing

/// A site without its search, archive and all but one kind of feed has no page of them and no link to them.
@Suite struct PartsOffTests {
  private func files(_ more: String) async throws -> [String: String] {
    let site = try TestSite(settings: TestSite.settings + more)
    try site.writeStory("a.md", title: "خبر", more: "topics: [سوريا]\n", body: "نص.")
    #expect(try await !buildSite(site.folder, options: BuildOptions(now: 1_795_500_000)).hasErrors)
    return try site.snapshot()
  }

  @Test func withoutThemNothingIsMadeAndNothingLeadsThere() async throws {
    let off = "search: off\narchive: off\nfeeds: {formats: [rss], app-lists: off}\n"
    let gone = [
      "search/", "archive/", "atom.xml", "feed.json", "stories.json", "opensearch.xml", "2026/index", "2026/01/index",
    ]
    let (with, without) = (try await files(""), try await files(off))
    for name in gone { #expect(with.keys.contains { $0.contains(name) }, "\(name)") }
    for name in gone { #expect(!without.keys.contains { $0.contains(name) }, "\(name)") }
    #expect(without["feed.xml"] != nil && without["topics/سوريا/feed.xml"] != nil)
    for (path, page) in without where path.hasSuffix(".html") {
      for name in ["/search/", "/archive/", "atom.xml", "feed.json", "opensearch"] {
        #expect(!page.contains("href=\"\(name)") && !page.contains("href=\"/\(name)"), "\(path): \(name)")
      }
    }
  }

  @Test func aSearchThatIsTurnedOffIsTakenAway() async throws {
    let site = try TestSite()
    try site.writeStory("a.md", title: "خبر", body: "نص.")
    _ = try await buildSite(site.folder, options: BuildOptions(now: 1_795_500_000))
    #expect(site.exists("Output/search/index/head.txt"))
    try site.write(SiteFolder.settings, TestSite.settings + "search: off\n")
    _ = try await buildSite(site.folder, options: BuildOptions(now: 1_795_500_000))
    #expect(!site.exists("Output/search"))
  }

  @Test func anUnknownFormatIsNamedWithThoseThatAre() throws {
    let text = TestSite.settings + "feeds:\n  formats: [rss, rdf]\n"
    do {
      _ = try parseSite(Array(text.utf8))
      Issue.record("an unknown format was taken")
    } catch {
      #expect(error.diagnostics.map(\.line) == [7])
      #expect(error.diagnostics.first?.fix == "write some of: rss, atom, json")
    }
  }
}
