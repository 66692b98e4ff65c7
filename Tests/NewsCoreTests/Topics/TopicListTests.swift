import Testing

@testable import NewsCore

@Suite struct TopicListTests {
  private let list = TopicList([
    Topic(name: "سوريا", slug: "a", aliases: ["سوري", "الجمهورية العربية السورية", "=SY"]),
    Topic(name: "الولايات المتحدة", slug: "b", aliases: ["أميركا", "U.S.", "سوريا الأميركية"]),
    Topic(name: "🎈", slug: "c"),
  ])

  @Test(arguments: [
    ("سوريا", "سوريا"), ("سورية", "سوريا"), ("سوريه", "سوريا"), (" سُورِيَا ", "سوريا"), ("#سوريا", "سوريا"),
    ("الجمهورية العربية السوريه", "سوريا"), ("sy", "سوريا"), ("امريكا", nil), ("اميركا", "الولايات المتحدة"),
    ("الولايات_المتحدة", "الولايات المتحدة"), ("u.s.", "الولايات المتحدة"), ("🎈", "🎈"), ("وسوريا", nil), ("", nil),
    ("؟", nil),
  ])
  func `finds a topic under every spelling of its name and aliases`(written: String, name: String?) {
    #expect(list.canonicalName(of: written) == name)
  }

  @Test func `gives a name to the topic that bears it, not to one further up with such an alias`() {
    let list = TopicList([Topic(name: "a", slug: "a", aliases: ["b"]), Topic(name: "b", slug: "b", aliases: ["a"])])
    #expect(list.index(named: "a") == 0)
    #expect(list.index(named: "b") == 1)
  }
}
