import NewsCore
import TestSupport
import Testing

@testable import NewsBuild

@Suite struct StoryShelfTests {
  private func story(_ title: String, letters: Int) throws -> WholeStory {
    let text = "---\ntitle: \(title)\ndate: 2026-01-15\n---\n\n" + String(repeating: "a", count: letters) + "\n"
    let bytes = Array(text.utf8)
    return try #require(WholeStory(parseStory(bytes, path: "a.md"), of: Fingerprint(of: bytes)))
  }

  @Test func thereIsRoomUntilThereIsNone() throws {
    var shelf = StoryShelf()
    let long = try story("خبر", letters: 30 << 20)
    let answers = (0..<3).map { _ in shelf.reserve(long) }
    #expect(answers == [true, true, false])
    // What is short may still fit.
    let short = try story("خبر", letters: 10)
    let fits = shelf.reserve(short)
    #expect(fits)
  }

  @Test func storiesFollowTheirRows() throws {
    var shelf = StoryShelf()
    shelf[0] = try story("أول", letters: 1)
    shelf[2] = try story("ثالث", letters: 1)
    var moved = shelf.moved(to: [-1, 2, 1, 0])
    #expect((0..<4).map { moved[$0]?.story.title } == [nil, "ثالث", nil, "أول"])
    var later = StoryShelf()
    later[2] = try story("أحدث", letters: 1)
    moved.add(later)
    #expect((0..<4).map { moved[$0]?.story.title } == [nil, "ثالث", "أحدث", "أول"])
  }

  /// What was read is what is printed, though the file changes before it is; the next build sees the change.
  @Test func aBuildReadsAStoryOnce() async throws {
    let site = try TestSite()
    try site.writeStory("a.md", title: "كما قُرئ", body: "نص.")
    let folder = site.folder
    let report = try await buildSite(site.folder, options: BuildOptions(now: 1_800_000_000)) { stage, _, _ in
      if stage == .read { try? Files.append(Array("زيادة.\n".utf8), to: folder.path("Content/Stories/a.md")) }
    }
    #expect(!report.diagnostics.contains { $0.id == "changed-meanwhile" })
    let again = try await buildSite(site.folder, options: BuildOptions(now: 1_800_000_000))
    #expect(again.changed.contains { $0.hasSuffix("a/index.html") })
  }

  /// A first build finds files that are not its own where its pages go.
  @Test func aFirstBuildPutsPagesInThePlaceOfWhatStandsThere() async throws {
    let site = try TestSite()
    try site.writeStory("a.md", title: "خبر", body: "نص.")
    try site.write("Output/index.html", "old")
    let report = try await buildSite(site.folder, options: BuildOptions(now: 1_800_000_000))
    #expect(report.wroteSite)
    let page = try Files.read(site.folder.path("Output/index.html"))
    #expect(page.starts(with: "<!doctype html>".utf8))
  }
}
