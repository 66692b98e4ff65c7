import Testing

@testable import NewsTemplates

/// A template with constants folded in shows what it shows without.
@Suite struct FoldingTests {
  private static let page = """
    {{>head}}
    {{#is-breaking}}<b>{{title}}</b>{{/is-breaking}}{{^is-breaking}}quiet{{/is-breaking}}
    {{#topics}}<a href="{{path}}">{{name}} {{site-title}}</a>{{#image}}{{alt}}{{/image}}{{/topics}}
    {{#image}}<img alt="{{alt}}">{{site-title}}{{/image}}{{#kicker}}{{.}}{{/kicker}}{{image.file}}
    """

  private func template() throws -> Template<SamplePage> {
    let sources = ["page": Self.page, "head": "<title>{{site-title}} – {{title}}</title>"].mapValues {
      TemplateSource(path: "page", bytes: Array($0.utf8))
    }
    return try TemplateSet(sources).compile("page", for: SamplePage.shape)
  }

  @Test(arguments: [
    [], ["site-title"], ["site-title", "is-breaking"], ["image"], ["topics"], ["title", "kicker", "image", "topics"],
    ["title", "kicker", "body", "is-breaking", "sources", "topics", "image", "site-title"],
  ])
  func foldingChangesNoPage(_ names: [String]) throws {
    let template = try template()
    let constants = SamplePage.shape.values(of: Set(names), in: SamplePage())
    var (plain, folded): ([UInt8], [UInt8]) = ([], [])
    template.render(SamplePage(), into: &plain)
    template.folding(constants).render(SamplePage(), into: &folded)
    #expect(String(decoding: folded, as: UTF8.self) == String(decoding: plain, as: UTF8.self))
    #expect(!plain.isEmpty)
  }
}
