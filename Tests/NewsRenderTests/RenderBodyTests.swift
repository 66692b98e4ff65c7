import Markup
import NewsCore
import NewsRender
import Testing

@Suite struct RenderBodyTests {
  private func render(_ markdown: String) -> (html: String, diagnostics: [Diagnostic]) {
    let body = renderBody(markdown, path: "s.md", firstLine: 8, base: .rtl)
    return (String(decoding: body.html.bytes, as: UTF8.self), body.diagnostics)
  }

  @Test func markdownBecomesHTML() {
    let result = render("نص **مهم**.\n\n- أول\n- ثان\n\n> قول\n")
    #expect(
      result.html == """
        <p>نص <strong>مهم</strong>.</p>
        <ul>
        <li>أول</li>
        <li>ثان</li>
        </ul>
        <blockquote>
        <p>قول</p>
        </blockquote>

        """
    )
    #expect(result.diagnostics.isEmpty)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "نص <img src=x onerror=alert(1)> نص", "<div onclick=x>\nنص\n</div>", "<svg onload=x>",
    "<!-- a --> <script>b</script>", "<!--> <script>x</script> -->", "<a href=\"javascript:x\">y</a>",
  ])
  func rawHTMLIsShownAsTextWithAWarning(_ markdown: String) {
    let result = render(markdown)
    #expect(!result.html.contains("<script") && !result.html.contains("<img") && !result.html.contains("<svg"))
    #expect(!result.html.contains("<div") && !result.html.contains("<a ") && !result.html.contains("<!--"))
    #expect(result.diagnostics.contains { $0.id == "raw-html" && $0.line == 8 })
  }

  @Test(arguments: [
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](&#106;avascript:alert(1))", "[x](vbscript:x)",
    "[x](data:text/html;base64,eA==)", "[x](file:///etc/passwd)", "![x](javascript:alert(1))", "<javascript:alert(1)>",
    "[x]\n\n[x]: javascript:alert(1)",
  ])
  func addressesThatMayRunCodeAreLeftOutAndTheirWordsStay(_ markdown: String) {
    let result = render("نص\n\n\(markdown)")
    #expect(!result.html.contains("href") && !result.html.contains("src"))
    #expect(result.html.contains("x") || result.html.contains("javascript:alert"))
    #expect(result.diagnostics.map(\.id) == ["unsafe-link"])
    #expect(result.diagnostics.first?.line == 10)
  }

  @Test(arguments: [
    "https://a.b/c?d=e:f", "/topics/سوريا/", "#note", "mailto:a@b.c", "tel:+963112234567", "2016/page:1", "?q=a:b",
  ])
  func otherAddressesStay(_ address: String) {
    let result = render("[x](\(address))")
    #expect(result.html.contains("<a href="))
    #expect(result.diagnostics.isEmpty)
  }

  @Test func commentsAreLeftOutSilently() {
    let result = render("قبل <!-- سر --> بعد\n\n<!-- سر\nأيضا -->\n\nآخر\n")
    #expect(!result.html.contains("سر") && result.html.contains("آخر"))
    #expect(result.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("# أ\n\n## ب\n", "<h2>أ</h2>\n<h3>ب</h3>\n"), ("## أ\n", "<h2>أ</h2>\n"),
    ("### أ\n\n### ب\n", "<h2>أ</h2>\n<h2>ب</h2>\n"),
    ("###### أ\n\n# ب\n", "<h6>أ</h6>\n<h2>ب</h2>\n"),
  ])
  func headingsBeginBelowTheHeadline(_ markdown: String, _ html: String) {
    #expect(render(markdown).html == html)
  }

  @Test func codeRunsFromLeftToRightAndStaysText() {
    #expect(
      render("نص `a<b>`\n\n```\nx = \"<y>\"\n```\n").html == """
        <p>نص <code dir="ltr">a&lt;b&gt;</code></p>
        <pre dir="ltr"><code>x = &quot;&lt;y&gt;&quot;
        </code></pre>

        """
    )
  }

  @Test func deepNestingEnds() {
    let result = render(String(repeating: "> ", count: 20_000) + "نص")
    #expect(result.html.contains("نص"))
  }
}

@Suite struct SummarizeTests {
  @Test func itIsTheFirstParagraphsWords() {
    #expect(summarize("## عنوان\n\n**نص** أول\nيتبع.\n\nثان.") == "نص أول يتبع.")
  }

  @Test func aLongOneEndsAtAWord() {
    let summary = summarize(String(repeating: "كلمة ", count: 200))
    #expect(summary.utf8.count < 370 && summary.hasSuffix("كلمة…"))
  }

  @Test(arguments: ["", "\n\n\n", "---\n", "<!-- x -->", "# عنوان"])
  func whatHasNoParagraphHasNoSummary(_ markdown: String) {
    #expect(summarize(markdown).isEmpty)
  }

  @Test func oneEndlessWordIsCutToo() {
    #expect(summarize(String(repeating: "م", count: 5_000_000)).utf8.count < 400)
  }
}
