import ArabicText
import Foundation
import NewsBuild
import NewsCore
import TestSupport
import Testing

/// B-M2: no page says that it was published in the future.
@Suite struct FutureDateTests {
  // 2026-11-24T08:00+03:00.
  private let now = 1_795_496_400

  private func build(_ more: String, date: String, drafts: Bool = false) async throws -> (ids: [String], isThere: Bool)
  {
    let site = try TestSite()
    try site.writeStory("a.md", title: "خبر", date: date, more: more, body: "نص.")
    var options = BuildOptions(now: now)
    options.drafts = drafts
    let report = try await buildSite(site.folder, options: options)
    return (report.diagnostics.map(\.id), report.stories == 1)
  }

  @Test(arguments: [
    ("2026-11-24T08:00+03:00", "", true, []), ("2026-11-24", "", true, []),
    ("2026-11-24T08:01+03:00", "", false, ["future-date"]), ("2026-11-25", "", false, ["future-date"]),
    ("2026-11-25", "publish-at: 2026-11-20\n", false, ["future-date"]),
    ("2026-11-25", "publish-at: 2026-11-26\n", false, []), ("2026-11-20", "publish-at: 2026-11-26\n", false, []),
    ("2026-11-25", "status: draft\n", false, []),
  ])
  func aStoryWaitsForItsDate(_ date: String, _ more: String, _ isThere: Bool, _ ids: [String]) async throws {
    let result = try await build(more, date: date)
    #expect(result.isThere == isThere && result.ids == ids)
  }

  @Test func aBuildWithDraftsShowsWhatIsToCome() async throws {
    #expect(try await build("", date: "2026-11-25", drafts: true).isThere)
  }
}
