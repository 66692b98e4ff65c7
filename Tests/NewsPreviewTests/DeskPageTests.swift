import Markup
import NewsCore
import Testing

@testable import NewsBuild
@testable import NewsPreview

/// The page that says what readers do not see.
@Suite struct DeskPageTests {
  private let now = 1_795_500_000

  private func page(_ state: PreviewState, baseURL: String = "https://news.example", language: String = "ar-SY")
    -> String
  {
    var site = Site(title: "صحيفة", baseURL: baseURL, language: language)
    site.timeZone = "Asia/Damascus"
    return String(decoding: deskPage(state, site: site, now: now).bytes, as: UTF8.self)
  }

  private func state(_ stories: [UnreleasedStory], _ diagnostics: [Diagnostic] = []) -> PreviewState {
    var state = PreviewState()
    var report = BuildReport()
    report.unreleased = stories
    state.report = report
    state.number = 1
    state.finished = now
    state.diagnostics = diagnostics
    return state
  }

  private func story(_ title: String, _ reason: UnreleasedStory.Reason) -> UnreleasedStory {
    UnreleasedStory(address: "2026/12/01/\(title)/", title: title, file: "Content/Stories/\(title).md", reason: reason)
  }

  /// What stands between a heading and the next.
  private func section(_ id: String, of page: String) throws -> Substring {
    let start = try #require(page.firstRange(of: "id=\"\(id)\""))
    let rest = page[start.upperBound...]
    return rest[..<(rest.firstRange(of: "</section>")?.lowerBound ?? rest.endIndex)]
  }

  @Test func draftsAndScheduledStoriesAreListedWithTheirPagesAndSources() throws {
    let shown = page(
      state([story("مسودة", .draft), story("موعد", .scheduled(now + 3600))]),
      baseURL: "https://x.example/a"
    )
    let drafts = try section("drafts", of: shown)
    let address = "/a/2026/12/01/%D9%85%D8%B3%D9%88%D8%AF%D8%A9/"
    #expect(drafts.contains("href=\"\(address)\">مسودة</a>") && drafts.contains("href=\"\(address)?source\""))
    #expect(drafts.contains("Content/Stories/<bdi>مسودة</bdi>.md") && !drafts.contains("موعد"))
    // 1795500000 is 2026-11-24, 09:00 in Damascus.
    let scheduled = try section("scheduled", of: shown)
    #expect(scheduled.contains("datetime=\"2026-11-24T10:00+03:00\""))
    #expect(scheduled.contains("الثلاثاء، 24 تشرين الثاني 2026، 10:00 بتوقيت دمشق"))
  }

  @Test func whatComesSoonestStandsFirstAndWhatEndedLast() throws {
    let stories =
      [3, 1, 2].map { story("م\($0)", .scheduled(now + $0)) } + [1, 2].map { story("ق\($0)", .expired(now - $0)) }
    let shown = page(state(stories))
    let places = try ["م1", "م2", "م3", "ق1", "ق2"].map { try #require(shown.firstRange(of: ">\($0)</a>")).lowerBound }
    #expect(places == places.sorted())
  }

  @Test func heldBackStoriesAndWarningsAreListedWithTheirReasons() throws {
    let shown = page(
      state(
        [],
        [
          Diagnostic(.error, "bad-date", path: "Content/Stories/a.md", line: 3, "no date", fix: "write one"),
          Diagnostic(.warning, "weak", path: "Content/Stories/b.md", "weak title"),
          Diagnostic(.note, "n", path: "Content/Stories/c.md", "only a note"),
        ]
      )
    )
    let held = try section("held-back", of: shown)
    #expect(held.contains("Content/Stories/a.md:3") && held.contains("no date") && held.contains("write one"))
    #expect(try section("warnings", of: shown).contains("weak title") && !shown.contains("only a note"))
  }

  @Test func errorsInTheSettingsAreNoStorys() throws {
    var stopped = state([], [Diagnostic(.error, "unknown-key", path: "Content/site.yaml", line: 2, "no such key")])
    stopped.failure = .settings
    let shown = page(stopped)
    #expect(try section("stopped", of: shown).contains("no such key"))
    #expect(try section("held-back", of: shown).contains("لا شيء."))
  }

  @Test func theNextChangeByTheClockIsShownWhileItLiesAhead() {
    var later = state([])
    later.report?.nextChange = now + 60
    #expect(page(later).contains("datetime=\"2026-11-24T09:01+03:00\""))
    later.report?.nextChange = now - 60
    #expect(page(later).contains(">لا شيء</dd>"))
  }

  @Test func theLastBuildIsShownWithItsTimeAndItsNumbers() {
    var state = state([])
    state.milliseconds = 1234
    state.report?.stories = 100_000
    #expect(page(state).contains("في 1.23 ثانية") && page(state).contains("<dd>100000</dd>"))
    #expect(page(state, language: "fa-IR").contains("۱۰۰۰۰۰"))
  }

  @Test func ofAHundredThousandTheFirstAreShownAndAllAreCounted() throws {
    var many = state((0..<100_000).map { story("م\($0)", $0 % 2 == 0 ? .draft : .scheduled(now + $0)) })
    many.report?.topicsWithoutStories = (0..<1000).map { "موضوع \($0)" }
    let shown = page(many)
    #expect(shown.utf8.count < 100_000)
    #expect(try section("drafts", of: shown).contains(">50000</span>"))
    #expect(try section("drafts", of: shown).contains("والباقي: 49950"))
    #expect(try section("empty-topics", of: shown).contains("والباقي: 950"))
  }

  @Test func nothingInItCanBeMarkupAndNothingRuns() {
    var hostile = state([story("<script>alert(1)</script>", .draft)])
    hostile.report?.topicsWithoutStories = ["<img onerror=x>"]
    hostile.failure = .environment(FileTrouble("read", "<script>", reason: "<b>"))
    let shown = page(hostile)
    #expect(!shown.contains("<script") && !shown.contains("<img") && !shown.contains("style="))
  }

  @Test func beforeTheFirstBuildItSaysSo() {
    #expect(page(PreviewState()).contains("لم يكتمل أي بناء بعد."))
  }

  @Test(arguments: ["ar", "fa", "ur", "he", "en"])
  func itSpeaksTheLanguageOfTheSite(_ language: String) {
    let shown = page(PreviewState(), language: language)
    #expect(shown.contains("<html lang=\"\(language)\" dir=\"\(language == "en" ? "ltr" : "rtl")\">"))
    #expect(shown.contains("<h1>\(DeskWords(for: language)[.desk])</h1>"))
  }
}
