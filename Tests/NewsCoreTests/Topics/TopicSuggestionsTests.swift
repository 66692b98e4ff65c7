import Testing

@testable import NewsCore

@Suite struct TopicSuggestionsTests {
  private let list = TopicList([Topic(name: "سوريا", slug: "s", aliases: ["سوري", "دمشق"])])

  private func suggest(_ stories: [(title: String, body: String)], limit: Int = 10) -> [TopicSuggestion] {
    suggestTopics(from: stories, list: list, limit: limit)
  }

  private func phrases(_ titles: [String]) -> [String] { suggest(titles.map { ($0, "") }).map(\.phrase) }

  @Test func `are the frequent names that no topic covers, with the stories that hold them`() {
    let found = suggest([
      ("زلزال في دمشق", "وقع زلزال قوي في أنطاكيا وقال السكان إنهم فزعوا."),
      ("هدوء", "لا شيء هنا."),
      ("أنطاكيا تنهض", "بعد زلزال مدمر، وفي أنطاكيا نفسها عاد السوريون."),
      ("أخبار", "سوريا وأنطاكيا."),
    ])
    #expect(
      found == [
        TopicSuggestion(phrase: "أنطاكيا", stories: 3, examples: [0, 2, 3]),
        TopicSuggestion(phrase: "زلزال", stories: 2, examples: [0, 2]),
      ]
    )
  }

  @Test func `count a story once, and the name with و or ل before it as the name`() {
    #expect(phrases(["أنطاكيا أنطاكيا", "وأنطاكيا", "لأنطاكيا نصيب", "بأنطاكيا", "أنطاكيا"]) == ["أنطاكيا"])
    #expect(suggest([("أنطاكيا أنطاكيا", "أنطاكيا"), ("وأنطاكيا", "")]).map(\.stories) == [2])
    #expect(phrases(["أنطاكيا", "أنطاكيا", "أنطاكيا", "وأنطاكيا", "وأنطاكيا"]) == ["أنطاكيا"])
    #expect(phrases(["للبلدية رأي", "البلدية", "والبلدية"]) == ["البلدية"])
  }

  @Test func `never take a letter of the word itself for و or ب`() {
    #expect(phrases(["ولاية قريبة", "ولاية بعيدة", "بلدية هنا", "بلدية هناك"]) == ["بلدية", "ولاية"])
    #expect(phrases(["وسام", "وسام", "وسام", "وسام", "سام"]) == ["وسام"])
  }

  @Test func `are whole phrases where their words seldom stand alone`() {
    #expect(phrases(["نهر العاصي جميل", "ضفاف نهر العاصي", "عند نهر العاصي"]) == ["نهر العاصي"])
    #expect(
      phrases(["نهر العاصي", "نهر العاصي", "نهر دجلة", "نهر الفرات", "نهر النيل"]) == ["نهر", "نهر العاصي"]
    )
    #expect(phrases(["مطار رفيق الحريري", "مطار رفيق الحريري"]) == ["مطار رفيق الحريري"])
  }

  @Test func `are written as most stories write them`() {
    #expect(phrases(["انطاكيا", "أنطاكيا", "أنطاكيا", "أنطاكية"]) == ["أنطاكيا"])
  }

  @Test func `never reach over a full stop, a comma, a stop word or a topic`() {
    #expect(phrases(["نهر. العاصي", "نهر، العاصي", "نهر «العاصي»"]) == ["العاصي", "نهر"])
    #expect(phrases(["نهر في العاصي", "نهر في العاصي"]) == ["العاصي", "نهر"])
    #expect(phrases(["نهر دمشق العاصي", "نهر دمشق العاصي"]) == ["العاصي", "نهر"])
    #expect(phrases(["قال 2016 وقال، ٣٠ ألف", "قال 2016 وقال، ٣٠ ألف"]) == [])
  }

  @Test func `leave out what is in every story`() {
    let stories = (0..<40).map { ("بلادنا", $0 < 5 ? "أنطاكيا" : "كلمة\($0)") }
    #expect(suggest(stories).map(\.phrase) == ["أنطاكيا"])
  }

  @Test(arguments: ["the president said Antioch", "رئیس گفت Antioch", "اس نے کہا Antioch", "הנשיא אמר Antioch"])
  func `know the stop words of other languages`(text: String) {
    #expect(phrases([text, text]).contains { $0.hasSuffix("Antioch") })
    #expect(!phrases([text, text]).contains { ["the", "said", "گفت", "کہا", "אמר"].contains($0) })
  }

  @Test func `are the same in the same stories, and no more than are asked for`() {
    let titles = ["باء", "تاء", "ثاء", "جيم", "حاء"].flatMap { ["\($0)\($0)", "\($0)\($0)"] }
    #expect(phrases(titles) == phrases(titles))
    #expect(suggest(titles.map { ($0, "") }, limit: 2).count == 2)
    #expect(suggest(titles.map { ($0, "") }, limit: 0).isEmpty)
    #expect(suggest([], limit: 5).isEmpty)
  }

  @Test func `forget the rare when they are too many, never the frequent`() {
    var suggestions = TopicSuggestions(list, capacity: 500)
    for story in 0..<2_000 {
      suggestions.add(title: "عنوان فريد\(letters(story))", body: story.isMultiple(of: 10) ? "أنطاكيا" : "")
      #expect(suggestions.entries.count <= 520)
    }
    #expect(suggestions.best(5).map(\.phrase).contains("أنطاكيا"))
  }

  private func letters(_ number: Int) -> String {
    String(String(number).map { digit in "ابتثجحخدذر"[digit] })
  }
}

extension String {
  fileprivate subscript(digit: Character) -> Character {
    Array(self)[digit.wholeNumberValue ?? 0]
  }
}
