import Testing

@testable import NewsTemplates

@Suite struct ShapeTests {
  @Test func valuesStandInTheSlotsOfTheirNames() throws {
    var marks = UsageMarks()
    let slot = try #require(SamplePage.shape.schema.slot(of: "sources"))
    marks.mark([slot])
    let record = SamplePage.shape.recorder(marks.usage)(SamplePage())
    #expect(record.values.count == SamplePage.shape.schema.entries.count)
    #expect(record.values[slot] == .list([.text("وكالة"), .text("<صحيفة>")]))
    #expect(record.values.count { $0 != .absent } == 1)
    #expect(SamplePage.shape.schema.slot(of: "nothing") == nil)
  }

  @Test func theNamesOfAPartStandBesideTheOwn() throws {
    let values = SamplePage.shape.values(of: ["site-title", "image", "no name"], in: SamplePage())
    #expect(values.keys.sorted() == ["image", "site-title"])
    #expect(values["site-title"] == .text("الورّاق"))
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
