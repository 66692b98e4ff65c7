import ArabicText
import Foundation
import NewsBuild
import NewsCore
import TestSupport
import Testing

/// A small paper in each language but Arabic, which the seed stands for: the folders of `Tests/Languages`, built, and
/// their pages held against files that a person has read.
@Suite struct LanguageGoldenTests {
  static let folder = packageFolder + "/Tests/Languages"

  /// The paper of a language in a folder of its own, with the photo that its lead story shows.
  private func paper(_ language: String, settings: (String) -> String = { $0 }) throws -> TestSite {
    let site = try TestSite()
    let source = "\(Self.folder)/\(language)"
    for path in try FileManager.default.subpathsOfDirectory(atPath: source)
    where Files.kind(at: "\(source)/\(path)") == .file {
      try site.write(path, bytes: try Files.read("\(source)/\(path)"))
    }
    try site.write(
      "Content/Images/observatory.jpg",
      bytes: try Files.read("\(packageFolder)/Content/Images/observatory.jpg")
    )
    try site.write(SiteFolder.settings, settings(try site.text(SiteFolder.settings)))
    return site
  }

  @Test(arguments: ["fa", "ur", "he", "en"])
  func aWholePaperInItsLanguageGolden(_ language: String) async throws {
    let site = try paper(language)
    let report = try await buildSite(site.folder, options: BuildOptions(now: 1_795_500_000))
    #expect(report.diagnostics.map(\.rendered) == [])
    let pages = try site.snapshot()
    let story = try #require(pages.first { $0.key.hasPrefix("2026/11/23/") && $0.value.contains("class=\"story\"") })
    let topic = try #require(pages.first { $0.key.hasPrefix("topics/") && $0.value.contains("class=\"deck\"") })
    #expect(golden("\(language)-home.html", Array((pages["index.html"] ?? "").utf8)) == nil)
    #expect(golden("\(language)-story.html", Array(story.value.utf8)) == nil)
    #expect(golden("\(language)-topic.html", Array(topic.value.utf8)) == nil)
    let direction = TextDirection.of(languageTag: language)
    for (path, page) in pages where path.hasSuffix(".html") && !page.contains("http-equiv=\"refresh\"") {
      #expect(
        page.contains("<html lang=\"\(path.contains("english") || path.contains("arabic") ? "" : language)"),
        "\(path)"
      )
      #expect(page.contains(" dir=\"\(direction.rawValue)\""), "\(path)")
    }
  }

  @Test func anHourLaterEveryPageIsTheSame() async throws {
    let site = try paper("fa")
    _ = try await buildSite(site.folder, options: BuildOptions(now: 1_795_500_000))
    let pages = try site.snapshot()
    var options = BuildOptions(now: 1_795_503_600)
    options.clean = true
    _ = try await buildSite(site.folder, options: options)
    let later = try site.snapshot()
    #expect(pages.count > 80)
    #expect(pages.keys.sorted() == later.keys.sorted())
    for (path, page) in pages { #expect(later[path] == page, "\(path)") }
  }

  @Test func rangesRunFromLeftToRightEverywhereOnRequest() async throws {
    let site = try paper("ur") { $0 + "range-direction: ltr\n" }
    try site.write("Content/Pages/years.md", "---\ntitle: 1947–1971\n---\n\nیہ 1947–1971 ہے۔\n")
    _ = try await buildSite(site.folder, options: BuildOptions(now: 1_795_500_000))
    let pages = try site.snapshot()
    #expect(pages.first { $0.key.hasPrefix("2026/11/21/") }?.value.contains("<bdi dir=\"ltr\">2020–2024</bdi>") == true)
    #expect(pages["index.html"]?.contains("<bdi dir=\"ltr\">2020–2024</bdi>") == true)
    let page = try #require(pages["years/index.html"])
    #expect(page.contains("<h1><bdi dir=\"ltr\">1947–1971</bdi></h1>"))
    #expect(page.contains("یہ <bdi dir=\"ltr\">1947–1971</bdi> ہے"))
  }
}
