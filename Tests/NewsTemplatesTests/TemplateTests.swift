import Markup
import Testing

@testable import NewsTemplates

@Suite struct TemplateTests {
  @Test(arguments: [
    ("<h1>{{title}}</h1>", "<h1>عنوان &amp; «قول»</h1>"),
    ("{{body}}{{{body}}}{{&body}}", "<p>نص</p><p>نص</p><p>نص</p>"),
    ("{{#is-breaking}}عاجل{{/is-breaking}}{{^is-breaking}}لا{{/is-breaking}}", "عاجل"),
    ("{{#kicker}}{{.}}{{/kicker}}{{^kicker}}none{{/kicker}}", "none"),
    ("{{#title}}({{.}}){{/title}}", "(عنوان &amp; «قول»)"),
    ("{{#body}}({{.}}){{/body}}", "(<p>نص</p>)"),
    ("{{#sources}}[{{.}}]{{/sources}}", "[وكالة][&lt;صحيفة&gt;]"),
    ("{{#topics}}{{name}} {{path}} {{site-title}};{{/topics}}", "سوريا /t/1/ الورّاق;الاقتصاد /t/2/ الورّاق;"),
    ("{{#image}}{{file}}{{/image}}{{^image}}no picture{{/image}}{{image.file}}", "no picture"),
    ("{{#sources}}{{#is-breaking}}{{.}}{{/is-breaking}}{{/sources}}", "وكالة&lt;صحيفة&gt;"),
    ("{{#topics}}{{#topics}}{{name}}{{/topics}}|{{/topics}}", "سورياالاقتصاد|سورياالاقتصاد|"),
  ])
  func showsThePage(_ template: String, _ page: String) throws {
    #expect(try rendered(template) == page)
  }

  @Test func anEmptyTextIsFalse() throws {
    let template = "{{#title}}yes{{/title}}{{^title}}no{{/title}}{{^body}}no{{/body}}{{^topics}}no{{/topics}}"
    let model = SamplePage(title: "", body: HTML(joining: []), topics: [])
    #expect(try rendered(template, for: model) == "nonono")
  }

  @Test func aGroupThatIsThereOffersItsNames() throws {
    let model = SamplePage(image: SampleImage(file: "a.jpg", alt: nil))
    #expect(try rendered("{{image.file}}{{#image}}({{file}}{{alt}}){{/image}}", for: model) == "a.jpg(a.jpg)")
    #expect(
      try rendered("{{#image.file}}({{.}}){{/image.file}}{{^image.alt}}-{{/image.alt}}", for: model) == "(a.jpg)-"
    )
  }

  @Test func pagesAreAppended() throws {
    let template = try templates("<{{title}}>").compile("page", for: SamplePage.shape)
    var page = Array("x".utf8)
    template.render(SamplePage(title: "a"), into: &page)
    template.render(SamplePage(title: "b"), into: &page)
    #expect(String(decoding: page, as: UTF8.self) == "x<a><b>")
  }

  @Test func hostileTextStaysText() throws {
    let attack = "\"><script>alert('1')</script>{{body}}\u{0}\u{1B}"
    let page = try rendered("<a title=\"{{title}}\">{{title}}</a>", for: SamplePage(title: attack))
    let safe = "&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;{{body}}"
    #expect(page == "<a title=\"\(safe)\">\(safe)</a>")
  }

  @Test func literalTextComesOutByteForByte() throws {
    var random = Seeded(state: 7)
    for length in [0, 1, 2, 3, 10, 1000] {
      for _ in 0..<20 {
        var bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
        for index in bytes.indices where bytes[index] == UInt8(ascii: "{") { bytes[index] = UInt8(ascii: "}") }
        let set = TemplateSet(["page": TemplateSource(path: "page", bytes: bytes)])
        var page: [UInt8] = []
        try set.compile("page", for: SamplePage.shape).render(SamplePage(), into: &page)
        #expect(page == bytes)
      }
    }
  }
}
