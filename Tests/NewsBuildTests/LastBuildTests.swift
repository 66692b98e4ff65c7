import Foundation
import NewsCore
import TestSupport
import Testing

@testable import NewsBuild

/// A build of what the last one was made of says the same and looks no further; all else goes the whole way.
@Suite struct LastBuildTests {
  private let now = 1_800_000_000

  /// Two stories and a page whose stamps are old enough to be trusted.
  private func site() throws -> TestSite {
    let site = try TestSite()
    try site.writeStory("a.md", title: "خبر قديم", body: "نص فيه <b>وسم</b>.")
    try site.writeStory("b.md", title: "خبر قادم", more: "publish-at: 2027-03-01T10:00+03:00\n", body: "نص.")
    try site.write("Content/Pages/about.md", "---\ntitle: من نحن\n---\n\nنص.\n")
    for path in ["Stories/a.md", "Stories/b.md", "Pages/about.md"] { try age("Content/\(path)", in: site) }
    return site
  }

  private func age(_ path: String, in site: TestSite, seconds: Double = 100) throws {
    let date = Date(timeIntervalSinceNow: -seconds)
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: site.folder.path(path))
  }

  private func build(_ site: TestSite, now: Int? = nil) async throws -> BuildReport {
    try await buildSite(site.folder, options: BuildOptions(now: now ?? self.now))
  }

  private func isShort(_ report: BuildReport) -> Bool { report.stages.map(\.stage) == [.settings, .read] }

  private func counts(_ report: BuildReport) -> [Int] {
    [report.stories, report.pages, report.topics, report.articles, report.heldBack]
  }

  @Test func theSameOnceMoreSaysTheSame() async throws {
    let site = try site()
    let first = try await build(site)
    let second = try await build(site, now: now + 60)
    #expect(!isShort(first) && isShort(second))
    #expect(second.written == 0 && second.unchanged == first.written + first.unchanged)
    #expect(counts(second) == counts(first))
    #expect(second.diagnostics == first.diagnostics && !second.diagnostics.isEmpty)
    #expect(second.nextChange == first.nextChange && second.nextChange != nil)
  }

  @Test func whatTheClockChangesIsBuilt() async throws {
    let site = try site()
    let first = try await build(site)
    let later = try await build(site, now: first.nextChange)
    #expect(!isShort(later))
    // A clock that goes back shows no story before its time.
    #expect(!isShort(try await build(site)))
  }

  @Test(arguments: [
    "Content/Stories/a.md", "Content/Pages/about.md", "Content/site.yaml", "Content/topics.yaml",
    "Templates/assets/site.css", "Content/Stories/c.md", "Content/Articles/raw.txt", "Content/Images/x.jpg",
  ])
  func anyOtherSourceIsLookedAt(path: String) async throws {
    let site = try site()
    _ = try await build(site)
    let text = path.hasSuffix("topics.yaml") ? "topics:\n  - name: صحة\n    slug: صحة\n" : ""
    let before = site.exists(path) ? try site.text(path) : text
    try site.write(path, before + (path.hasSuffix("site.yaml") ? "description: أخبار\n" : "\n"))
    try age(path, in: site, seconds: 50)
    #expect(!isShort(try await build(site)))
  }

  @Test func aFileThatMayStillChangeUnseenIsReadAgain() async throws {
    let site = try site()
    try age("Content/Stories/a.md", in: site, seconds: -100)
    _ = try await build(site)
    #expect(!isShort(try await build(site)))
  }

  @Test(arguments: ["index", "index.pool"])
  func whereTheIndexIsAnotherTheBuildGoesItsWholeWay(file: String) async throws {
    let site = try site()
    _ = try await build(site)
    try site.write("Output/.warraq/\(file)", "x")
    let report = try await build(site)
    #expect(!isShort(report) && report.diagnostics.contains { $0.id == "index-rebuilt" })
  }

  @Test func aDamagedNoteOfTheLastBuildIsNotBelieved() async throws {
    let site = try site()
    _ = try await build(site)
    var bytes = try Files.read(site.folder.path("Output/.warraq/last"))
    bytes[bytes.count - 3] ^= 1
    try site.write("Output/.warraq/last", bytes: bytes)
    #expect(!isShort(try await build(site)))
  }

  @Test func errorsAreLookedForAgain() async throws {
    let site = try site()
    try site.write("Content/Stories/broken.md", "---\ntitle: خبر\n---\n\nنص.\n")
    try age("Content/Stories/broken.md", in: site)
    _ = try await build(site)
    #expect(!isShort(try await build(site)))
  }
}
