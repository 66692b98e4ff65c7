import NewsBuild
import NewsCore
import TestSupport
import Testing

/// The user's own article, from the raw file to its pages, held against files that a person has read.
@Suite struct SeedGoldenTests {
  private static let story = "2016/09/05/أوباما-وبوتين-يبحثان-أزمتي-سوريا-وأوكرانيا/index.html"

  @Test func theSeedBecomesItsStoryFileAndItsPages() async throws {
    let source = SiteFolder(root: packageFolder)
    let site = try TestSite(topics: String(decoding: Files.read(source.path(SiteFolder.topics)), as: UTF8.self))
    let article = "\(SiteFolder.articles)/000_5f2084768f771f34.txt"
    try site.write(article, bytes: Files.read(source.path(article)))
    let report = try await buildSite(site.folder, options: BuildOptions(now: 1_795_500_000))
    #expect(report.diagnostics.map(\.rendered) == [])
    let stories = try site.snapshot(of: SiteFolder.stories)
    #expect(stories.count == 1)
    #expect(golden("seed-story.md", Array((stories.values.first ?? "").utf8)) == nil)
    let pages = try site.snapshot()
    #expect(golden("seed-files.txt", Array(pages.keys.sorted().map { $0 + "\n" }.joined().utf8)) == nil)
    #expect(golden("seed-page.html", Array((pages[Self.story] ?? "").utf8)) == nil)
    #expect(golden("seed-home.html", Array((pages["index.html"] ?? "").utf8)) == nil)
    #expect(golden("seed-topics.html", Array((pages["topics/index.html"] ?? "").utf8)) == nil)
    #expect(golden("seed-not-found.html", Array((pages["404.html"] ?? "").utf8)) == nil)
  }
}
