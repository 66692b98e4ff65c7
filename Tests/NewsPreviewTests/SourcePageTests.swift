import Markup
import NewsBuild
import NewsCore
import TestSupport
import Testing

@testable import NewsPreview

/// A story beside what it was made of.
@Suite struct SourcePageTests {
  private let article = """
    انتخابات بلدية في دمشق

    التاريخ: 2026-01-15
    دمشق - وكالات: بدأ صباح اليوم الاقتراع في الانتخابات البلدية، وفتحت المراكز أبوابها أمام الناخبين في المدينة كلها.

    وقال مسؤول إن الإقبال كبير منذ الساعات الأولى، وإن النتائج تعلن مساء الغد بعد فرز الأصوات.

    المصدر : وكالات
    """

  private func source(_ site: TestSite, _ path: String) throws -> String {
    let story = ComparedStory(
      address: "/2026/01/15/خبر/",
      path: path,
      bytes: try Files.read(site.folder.path(path))
    )
    let settings = Site(title: "صحيفة", baseURL: "https://news.example", language: "ar-SY")
    return String(decoding: sourcePage(story, root: site.folder.root, site: settings).bytes, as: UTF8.self)
  }

  private func imported(_ site: TestSite, _ text: String, as name: String = "a.txt") async throws -> [String] {
    try site.write("Content/Articles/\(name)", text)
    _ = try await buildSite(site.folder, options: BuildOptions(now: 1_795_500_000))
    return try site.snapshot(of: "Content/Stories").keys.sorted().map { "Content/Stories/\($0)" }
  }

  @Test func everyLineOfTheArticleHasItsRoleAndItsReason() async throws {
    let site = try TestSite()
    let path = try #require(try await imported(site, article).first)
    let page = try source(site, path)
    let explained = try explainArticles(site.folder, only: nil)
    for line in explained.split(separator: "\n").dropFirst() where line.contains("%: ") {
      let reason = try #require(line.split(separator: ": ").dropFirst().first)
      let word = reason.split { !$0.isLetter }.max { $0.utf8.count < $1.utf8.count } ?? ""
      #expect(page.contains(word), "\(word) of \(reason)")
    }
    let words = DeskWords(for: "ar")
    for role in [SourceLine.Role.headline, .date, .paragraph, .source] {
      #expect(page.contains("<b>\(words[role])</b>"))
    }
    #expect(page.contains("Content/Articles/a.txt") && page.contains("المصدر : وكالات"))
    #expect(page.contains("warraq-three") && page.contains("<iframe"))
    #expect(page.components(separatedBy: "class=\"warraq-front\"").count > 5)
  }

  @Test func aStoryWrittenByHandHasTwoColumns() throws {
    let site = try TestSite()
    try site.writeStory("خبر.md", title: "خبر <b>", body: "نص <script>alert(1)</script>")
    let page = try source(site, "Content/Stories/خبر.md")
    #expect(!page.contains("warraq-three") && page.contains("كُتب هذا الخبر مباشرة"))
    #expect(!page.contains("<script") && page.contains("خبر &lt;b&gt;"))
  }

  @Test func theSecondArticleOfAFileIsShownAsItIs() async throws {
    let site = try TestSite()
    let second = article.replacing("دمشق", with: "حلب").replacing("الاقتراع", with: "التصويت")
    let paths = try await imported(site, "\(article)\n\n==========\n\n\(second)\n")
    let path = try #require(try paths.first { try site.text($0).contains("a.txt#2") })
    let page = try source(site, path)
    #expect(page.contains("انتخابات بلدية في حلب") && !page.contains("انتخابات بلدية في دمشق"))
  }

  @Test func whereTheArticleIsGoneItSaysSo() async throws {
    let site = try TestSite()
    let path = try #require(try await imported(site, article).first)
    try site.remove("Content/Articles/a.txt")
    #expect(try source(site, path).contains("لم يعد المقال الخام في مكانه"))
    try site.write("Content/Articles/a.txt", bytes: [0, 1, 2, 0])
    #expect(try source(site, path).contains("لا يُقرأ المقال الخام"))
  }

  @Test func aStoryWithAnErrorIsShownWithItAndWithItsArticle() async throws {
    let site = try TestSite()
    let path = try #require(try await imported(site, article).first)
    try site.write(path, try site.text(path).replacing("date: 2026", with: "date: x2026"))
    let page = try source(site, path)
    #expect(page.contains("[bad-date]") && page.contains("المصدر : وكالات"))
  }

  @Test(arguments: ["../../secret.txt", "../../../etc/passwd", "a.txt#99999999999999999999", "#2", ""])
  func aStoryCannotNameAFileOutsideTheSite(_ name: String) throws {
    let site = try TestSite()
    try site.write(
      "Content/Stories/خبر.md",
      "---\ntitle: خبر\ndate: 2026-01-15\nimported:\n  file: \"\(name)\"\n"
        + "  digest: a\n  text-digest: b\n---\n\nنص.\n"
    )
    let page = try source(site, "Content/Stories/خبر.md")
    #expect(!page.contains("root:") && page.contains("<h2 id=\"markdown\">"))
  }

  @Test func longFilesAreCutAndTheRestIsCounted() throws {
    let site = try TestSite()
    try site.writeStory("خبر.md", title: "خبر", body: String(repeating: "سطر\n", count: 10_000))
    let page = try source(site, "Content/Stories/خبر.md")
    #expect(page.components(separatedBy: "<li").count < 2010 && page.contains("والباقي: "))
  }
}
