import Foundation
import NewsBuild
import NewsCore
import TestSupport
import Testing

/// What newsrooms and attackers put in: each with the message it gives and what survives.
@Suite struct BadInputTests {
  private static let good = "عنوان سليم\n\nفقرة سليمة.\n"

  private func build(_ site: TestSite) async throws -> BuildReport {
    try await buildSite(site.folder, options: BuildOptions(now: 1_795_500_000))
  }

  /// Builds a site of one good article and one bad one, and gives the messages about the bad one.
  private func messages(_ name: String, _ bytes: [UInt8]) async throws -> (messages: [String], report: BuildReport) {
    let site = try TestSite()
    try site.write("\(SiteFolder.articles)/good.txt", Self.good)
    try site.write("\(SiteFolder.articles)/\(name)", bytes: bytes)
    let report = try await build(site)
    #expect(site.exists("Output/2026/11/24/عنوان-سليم/index.html"))
    return (report.diagnostics.filter { $0.path != "\(SiteFolder.articles)/good.txt" }.map(\.rendered), report)
  }

  @Test func anEmptyArticleIsAnError() async throws {
    let (messages, report) = try await messages("bad.txt", [])
    #expect(messages.count == 1 && messages[0].hasPrefix("Content/Articles/bad.txt"))
    #expect(messages[0].contains(": error: ") && messages[0].contains("  fix: "))
    #expect(report.stories == 1 && report.hasErrors)
  }

  @Test func onlyAHeadlineIsAStoryWithANote() async throws {
    let (messages, report) = try await messages("bad.txt", Array("خبر عاجل بلا نص".utf8))
    #expect(report.stories == 2 && !report.hasErrors)
    #expect(messages.contains { $0.contains("Content/Articles/bad.txt") })
  }

  @Test func bytesThatAreNoTextAreAnErrorWithTheirPlace() async throws {
    let (messages, report) = try await messages("bad.txt", Array("عنوان\n\nنص".utf8) + [0, 1, 2, 0])
    #expect(messages.count == 1 && messages[0].contains(": error: "))
    #expect(report.stories == 1)
  }

  @Test func aHeadlineOfThreeHundredLettersHasAnAddressThatFits() async throws {
    let headline = Array(repeating: "كلمات", count: 60).joined(separator: " ")
    let site = try TestSite()
    try site.write("\(SiteFolder.articles)/a.txt", "\(headline)\n\nفقرة.\n")
    let report = try await build(site)
    #expect(report.stories == 1 && !report.hasErrors)
    let name = try #require(try site.snapshot(of: SiteFolder.stories).keys.first?.split(separator: "/").last)
    #expect(name.utf8.count <= 93)
    #expect(try site.snapshot(of: SiteFolder.stories).values.first?.contains(headline) == true)
  }

  @Test func aHeadlineOfPunctuationFallsBackToTheDigest() async throws {
    let site = try TestSite()
    let article = "العنوان: ؟؟؟ !!!\n\nفقرة عادية من الخبر.\n"
    try site.write("\(SiteFolder.articles)/a.txt", article)
    let report = try await build(site)
    #expect(report.stories == 1 && !report.hasErrors)
    let digest = SHA256.hex(Array(article.utf8)).prefix(12)
    #expect(site.exists("Output/2026/11/24/\(digest)/index.html"))
  }

  @Test func anArticleOfTwentyMegabytesIsBuiltWhole() async throws {
    let site = try TestSite()
    let paragraph = String(repeating: "كلمة أخرى في خبر طويل جدا. ", count: 400)
    try site.write(
      "\(SiteFolder.articles)/a.txt",
      "عنوان طويل\n\n" + Array(repeating: paragraph, count: 1100).joined(separator: "\n\n")
    )
    let report = try await build(site)
    #expect(report.stories == 1 && !report.hasErrors)
    #expect(try site.text("Output/2026/11/24/عنوان-طويل/index.html").utf8.count > 20_000_000)
  }

  @Test func foldersLinksAndPipesDoNotStopABuild() async throws {
    let site = try TestSite()
    try site.write("\(SiteFolder.articles)/good.txt", Self.good)
    try site.write("\(SiteFolder.articles)/folder.txt/inner.txt", "عنوان في مجلد\n\nفقرة.\n")
    try site.link("\(SiteFolder.articles)/gone.txt", to: "nowhere")
    try site.link("\(SiteFolder.articles)/secret.txt", to: "/etc/hostname")
    try site.write("\(SiteFolder.stories)/folder.md/a.md", "---\ntitle: بيد\ndate: 2026-01-15\n---\nنص\n")
    let report = try await build(site)
    #expect(
      report.diagnostics.filter { $0.severity == .error }.map(\.rendered) == [
        """
        Content/Articles/gone.txt: error: this link leads nowhere [dangling-link]
          fix: remove it, or put the file in its place
        """,
        """
        Content/Articles/secret.txt: error: links may lead only to files in the site's own folder [outside-link]
          fix: put a copy of the file in its place
        """,
      ]
    )
    #expect(report.stories == 3)
  }

  @Test func withoutSettingsNothingIsWritten() async throws {
    let site = try TestSite()
    try site.remove(SiteFolder.settings)
    await #expect {
      try await build(site)
    } throws: { error in
      guard case .settings(let found)? = error as? BuildTrouble else { return false }
      return found.map(\.id) == ["no-settings"]
    }
    #expect(!site.exists("Output"))
  }

  @Test func aTemplateErrorNamesFileLineAndTheNearestName() async throws {
    let site = try TestSite()
    try site.writeStory("a.md", title: "خبر", body: "نص.")
    _ = try await build(site)
    let before = try site.snapshot()
    try site.writeStory("a.md", title: "خبر تغير", body: "نص.")
    try site.write("Templates/latest.mustache", "<p>\n{{headng}}\n{{#stories}}")
    await #expect {
      try await build(site)
    } throws: { error in
      guard case .settings(let found)? = error as? BuildTrouble else { return false }
      let text = found.map(\.rendered).joined(separator: "\n")
      return text.contains("Templates/latest.mustache:2: error: ") && text.contains("heading")
        && text.contains("Templates/latest.mustache:3: error: ")
    }
    #expect(try site.snapshot() == before)
  }

  @Test func oneOverriddenTemplateIsEnough() async throws {
    let site = try TestSite()
    try site.write("Templates/latest.mustache", "<p>{{heading}} &amp; {{site-title}}</p>\n")
    _ = try await build(site)
    #expect(try site.text("Output/latest/index.html") == "<p>أحدث الأخبار &amp; صحيفة الاختبار</p>\n")
    #expect(try site.text("Output/404.html").contains("<!doctype html>"))
  }

  @Test func whereOutputCannotBeWrittenThePathIsNamed() async throws {
    let site = try TestSite()
    try site.write("Output", "a file in the way")
    await #expect {
      try await build(site)
    } throws: { error in
      guard case .environment(let trouble)? = error as? BuildTrouble else { return false }
      return trouble.path.hasPrefix(site.folder.output)
    }
    #expect(try site.text("Output") == "a file in the way")
  }

  @Test func aLedgerThatLeadsOutOfOutputRemovesNothing() async throws {
    let site = try TestSite()
    try site.write("precious.txt", "kept")
    try site.write("Output/.warraq/built", "\t../precious.txt\n\t/etc/hostname\nx\n\t\n")
    let report = try await build(site)
    #expect(report.removed == 0)
    #expect(try site.text("precious.txt") == "kept")
  }

  @Test func aNewSiteBuildsAtOnceInEachLanguage() async throws {
    for language in ["ar", "fa", "ur", "he", "en"] {
      let site = try TestSite()
      try site.remove(SiteFolder.settings)
      try makeNewSite(site.folder, language: language)
      let report = try await build(site)
      #expect(report.stories == 1 && !report.hasErrors, "\(language): \(report.diagnostics.map(\.rendered))")
      #expect(throws: BuildTrouble.self) { try makeNewSite(site.folder, language: language) }
    }
  }
}
