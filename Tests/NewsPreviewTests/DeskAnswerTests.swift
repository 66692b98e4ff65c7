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
