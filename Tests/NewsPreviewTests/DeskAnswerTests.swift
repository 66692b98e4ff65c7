import Foundation
import NewsBuild
import NewsCore
import TestSupport
import Testing

@testable import NewsPreview

/// The preview's own addresses, and what its builds are.
@Suite struct DeskAnswerTests {
  private func ask(_ show: PreviewShow, _ path: String) throws -> Answer {
    answer(try Request(head: Array("GET \(path) HTTP/1.1\r\nHost: localhost".utf8)), from: show, now: 0)
  }

  private func preview(_ site: TestSite, now: Int = 1_790_000_000) async -> PreviewShow {
    let folder = SiteFolder(root: site.folder.root, output: site.folder.path(SiteFolder.preview))
    let show = PreviewShow(served: ServedSite(folder: folder.output), root: folder.root, session: "s")
    return await Builder(folder: folder, now: { now }).build(show)
  }

  private func newsroom() throws -> TestSite {
    let site = try TestSite()
    try site.write("Content/Stories/a.md", "---\ntitle: منشور\nslug: a\ndate: 2026-01-15\n---\n\nنص.\n")
    try site.write("Content/Stories/b.md", "---\ntitle: مسودة\nslug: b\ndate: 2026-01-15\nstatus: draft\n---\n\nنص.\n")
    try site.write(
      "Content/Stories/c.md",
      "---\ntitle: قادم\nslug: c\ndate: 2026-01-15\npublish-at: 2027-01-01T10:30+00:00\n---\n\nنص.\n"
    )
    return site
  }

  @Test func theDeskSeesDraftsAndScheduledStoriesUnderARibbon() async throws {
    let site = try newsroom()
    let show = await preview(site)
    #expect(show.state.failure == nil && show.state.number == 1)
    #expect(show.state.report?.unreleased.map(\.address) == ["2026/01/15/b/", "2026/01/15/c/"])
    #expect(show.state.report?.nextChange == 1_798_799_400)
    #expect(try ask(show, "/2026/01/15/b/").text.contains("data-ribbon=\"draft\""))
    #expect(try ask(show, "/2026/01/15/c/").text.contains("data-ribbon=\"scheduled\""))
    #expect(try ask(show, "/lite/2026/01/15/c/").text.contains("data-ribbon=\"scheduled\""))
    #expect(try !ask(show, "/2026/01/15/a/").text.contains("data-ribbon"))
  }

  @Test func listsSayWhichOfTheirStoriesReadersDoNotSee() async throws {
    let site = try newsroom()
    defer { withExtendedLifetime(site) {} }
    var show = await preview(site)
    let list = try ask(show, "/latest/")
    #expect(list.text.contains(" data-unreleased=\"/2026/01/15/"))
    for lines in ["/2026/01/15/b/\nمسودة\n", "/2026/01/15/c/\nيُنشر في\n2027-01-01 13:30"] {
      #expect(list.text.contains(lines))
    }
    #expect(try ask(show, "/lite/").text.contains("/lite/2026/01/15/b/\nمسودة"))
    #expect(try !ask(show, "/about/").text.contains("data-unreleased"))
    // A story that is published since leaves the list as it is, and yet another page.
    show.served.ribbons["2026/01/15/b/index.html"] = nil
    let next = try ask(show, "/latest/")
    #expect(!next.text.contains("/2026/01/15/b/\nمسودة") && next["ETag"] != list["ETag"])
  }

  @Test func aPageWhoseRibbonGoesHasChangedThoughItsFileIsTheSame() async throws {
    let site = try newsroom()
    let show = await preview(site)
    try site.write("Content/Stories/b.md", "---\ntitle: مسودة\nslug: b\ndate: 2026-01-15\n---\n\nنص.\n")
    let folder = SiteFolder(root: site.folder.root, output: site.folder.path(SiteFolder.preview))
    let next = await Builder(folder: folder, now: { 1_790_000_000 }).build(show)
    #expect(Set(next.state.changed).isSuperset(of: ["2026/01/15/b/index.html", "lite/2026/01/15/b/index.html"]))
    #expect(Set(next.state.changed).count == next.state.changed.count)
  }

  @Test func aStoryThatIsHeldBackIsShownWithItsLinesAndWhatIsWrongInThem() async throws {
    let site = try newsroom()
    defer { withExtendedLifetime(site) {} }
    try site.write("Content/Stories/خطأ.md", "---\ntitle: معطوب\ndate: أمس\n---\n\nنص.\n")
    let show = await preview(site)
    let href = "/.warraq/source/Content/Stories/\(encodePath("خطأ.md"))"
    let link = "<a href=\"\(href)\">Content/Stories/<bdi>خطأ</bdi>.md:3</a>"
    #expect(try ask(show, "/.warraq/desk/").text.contains(link))
    #expect(try ask(show, "/.warraq/overlay").text.contains("<a href=\"\(href)\">"))
    let page = try ask(show, href)
    #expect(page.status == 200 && page.text.contains("[bad-date]") && !page.text.contains("<iframe"))
    #expect(page.text.contains("data-faulty><span class=\"warraq-number\">3</span><p dir=\"auto\">date: أمس</p>"))
  }

  @Test func whatTheBuildAloneKnowsIsShownBesideTheStoryAsWell() async throws {
    let site = try newsroom()
    defer { withExtendedLifetime(site) {} }
    let image = "image:\n  file: لا-وجود-لها.jpg\n"
    try site.write("Content/Stories/d.md", "---\ntitle: خبر\ndate: 2026-01-15\n\(image)---\n\nنص.\n")
    let page = try ask(await preview(site), "/.warraq/source/Content/Stories/d.md").text
    #expect(page.components(separatedBy: "[missing-image]").count == 2)
  }

  @Test func aStoryWhoseEarlierPageStaysIsShownBesideIt() async throws {
    let site = try newsroom()
    defer { withExtendedLifetime(site) {} }
    let show = await preview(site)
    try site.write("Content/Stories/a.md", "---\ntitle: منشور\nslug: a\ndate: أمس\n---\n\nنص.\n")
    let folder = SiteFolder(root: site.folder.root, output: site.folder.path(SiteFolder.preview))
    let next = await Builder(folder: folder, now: { 1_790_000_000 }).build(show)
    let page = try ask(next, "/.warraq/source/Content/Stories/a.md")
    #expect(page.text.contains("[bad-date]"))
    #expect(page.text.contains("<iframe class=\"warraq-frame\" src=\"/2026/01/15/a/\""))
  }

  @Test func anArticleOfWhichNoStoryCouldBeMadeIsShown() async throws {
    let site = try newsroom()
    defer { withExtendedLifetime(site) {} }
    let text = "سطر أول طويل بما يكفي ليكون عنوانا\n\nفقرة بلا تاريخ في المقال كله، ولا مصدر.\n"
    try site.write("Content/Articles/a.txt", text)
    try site.write("Content/Articles/خال.txt", "\n\n")
    let show = await preview(site)
    let page = try ask(show, "/.warraq/source/Content/Articles/a.txt").text
    #expect(page.contains("<h2 id=\"raw\">") && !page.contains("<h2 id=\"markdown\">"))
    #expect(page.contains("فقرة بلا تاريخ"))
    let empty = try ask(show, "/.warraq/source/Content/Articles/\(encodePath("خال.txt"))").text
    #expect(empty.contains("[empty-article]"))
  }

  @Test(arguments: [
    "Content/site.yaml", "Content/Stories/../site.yaml", "Content/Stories/%2e%2e/site.yaml", "Content/Stories/",
    "Content/Stories/nothing.md", "Content/Articles", "", "/etc/passwd", "Content/Stories/link.md",
    "Content/Stories.old/a.md", "Content/Stories/long.md",
  ])
  func nothingButStoriesAndArticlesOfTheSiteIsShown(path: String) async throws {
    let site = try newsroom()
    defer { withExtendedLifetime(site) {} }
    let link = site.folder.path("Content/Stories/link.md")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/etc/passwd")
    try site.write("Content/Stories.old/a.md", "قديم")
    // Nobody reads as much, and no browser should have to show it.
    try site.write("Content/Stories/long.md", bytes: [UInt8](repeating: 0x61, count: 2_000_001))
    let show = await preview(site)
    #expect(try ask(show, "/.warraq/source/\(path)").status == 404)
  }

  @Test func aPreviewLeavesOutputAloneAndSaysThatItIsOne() async throws {
    let site = try newsroom()
    _ = await preview(site)
    #expect(Files.kind(at: site.folder.output) == nil)
    let facts = String(decoding: try Files.read(site.folder.path(".preview/.warraq/build.json")), as: UTF8.self)
    #expect(facts.contains("\"drafts\":true") && facts.contains("\"preview\":true"))
  }

  @Test func anotherStylesheetChangesOneFile() async throws {
    let site = try newsroom()
    let show = await preview(site)
    try site.write("Templates/assets/site.css", "p { color: red }\n")
    let folder = SiteFolder(root: site.folder.root, output: site.folder.path(SiteFolder.preview))
    let next = await Builder(folder: folder, now: { 1_790_000_000 }).build(show)
    #expect(next.state.changed == ["assets/site.css"])
  }

  @Test func aBuildThatFailsLeavesWhatIsServed() async throws {
    let site = try newsroom()
    let show = await preview(site)
    try site.write("Content/site.yaml", "titel: x\n")
    let folder = SiteFolder(root: site.folder.root, output: site.folder.path(SiteFolder.preview))
    let next = await Builder(folder: folder, now: { 1_790_000_000 }).build(show)
    #expect(next.state.failure == .settings && !next.state.diagnostics.isEmpty && next.state.changed.isEmpty)
    #expect(try ask(next, "/2026/01/15/b/").text.contains("data-ribbon=\"draft\""))
  }

  @Test func thePreviewsOwnAddressesAnswer() async throws {
    let site = try newsroom()
    defer { withExtendedLifetime(site) {} }
    let show = await preview(site)
    #expect(try ask(show, "/.warraq/reload.js")["Content-Type"] == "text/javascript; charset=utf-8")
    #expect(try ask(show, "/.warraq/worker.js").status == 200 && ask(show, "/.warraq/desk.css").status == 200)
    #expect(try ask(show, "/.warraq/desk").status == 302 && ask(show, "/.warraq/desk/").text.contains("data-always"))
    #expect(try ask(show, "/.warraq/overlay").status == 204)
    #expect(try ask(show, "/.warraq/events").isStream && ask(show, "/.warraq/else").status == 404)
    #expect(try ask(show, "/2026/01/15/a/?source").text.contains("data-always"))
    #expect(
      try ask(show, "/latest/?source").text.contains("<article") == ask(show, "/latest/").text.contains("<article")
    )
  }
}
