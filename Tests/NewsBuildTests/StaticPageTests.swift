import Foundation
import NewsBuild
import NewsCore
import TestSupport
import Testing

/// Pages that an editor writes beside the stories.
@Suite struct StaticPageTests {
  private func build(_ site: TestSite) async throws -> BuildReport {
    try await buildSite(site.folder, options: BuildOptions(now: 1_795_500_000))
  }

  private func write(_ site: TestSite, _ name: String, _ frontMatter: String, body: String = "نص **مهم**.") throws {
    try site.write("\(SiteFolder.pages)/\(name)", "---\n\(frontMatter)\n---\n\n\(body)\n")
  }

  @Test func aPageStandsAtItsSlugAndInTheMenuOfEveryPage() async throws {
    let site = try TestSite()
    try site.writeStory("a.md", title: "خبر", body: "نص.")
    try write(site, "contact.md", "title: اتصل بنا\norder: 2")
    try write(site, "من-نحن.md", "title: من نحن\norder: 1")
    try write(site, "hidden.md", "title: صفحة خفية\nmenu: off")
    let report = try await build(site)
    #expect(report.diagnostics.isEmpty)
    #expect(try site.text("Output/contact/index.html").contains("<strong>مهم</strong>"))
    #expect(site.exists("Output/hidden/index.html"))
    let story = try site.text("Output/2026/01/15/a/index.html")
    let first = try #require(story.firstRange(of: "href=\"/من-نحن/\""))
    let second = try #require(story.firstRange(of: "href=\"/contact/\""))
    #expect(first.lowerBound < second.lowerBound)
    #expect(!story.contains("/hidden/"))
  }

  @Test(arguments: ["topics", "2026", "a", "lite", "latest"])
  func aPageDoesNotTakeTheSitesOwnAddresses(_ slug: String) async throws {
    let site = try TestSite()
    try write(site, "x.md", "title: صفحة\nslug: \(slug)")
    let report = try await build(site)
    #expect(report.diagnostics.map(\.id) == ["shared-address"] && report.heldBack == 1)
  }

  @Test func twoPagesDoNotShareAnAddress() async throws {
    let site = try TestSite()
    try write(site, "x.md", "title: أولى\nslug: about")
    try write(site, "y.md", "title: ثانية\nslug: about")
    #expect(try await build(site).diagnostics.map(\.rendered).joined().contains("belongs to Content/Pages/x.md"))
    #expect(try site.text("Output/about/index.html").contains("أولى"))
  }

  @Test func aBrokenPageKeepsTheOneThatWasBuilt() async throws {
    let site = try TestSite()
    try write(site, "about.md", "title: من نحن")
    _ = try await build(site)
    try write(site, "about.md", "titel: من نحن")
    #expect(try await build(site).hasErrors)
    #expect(try site.text("Output/about/index.html").contains("من نحن"))
  }

  @Test func aHostilePageStaysText() async throws {
    let site = try TestSite()
    let evil = "\"</title><script>alert(1)</script>\""
    try write(site, "x.md", "title: \(evil)\ndescription: \(evil)", body: "<script>alert(1)</script>")
    _ = try await build(site)
    for (path, page) in try site.snapshot() where path.hasSuffix(".html") {
      #expect(!page.contains("<script>") && !page.contains("alert(1)</script"), "\(path)")
    }
  }
}
