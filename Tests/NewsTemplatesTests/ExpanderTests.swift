import Testing

@testable import NewsTemplates

@Suite struct ExpanderTests {
  static func program(_ page: String, _ others: [String: String] = [:]) throws -> Program {
    try templates(page, others).program("page", over: .record(SamplePage.shape.schema))
  }

  @Test func neighbouringTextIsOneStep() throws {
    let program = try Self.program("a{{! note }}b{{>p}}\n{{$x}}d{{/x}}", ["p": "c{{>q}}", "q": "{{=<% %>=}}e"])
    #expect(program.steps.count == 1)
    #expect(program.literals == Array("abce\nd".utf8))
  }

  @Test func textAfterASectionIsNotPutIntoIt() throws {
    #expect(try Self.program("a{{#title}}b{{/title}}c{{^title}}d{{/title}}").steps.count == 6)
    #expect(try rendered("a{{^title}}b{{/title}}c{{^title}}d{{/title}}e") == "ace")
  }

  @Test func namesBecomeSlots() throws {
    let schema = SamplePage.shape.schema
    let title = Int32(try #require(schema.slot(of: "title")))
    let image = Int32(try #require(schema.slot(of: "image")))
    let program = try Self.program("{{#topics}}{{title}}{{name}}{{image.alt}}{{/topics}}")
    #expect(
      Array(program.steps.dropFirst()) == [
        .show(.init(depth: 0, slot: title)), .show(.init(depth: 1, slot: 0)),
        .show(.init(depth: 0, slot: image, rest: 0, count: 1)),
      ]
    )
    #expect(program.slots == [1])
  }
}
