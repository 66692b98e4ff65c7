import Foundation
import NewsBuild
import NewsCore
import TestSupport
import Testing

/// Whole sites: build, look, change, build again.
@Suite struct BuildSiteTests {
  private func build(_ site: TestSite, _ change: (inout BuildOptions) -> Void = { _ in }) async throws -> BuildReport {
    var options = BuildOptions(now: 1_795_500_000)
    change(&options)
    return try await buildSite(site.folder, options: options)
  }

  /// The files of a site without its archive, lists and other editions.
  private func storyAndTopicPages(_ files: [String: String]) -> [String] {
    files.keys.sorted().filter { path in
      let parts = path.split(separator: "/")
      let isArchive = parts[0].allSatisfy(\.isNumber) && parts.count < 5
      let isPage = path.hasSuffix(".html") || path == "assets/site.css" || path == "CNAME"
      return isPage && !isArchive && !["a", "archive", "authors", "corrections", "latest", "lite"].contains(parts[0])
    }
  }

  @Test func storiesByHandBecomePages() async throws {
    let site = try TestSite()
    try site.writeStory("a.md", title: "خبر أول", body: "نص **مهم**.")
    try site.writeStory("2026/ب.md", title: "خبر ثان", more: "topics: [سوريا]\n", body: "نص.")
    let report = try await build(site)
    #expect(report.stories == 2 && report.topics == 1 && report.heldBack == 0)
    let pages = try site.snapshot()
    #expect(
      storyAndTopicPages(pages) == [
        "2026/01/15/a/index.html", "2026/01/15/ب/index.html", "404.html", "assets/site.css", "index.html",
        "topics/index.html", "topics/سوريا/index.html",
      ]
    )
    #expect(pages["2026/01/15/a/index.html"]?.contains("<strong>مهم</strong>") == true)
  }

  @Test func aSecondBuildWritesNothing() async throws {
    let site = try TestSite()
    try site.write("\(SiteFolder.articles)/خبر.txt", "عنوان الخبر\n\nفقرة أولى.\n")
    let first = try await build(site)
    let before = try site.snapshot(of: ".")
    let second = try await build(site) { $0.now += 86_400 }
    #expect(first.written > first.pages && first.imported == 1)
    #expect(second.written == 0 && second.imported == 0 && second.removed == 0)
    #expect(try site.snapshot(of: ".") == before)
  }

  @Test func aHeldBackStoryKeepsItsPageAndTheOthersAreBuilt() async throws {
    let site = try TestSite()
    try site.writeStory("a.md", title: "خبر أول", body: "نص.")
    _ = try await build(site)
    let page = try site.text("Output/2026/01/15/a/index.html")
    try site.writeStory("a.md", title: "خبر أول", date: "2016-13-45", body: "نص آخر.")
    try site.writeStory("b.md", title: "خبر ثان", body: "نص.")
    let report = try await build(site)
    #expect(report.hasErrors && report.heldBack == 1 && report.removed == 0)
    #expect(try site.text("Output/2026/01/15/a/index.html") == page)
    #expect(site.exists("Output/2026/01/15/b/index.html"))
    #expect(try site.text("Output/index.html").contains("خبر ثان"))
    // And once more: what is held back stays held, however often the site is built.
    #expect(try await build(site).removed == 0)
    #expect(try site.text("Output/2026/01/15/a/index.html") == page)
  }

  @Test func strictWritesNothingWhereAnyStoryHoldsAnError() async throws {
    let site = try TestSite()
    try site.writeStory("a.md", title: "خبر أول", body: "نص.")
    try site.write("\(SiteFolder.articles)/خبر.txt", "عنوان الخبر\n\nفقرة.\n")
    try site.writeStory("b.md", title: "\"\"", body: "نص.")
    let before = try site.snapshot(of: ".")
    let report = try await build(site) { $0.strict = true }
    #expect(report.hasErrors && !report.wroteSite)
    #expect(try site.snapshot(of: ".") == before)
  }

  @Test func whatIsDeletedOrRenamedLeavesNoPageBehind() async throws {
    let site = try TestSite()
    try site.writeStory("a.md", title: "خبر أول", body: "نص.")
    try site.writeStory("b.md", title: "خبر ثان", more: "topics: [سوريا]\n", body: "نص.")
    _ = try await build(site)
    try site.write("Output/CNAME", "news.example")
    try site.remove("\(SiteFolder.stories)/b.md")
    try site.writeStory("c.md", title: "خبر ثالث", body: "نص.")
    let report = try await build(site)
    #expect(report.removed >= 2)
    let pages = try site.snapshot()
    #expect(
      storyAndTopicPages(pages) == [
        "2026/01/15/a/index.html", "2026/01/15/c/index.html", "404.html", "CNAME", "assets/site.css", "index.html",
        "topics/index.html",
      ]
    )
    #expect(!site.exists("Output/topics/سوريا"))
  }

  @Test func draftsAndStoriesOfTheFutureWait() async throws {
    let site = try TestSite()
    try site.writeStory("a.md", title: "مسودة", more: "status: draft\n", body: "نص.")
    try site.writeStory("b.md", title: "غدا", more: "publish-at: 2026-11-25T08:00+03:00\n", body: "نص.")
    try site.writeStory("c.md", title: "فات", more: "expires: 2026-11-24T08:00+03:00\n", body: "نص.")
    let moment = { (iso: String) in ZoneClock("UTC").moment(of: StoryDate(iso: iso) ?? StoryDate(day: .epoch)) }
    let before = try await build(site) { $0.now = moment("2026-11-24T07:59+03:00") }
    #expect(before.stories == 1 && site.exists("Output/2026/01/15/c/index.html"))
    let between = try await build(site) { $0.now = moment("2026-11-24T08:00+03:00") }
    #expect(between.stories == 0 && !site.exists("Output/2026"))
    let after = try await build(site) { $0.now = moment("2026-11-25T08:00+03:00") }
    #expect(after.stories == 1 && site.exists("Output/2026/01/15/b/index.html"))
    let drafts = try await build(site) { $0.drafts = true }
    #expect(drafts.stories == 3)
  }

  @Test func twoStoriesAtOneAddressDoNotOverwriteEachOther() async throws {
    let site = try TestSite()
    try site.writeStory("a.md", title: "خبر أول", more: "slug: x\n", body: "نص.")
    try site.writeStory("b.md", title: "خبر ثان", more: "slug: x\n", body: "نص.")
    let report = try await build(site)
    #expect(
      report.diagnostics.map(\.rendered) == [
        """
        Content/Stories/b.md: error: this story would stand at the same address as Content/Stories/a.md [shared-address]
          fix: change `slug` or `date` in one of the two
        """
      ]
    )
    #expect(try site.text("Output/2026/01/15/x/index.html").contains("خبر أول"))
  }

  @Test func topicsWrittenByHandAreSplitAndTheirVariantsMerged() async throws {
    let site = try TestSite(topics: "topics:\n  - name: سوريا\n    aliases: [الشام]\n")
    try site.writeStory("a.md", title: "خبر", more: "topics: سورية، روسيا؛ الشام\n", body: "نص.")
    try site.writeStory("b.md", title: "خبر آخر", more: "topics: [الشام, رُوسيا]\n", body: "نص.")
    let report = try await build(site)
    #expect(report.topics == 2 && !report.hasErrors)
    #expect(
      report.diagnostics.map { "\($0.path) \($0.id)" } == [
        "Content/Stories/a.md new-topic", "Content/Stories/a.md topic-variant", "Content/Stories/a.md topic-variant",
      ]
    )
    #expect(try site.text("Output/topics/روسيا/index.html").contains("خبر آخر"))
  }

  @Test func aSiteUnderAPathLinksUnderIt() async throws {
    let site = try TestSite(settings: "title: صحيفة\nbase-url: https://news.example/arabic\n")
    try site.writeStory("a.md", title: "خبر", body: "نص.")
    _ = try await build(site)
    let home = try site.text("Output/index.html")
    #expect(home.contains("href=\"/arabic/2026/01/15/a/\""))
    #expect(withoutDigests(home).contains("href=\"/arabic/assets/site.css\""))
    #expect(home.contains("href=\"https://news.example/arabic/\""))
  }

  @Test func aPhotoIsFoundByItsNumberAndNoPhotoMeansNoImage() async throws {
    let site = try TestSite()
    let image = "image:\n  id: epa05524977\n  caption: شرح\n  credit: EPA/NAME\n"
    try site.writeStory("a.md", title: "خبر", more: image, body: "نص.")
    _ = try await build(site)
    let without = try site.text("Output/2026/01/15/a/index.html")
    #expect(!without.contains("<img") && without.contains("شرح") && without.contains("EPA/NAME"))
    try site.write("\(SiteFolder.images)/EPA05524977.jpg", bytes: [0xFF, 0xD8, 0xFF])
    _ = try await build(site)
    #expect(try site.text("Output/2026/01/15/a/index.html").contains("src=\"/images/EPA05524977.jpg\""))
    #expect(try Files.read(site.folder.path("Output/images/EPA05524977.jpg")) == [0xFF, 0xD8, 0xFF])
    try site.remove("\(SiteFolder.images)/EPA05524977.jpg")
    _ = try await build(site)
    #expect(!site.exists("Output/images"))
  }

  @Test func aNamedPhotoThatIsMissingHoldsTheStoryBack() async throws {
    let site = try TestSite()
    try site.writeStory("a.md", title: "خبر", more: "image:\n  file: ../../../etc/passwd\n", body: "نص.")
    let report = try await build(site)
    #expect(report.diagnostics.map(\.id) == ["missing-image"])
    #expect(!site.exists("Output/2026"))
  }

  @Test func hostileValuesStayText() async throws {
    let site = try TestSite()
    let evil = "\"</title><script>alert(1)</script>\\\"'&\""
    try site.writeStory(
      "a.md",
      title: evil,
      more: "deck: \(evil)\nbyline: [\(evil)]\nsources: [\(evil)]\ntopics: [\(evil)]\nimage:\n  caption: \(evil)\n",
      body: "نص."
    )
    _ = try await build(site)
    for (path, page) in try site.snapshot() where path.hasSuffix(".html") {
      #expect(!page.contains("<script>") && !page.contains("alert(1)</script"), "\(path)")
    }
  }

  @Test func verifyFindsAPageThatWasChangedByHand() async throws {
    let site = try TestSite()
    try site.writeStory("a.md", title: "خبر", body: "نص.")
    _ = try await build(site)
    let options = BuildOptions(now: 1_795_500_000)
    #expect(try await verifySite(site.folder, options: options) == nil)
    let home = try site.text("Output/index.html")
    try site.write("Output/index.html", home + "x")
    let difference = try await verifySite(site.folder, options: options)
    #expect(difference == "index.html differs from a clean build from byte \(home.utf8.count) on")
  }

  @Test func theSameInputGivesTheSameBytesInAnotherFolder() async throws {
    let (one, two) = (try TestSite(), try TestSite())
    for number in 0..<60 {
      for site in [one, two] {
        try site.writeStory(
          "\(number).md",
          title: "خبر \(number)",
          more: "topics: [سوريا, روسيا]\n",
          body: "نص \(number)."
        )
      }
    }
    _ = try await build(one)
    _ = try await build(two) { $0.clean = true }
    #expect(try one.snapshot() == two.snapshot())
  }
}
