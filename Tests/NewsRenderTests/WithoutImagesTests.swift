import NewsRender
import Testing

@Suite struct WithoutImagesTests {
  private func text(_ markdown: String) -> String {
    let body = renderBody(markdown, path: "s.md", firstLine: 1, base: .rtl)
    return String(decoding: body.html.withoutImages.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("نص", "<p>نص</p>\n"), ("![سدّ](a.jpg)", "<p>[سدّ]</p>\n"), ("أ ![](a.jpg) ب", "<p>أ  ب</p>\n"),
    ("![a > b \" <i>](x.jpg \"t\")", "<p>[a &gt; b &quot; &lt;i&gt;]</p>\n"),
    ("&lt;img src=x&gt;", "<p>&lt;img src=x&gt;</p>\n"),
  ])
  func imagesGiveWayToTheirWords(_ markdown: String, _ html: String) {
    #expect(text(markdown).replacing(/<\/?bdi[^>]*>/, with: "") == html)
  }
}
