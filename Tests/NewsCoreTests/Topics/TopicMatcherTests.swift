import Testing

@testable import NewsCore

@Suite struct TopicMatcherTests {
  private static let arabic = Result { try StarterTopics.list("ar") }

  @Test(arguments: ArabicMentions.table)
  func `finds in an Arabic sentence just the topics that it mentions`(sentence: String, names: [String]) throws {
    let found = StarterTopics.mentions(in: sentence, try TopicMatcherTests.arabic.get())
    #expect(found == names.sorted(by: precedesByBytes))
  }

  @Test(arguments: OtherMentions.table)
  func `finds in a sentence of another language just its topics`(code: String, text: String, names: [String]) throws {
    #expect(StarterTopics.mentions(in: text, try StarterTopics.list(code)) == names.sorted(by: precedesByBytes))
  }

  @Test func `orders the topics of the first article by how much it is about them`() throws {
    let list = parseTopics(try StarterTopics.read("Content/topics.yaml"), path: "Content/topics.yaml").list
    let article = String(decoding: try StarterTopics.read("Content/Articles/000_5f2084768f771f34.txt"), as: UTF8.self)
    let lines = article.split(separator: "\n").map(String.init)
    let texts = [TopicText(.headline, lines[0]), TopicText(.firstParagraph, lines[3])]
    let body = lines[4...].dropLast().map { TopicText(.body, $0) }
    let matches = TopicMatcher(list).matches(in: texts + body)
    #expect(
      matches.map { list.topics[$0.topic].name } == [
        "سوريا", "روسيا", "أوكرانيا", "الولايات المتحدة", "الصين", "مجموعة العشرين",
      ]
    )
    #expect(matches.map(\.score) == [11, 11, 10, 7, 4, 3])
    #expect(
      matches.last?.reasons == ["«قمة مجموعة العشرين» in the first paragraph"]
    )
  }

  private let list = TopicList([
    Topic(name: "سوريا", slug: "a", aliases: ["سوري", "دمشق"]),
    Topic(name: "منظمة الصحة العالمية", slug: "b", aliases: ["=WHO", "=US health"], never: ["=WHO knows"]),
    Topic(name: "Iran", slug: "c", aliases: ["Iranian"], never: ["Air Iran", "=IRAN"]),
    Topic(name: "United States", slug: "d", aliases: ["=US", "U.S.", "American"]),
    Topic(name: "הודו", slug: "e", aliases: ["הודי", "או״ם"]),
    Topic(name: "ایران", slug: "f", aliases: ["ایرانی"]),
  ])

  private func mentions(_ text: String) -> [String] { StarterTopics.mentions(in: text, list) }

  @Test(arguments: [
    ("WHO said", ["منظمة الصحة العالمية"]), ("who said", []), ("WHO knows", []), ("Who knows", []),
    ("US health", ["منظمة الصحة العالمية"]), ("the US said", ["United States"]), ("join us", []),
    ("U.S. officials", ["United States"]), ("America", []), ("Americans’ vote", ["United States"]),
    ("Iran’s oil", ["Iran"]), ("Iranians", ["Iran"]), ("Air Iran", []), ("IRAN", []), ("Irani", []),
    ("בהודו", ["הודו"]), ("ושבהודו", ["הודו"]), ("ההודית והודים", ["הודו"]), ("הודות", []), ("באו״ם", ["הודו"]),
    ("ایرانیان و ایرانی‌ها", ["ایران"]), ("ایرانشهر", []),
  ])
  func `takes = for the very letters, and knows what other languages join to a name`(text: String, names: [String]) {
    #expect(mentions(text) == names)
  }

  @Test func `weighs the places, and the body by mentions up to three of one alias`() {
    func score(_ texts: [TopicText]) -> Int? { TopicMatcher(list).matches(in: texts).first?.score }
    #expect(score([TopicText(.headline, "دمشق")]) == 5)
    #expect(score([TopicText(.headline, "سوريا وسوريا ودمشق"), TopicText(.headline, "سوريا")]) == 5)
    #expect(score([TopicText(.deck, "دمشق")]) == 3)
    #expect(score([TopicText(.firstParagraph, "دمشق دمشق")]) == 3)
    #expect(score([TopicText(.body, "دمشق"), TopicText(.body, "دمشق")]) == nil)
    #expect(score([TopicText(.body, "دمشق دمشق دمشق دمشق دمشق")]) == 3)
    #expect(score([TopicText(.body, "دمشق دمشق دمشق دمشق"), TopicText(.body, "السوري")]) == 4)
    #expect(score([TopicText(.headline, "سوريا"), TopicText(.deck, "سوريا"), TopicText(.body, "سوريا")]) == 9)
  }

  @Test func `gives a reason for each place, with at most three spellings`() {
    let matches = TopicMatcher(list).matches(in: [
      TopicText(.headline, "وبسوريا"), TopicText(.body, "دمشق وسوريا، سورية ثم للسوريين ودمشق"),
    ])
    #expect(matches.first?.reasons == ["«وبسوريا» in the headline", "«دمشق», «وسوريا», «سورية» in the body, 5 times"])
  }

  @Test func `puts equal scores in the order of the list`() {
    let matches = TopicMatcher(list).matches(in: [TopicText(.headline, "Iran, US, دمشق"), TopicText(.deck, "American")])
    #expect(matches.map(\.topic) == [3, 0, 2])
  }

  @Test func `lets a never phrase that is the name itself leave only longer aliases`() {
    let list = TopicList([Topic(name: "مالي", slug: "m", aliases: ["في مالي"], never: ["مالي"])])
    #expect(StarterTopics.mentions(in: "قرار مالي والمالية", list) == [])
    #expect(StarterTopics.mentions(in: "وفي مالي", list) == ["مالي"])
    #expect(list.index(named: "مالي") == 0)
  }

  @Test func `blocks only the topic whose never phrase it is`() {
    let list = TopicList([
      Topic(name: "المغرب", slug: "m", never: ["المغرب العربي"]), Topic(name: "بلدان المغرب العربي", slug: "n"),
    ])
    #expect(StarterTopics.mentions(in: "بلدان المغرب العربي", list) == ["بلدان المغرب العربي"])
    #expect(StarterTopics.mentions(in: "المغرب العربي والمغرب", list) == ["المغرب"])
  }

  @Test func `finds nothing with no topics, in no text and in a topic without a word`() {
    #expect(TopicMatcher(.empty).matches(in: [TopicText(.headline, "سوريا")]).isEmpty)
    #expect(TopicMatcher(list).matches(in: []).isEmpty)
    #expect(TopicMatcher(list).matches(in: [TopicText(.headline, "")]).isEmpty)
    #expect(
      TopicMatcher(TopicList([Topic(name: "؟", slug: "x")])).matches(in: [TopicText(.headline, "؟ سوريا")]).isEmpty
    )
  }

  @Test func `stays quick where every word begins a phrase`() {
    let list = TopicList((0..<200).map { Topic(name: "كلمة " + String(repeating: "كلمة ", count: $0), slug: "s\($0)") })
    let text = String(repeating: "كلمة ", count: 20_000)
    let found = TopicMatcher(list).occurrences(in: text)
    #expect(found.map(\.words).prefix(2) == [0..<16, 1..<17])
  }
}
