import NewsBuild
import NewsCore
import TestSupport
import Testing

/// Raw articles that come, change, and meet an editor's work.
@Suite struct ImportTests {
  private static let article = "\(SiteFolder.articles)/خبر.txt"

  private func build(_ site: TestSite, day: Int = 0) async throws -> BuildReport {
    try await buildSite(site.folder, options: BuildOptions(now: 1_795_500_000 + day * 86_400))
  }

  private func storyPath(_ site: TestSite) throws -> String {
    let stories = try site.snapshot(of: SiteFolder.stories).keys.sorted()
    return "\(SiteFolder.stories)/\(try #require(stories.first))"
  }

  @Test func twoArticlesWithOneTitleGetTwoAddresses() async throws {
    let site = try TestSite()
    try site.write("\(SiteFolder.articles)/a.txt", "عنوان واحد\n\nفقرة أولى هنا.\n")
    try site.write("\(SiteFolder.articles)/b.txt", "عنوان واحد\n\nفقرة أخرى تماما.\n")
    let report = try await build(site)
    #expect(report.stories == 2 && report.heldBack == 0)
    let stories = try site.snapshot(of: SiteFolder.stories)
    #expect(stories.keys.sorted() == ["2026/11/عنوان-واحد-2.md", "2026/11/عنوان-واحد.md"])
    #expect(stories["2026/11/عنوان-واحد-2.md"]?.contains("فقرة أخرى") == true)
  }

  @Test func aChangedArticleUpdatesItsUntouchedStoryAtTheSameAddress() async throws {
    let site = try TestSite()
    try site.write(Self.article, "عنوان الخبر\n\nفقرة أولى.\n")
    _ = try await build(site)
    let path = try storyPath(site)
    try site.write(Self.article, "عنوان جديد للخبر\n\nفقرة أولى مصححة.\n")
    let report = try await build(site, day: 1)
    #expect(report.imported == 1 && report.stories == 1)
    #expect(try storyPath(site) == path)
    let text = try site.text(path)
    #expect(text.contains("عنوان جديد") && text.contains("slug: عنوان-الخبر") && text.contains("مصححة"))
    #expect(text.contains("date: 2026-11-24") && text.contains("updated: 2026-11-25"))
  }

  @Test func anEditorsWorkIsNeverOverwritten() async throws {
    let site = try TestSite()
    try site.write(Self.article, "عنوان الخبر\n\nفقرة أولى.\n")
    _ = try await build(site)
    let path = try storyPath(site)
    let edited = try site.text(path).replacing("فقرة أولى", with: "فقرة حررها المحرر")
    try site.write(path, edited)
    #expect(try await build(site).diagnostics.isEmpty)
    try site.write(Self.article, "عنوان الخبر\n\nفقرة من الوكالة.\n")
    let report = try await build(site, day: 1)
    #expect(report.diagnostics.map(\.id) == ["source-changed"])
    #expect(try site.text(path) == edited)
    let incoming = String(path.dropLast(3)) + ".incoming.md"
    #expect(try site.text(incoming).contains("فقرة من الوكالة"))
    #expect(report.stories == 1)
    // The waiting file is written once, and the warning stays until the editor has decided.
    let again = try await build(site, day: 1)
    #expect(again.imported == 0 && again.diagnostics.map(\.id) == ["source-changed"])
  }

  @Test func aBrokenStoryFileStillOwnsItsArticle() async throws {
    let site = try TestSite()
    try site.write(Self.article, "عنوان الخبر\n\nفقرة أولى.\n")
    _ = try await build(site)
    let path = try storyPath(site)
    try site.write(path, try site.text(path).replacing("date: 2026-11-24", with: "date: غدا"))
    let report = try await build(site)
    #expect(report.imported == 0)
    #expect(report.diagnostics.map(\.id).sorted() == ["bad-date", "story-broken"])
    #expect(try site.snapshot(of: SiteFolder.stories).count == 1)
  }

  @Test func deletingARawArticleDeletesNoStory() async throws {
    let site = try TestSite()
    try site.write(Self.article, "عنوان الخبر\n\nفقرة أولى.\n")
    _ = try await build(site)
    try site.remove(Self.article)
    let report = try await build(site)
    #expect(report.stories == 1 && report.removed == 0)
  }

  @Test func convertByNameImportsAgainAndBuildsNothing() async throws {
    let site = try TestSite()
    try site.write(Self.article, "عنوان الخبر\n\nفقرة عن روسيا.\n")
    let first = try await convertSite(site.folder, only: nil, now: 1_795_500_000)
    #expect(first.written.map(\.kind) == ["new"])
    try site.write(SiteFolder.topics, "topics:\n  - name: روسيا\n")
    #expect(try await convertSite(site.folder, only: nil, now: 1_795_500_000).written.isEmpty)
    let named = try await convertSite(site.folder, only: ["خبر.txt"], now: 1_795_500_000)
    #expect(named.written.map(\.kind) == ["updated"])
    #expect(try site.text(storyPath(site)).contains("topics: [روسيا]"))
    #expect(!site.exists("Output"))
  }

  private static let long = (0..<60).map { "كلمة\($0) في جملة\($0 / 3)" }.joined(separator: " ")

  @Test func aCopyOfAnArticleIsReportedAndNotImported() async throws {
    let site = try TestSite()
    try site.write("\(SiteFolder.articles)/a.txt", "عنوان الخبر\n\n\(Self.long)\n")
    _ = try await build(site)
    try site.write("\(SiteFolder.articles)/b.txt", "عنوان الخبر\n\n\(Self.long)\n")
    let report = try await build(site)
    #expect(report.stories == 1 && report.imported == 0)
    #expect(
      report.diagnostics.map(\.rendered) == [
        """
        Content/Articles/b.txt: warning: this is probably the story of Content/Stories/2026/11/عنوان-الخبر.md once \
        more (100 % of it), so it is not imported [duplicate]
          fix: delete one of the two articles; or put a line `slug: …` at the top of this one if it is another story
        """
      ]
    )
  }

  @Test func aRefiledVersionIsReportedAndAStoryOfItsOwnIsNot() async throws {
    let site = try TestSite()
    try site.write("\(SiteFolder.articles)/a.txt", "عنوان الخبر\n\n\(Self.long)\n")
    try site.write("\(SiteFolder.articles)/b.txt", "عنوان آخر للخبر\n\n\(Self.long) وإضافة من الوكالة.\n")
    try site.write("\(SiteFolder.articles)/c.txt", "slug: غيره\n\nعنوان الخبر\n\n\(Self.long)\n")
    try site.write("\(SiteFolder.articles)/d.txt", "التاريخ: 2020-01-01\n\nعنوان الخبر\n\n\(Self.long)\n")
    let report = try await build(site)
    #expect(report.diagnostics.filter { $0.id == "duplicate" }.map(\.path) == ["Content/Articles/b.txt"])
    #expect(report.stories == 3)
  }
}
