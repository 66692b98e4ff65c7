import NewsBuild
import NewsCore
import TestSupport
import Testing

@Suite struct CheckSiteTests {
  private func check(_ site: TestSite, _ checks: Set<SiteCheck> = [.bidi]) async throws -> [Diagnostic] {
    try await checkSite(site.folder, checks).diagnostics
  }

  private static let faulty = """
    <!doctype html><html lang="ar" dir="rtl"><head><title>C++ خبر</title><style>p{}</style></head><body>
    <h1>لغة C++ تعود</h1>
    <p>اتصل على +963 11 223 4567 الآن</p>
    <p>قبل BBC 5 دقائق</p><ul><li>فاز 3-1 أمس<li>وسم #Syria_2026 هنا</ul>
    <p>نما <b>50%</b> هذا العام، وبلغت الحرارة
    -5 ليلًا</p>
    <blockquote>كتبت New York Times، Washington Post</blockquote>
    <p>في 2026-11-24 صباحًا<br>قال &amp; <em>Yahoo</em> نعم</p><!-- <p>C++ ع</p> -->
    <pre>ع C++ ع</pre><p><code>ع C++ ع</code></p>
    </body></html>
    """

  @Test func tenFaultsAreTenReportsAndTheMendedPageHasNone() async throws {
    let site = try TestSite()
    try site.write("Output/a/index.html", Self.faulty)
    let found = try await check(site)
    #expect(found.count == 10)
    #expect(found.compactMap(\.line) == [2, 3, 4, 4, 4, 5, 6, 7, 7, 8])
    #expect(found.allSatisfy { $0.path == "Output/a/index.html" && $0.id == "bidi" })
    var mended = Self.faulty
    for run in [
      "C++ تعود", "+963 11 223 4567", "BBC", "3-1", "#Syria_2026", "50%", "-5", "New York Times", "Washington Post",
      "2026-11-24",
    ] {
      let words = run.replacing(" تعود", with: "")
      mended = mended.replacing(run, with: run.replacing(words, with: "<bdi dir=\"ltr\">\(words)</bdi>"))
    }
    try site.write("Output/a/index.html", mended)
    #expect(try await check(site).map(\.rendered) == [])
  }

  @Test func aBuiltSiteHasNoFaults() async throws {
    let site = try TestSite.newspaper()
    try site.writeStory(
      "c.md",
      title: "لغة C++ وقناة BBC 5 دقائق، و50% أو -5",
      body: "فاز 3-1 و#Syria_2026، اتصل +963 11 223 4567."
    )
    _ = try await buildSite(site.folder, options: BuildOptions(now: 1_795_500_000))
    let report = try await checkSite(site.folder, Set(SiteCheck.allCases))
    #expect(report.diagnostics.map(\.rendered) == [])
    #expect(report.pages > 50)
  }

  @Test(arguments: [
    ("<a href=\"/b/\">", 0), ("<a href=\"/b\">", 0), ("<a href=\"../b/#x\">", 0),
    ("<a href=\"https://news.example/b/?q\">", 0),
    ("<a href=\"https://other.example/none/\">", 0), ("<a href=\"//other.example/none\">", 0),
    ("<a href=mailto:a@b.c>", 0),
    ("<a href=\"#here\"></a><p id=here>", 0), ("<a href=\"/%D8%A8/\">", 0), ("<a href=\"/b/?a&amp;b\">", 0),
    ("<a href='/'>", 0),
    ("<a href=\"/none/\">", 1), ("<img src=\"none.png\">", 1), ("<a href=\"#lost\">", 1),
    ("<a href=\"../../../b/c\">", 1),
    ("<a href=\"https://news.example/none\">", 1), ("<a href=/none>", 1), ("<a\nhref = \"/none\">", 1),
  ])
  func aLinkThatLeadsNowhereIsNamed(_ link: String, _ count: Int) async throws {
    let site = try TestSite()
    for path in ["index.html", "b/index.html", "ب/index.html"] { try site.write("Output/\(path)", "<p>x") }
    try site.write("Output/a/index.html", "<p>x\n\(link)</p>")
    let found = try await check(site, [.links])
    #expect(found.map(\.id) == [String](repeating: "dead-link", count: count))
    #expect(found.allSatisfy { $0.line == 2 })
  }

  @Test func aPageThatIsCutAnywhereIsNoCrash() async throws {
    let page = Array("\(Self.faulty)<a href=\"x' b=c d><script>a</scrip".utf8)
    let site = try TestSite()
    for length in stride(from: 0, to: page.count, by: 7) {
      try site.write("Output/\(length).html", bytes: Array(page.prefix(length)))
    }
    _ = try await checkSite(site.folder, Set(SiteCheck.allCases))
  }
}
