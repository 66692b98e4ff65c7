import Testing

@testable import NewsTemplates

@Suite struct ShapeTests {
  @Test func valuesStandInTheSlotsOfTheirNames() throws {
    let record = SamplePage.shape.record(SamplePage())
    #expect(record.values.count == SamplePage.shape.schema.entries.count)
    let slot = try #require(SamplePage.shape.schema.slot(of: "sources"))
    #expect(record.values[slot] == .list([.text("وكالة"), .text("<صحيفة>")]))
    #expect(SamplePage.shape.schema.slot(of: "nothing") == nil)
  }

  @Test func theNamesOfAPartStandBesideTheOwn() throws {
    let slot = try #require(SamplePage.shape.schema.slot(of: "site-title"))
    #expect(SamplePage.shape.record(SamplePage()).values[slot] == .text("الورّاق"))
  }

  @Test func theTableOfNamesTellsAllOfThem() {
    let rows = SamplePage.shape.schema.rows.map { "\($0.path) \($0.kind) \($0.doc)" }
    #expect(
      rows == [
        "title text The headline", "kicker text The line over the headline", "body HTML The story",
        "is-breaking flag Whether it is breaking news", "sources list of text Whose reporting it rests on",
        "topics list Its topics", "topics.name text The topic's name", "topics.path text Its address",
        "image group Its picture", "image.file text Its address", "image.alt text What it shows",
        "site-title text The site's name",
      ]
    )
  }
}
