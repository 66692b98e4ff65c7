import Testing

@testable import NewsCore

@Suite struct ParseTopicsTests {
  private func parse(_ text: String) -> ParsedTopics { parseTopics(Array(text.utf8), path: "Content/topics.yaml") }

  private func names(_ parsed: ParsedTopics) -> [String] { parsed.list.topics.map(\.name) }

  @Test func `reads every key, and makes a slug where none is given`() {
    let parsed = parse(
      """
      # ملاحظة
      topics:
        - name: أميركا الشمالية
        - name: " الولايات المتحدة "
          slug: أميركا
          aliases: [أميركي, =US]
          description: كل ما يخصها
          parent: اميركا الشماليه
          never: واشنطن بوست
      """
    )
    #expect(parsed.diagnostics == [])
    #expect(
      parsed.list.topics == [
        Topic(name: "أميركا الشمالية", slug: "أميركا-الشمالية"),
        Topic(
          name: "الولايات المتحدة",
          slug: "أميركا",
          aliases: ["أميركي", "=US"],
          description: "كل ما يخصها",
          parent: "أميركا الشمالية",
          never: ["واشنطن بوست"]
        ),
      ]
    )
  }

  @Test(arguments: ["", "\n# nothing\n", "topics:\n", "topics: []\n"])
  func `takes an empty file for no topics`(text: String) {
    #expect(parse(text).diagnostics == [])
    #expect(parse(text).list.topics == [])
  }

  /// Each wrong topic stands on line 2 and after, before a right one, which must survive.
  @Test(arguments: [
    ("  - nam: سوريا", 2, "unknown-key", "did you mean `name`?"),
    ("  - slug: x", 2, "missing-key", "add a line `name: …`"),
    ("  - name: [a, b]", 2, "wrong-type", "write `name: …`"),
    ("  - name: x\n    aliases: {a: b}", 3, "wrong-type", "write `aliases: [one, two]`"),
    ("  - name: x\n    slug: ../x", 3, "bad-slug", "write `slug: x`"),
    ("  - name: x\n    slug: X Y", 3, "bad-slug", "write `slug: x-y`"),
    ("  - name: \"؟!\"", 2, "bad-slug", "add a line `slug: …` of letters and digits, with - between words"),
    ("  - name: x\n    never:\n      - y\n      - \"«»\"", 5, "empty-phrase", "take it out"),
    (
      "  - name: x\n    aliases: [a b c d e f g h i j k l m n o p q]", 3, "long-phrase",
      "keep the few words that name the topic, at most 16"
    ),
    ("  - name: x\n    aliases: [=]", 3, "empty-phrase", "take it out"),
    ("  - just text", 2, "wrong-type", "write one `key: value` a line"),
    ("  - name: x\n    parent: العرق", 3, "unknown-parent", "did you mean `العراق`?"),
    ("  - name: x\n    parent: قارة", 3, "unknown-parent", "add a topic of that name, or take the line out"),
    ("  - name: x\n    parent: x", 3, "topic-cycle", "take `parent` out of one of them"),
  ])
  func `leaves a wrong topic out, says why, and keeps the others`(entry: String, line: Int, id: String, fix: String) {
    let parsed = parse("topics:\n\(entry)\n  - name: العراق\n")
    #expect(names(parsed) == ["العراق"])
    #expect(parsed.diagnostics.map(\.id) == [id])
    #expect(parsed.diagnostics.map(\.line) == [line])
    #expect(parsed.diagnostics.map(\.fix) == [fix])
    #expect(parsed.diagnostics.allSatisfy { $0.severity == .error && $0.path == "Content/topics.yaml" })
  }

  @Test(arguments: [
    ("- name: a", "write a line `topics:` first, and indent the list under it by two spaces"),
    ("topic:\n  - name: a", "did you mean `topics`?"),
    ("topics: a", "begin each entry with `  - `"),
  ])
  func `says what to write in a file of another form`(text: String, fix: String) {
    #expect(parse(text).list.topics == [])
    #expect(parse(text).diagnostics.map(\.fix) == [fix])
  }

  @Test func `refuses bytes that are no text`() {
    #expect(parseTopics([0xFF, 0x0A], path: "t").diagnostics.map(\.id) == ["not-utf8"])
  }

  @Test func `keeps the first of two topics that share a name, and names both lines`() {
    let parsed = parse("topics:\n  - name: سوريا\n    aliases: [الشام]\n  - name: سورية\n    slug: other\n")
    #expect(parsed.list.topics.map(\.slug) == ["سوريا"])
    #expect(
      parsed.diagnostics.map(\.rendered) == [
        """
        Content/topics.yaml:4: error: \u{2068}سورية\u{2069} belongs to two topics: \u{2068}سورية\u{2069} here and \
        \u{2068}سوريا\u{2069} on line 2 [duplicate-topic]
          fix: take it out of one of them, or make them one topic
        """
      ]
    )
  }

  @Test func `reports an alias of two topics on its own line`() {
    let parsed = parse(
      "topics:\n  - name: أ\n    aliases:\n      - ج\n  - name: ب\n    aliases:\n      - د\n      - ج\n"
    )
    #expect(names(parsed) == ["أ"])
    #expect(parsed.diagnostics.map(\.line) == [8])
    #expect(parsed.diagnostics.first?.message.contains("on line 4") == true)
  }

  @Test func `reports two topics with one address`() {
    let parsed = parse("topics:\n  - name: a\n    slug: x\n  - name: b\n    slug: x\n")
    #expect(names(parsed) == ["a"])
    #expect(parsed.diagnostics.map(\.id) == ["duplicate-slug"])
    #expect(parsed.diagnostics.map(\.line) == [4])
    #expect(parsed.diagnostics.first?.message.contains("on line 2") == true)
  }

  @Test func `lets two topics have exact aliases that differ only in vowel marks or capitals`() {
    let parsed = parse(
      "topics:\n  - name: سلطنة عمان\n    aliases: [=عُمان]\n  - name: الأردن\n    aliases: [=عَمّان]\n  - name: عمان\n"
    )
    #expect(parsed.diagnostics == [])
    #expect(parsed.list.canonicalName(of: "عُمان") == "سلطنة عمان")
    #expect(parsed.list.canonicalName(of: "عَمّان") == "الأردن")
    #expect(parsed.list.canonicalName(of: "عمان") == "عمان")
  }

  @Test func `leaves out every topic of a ring of parents, and those under them stand without a parent`() {
    let parsed = parse(
      """
      topics:
        - name: a
          parent: b
        - name: b
          parent: c
        - name: c
          parent: a
        - name: d
          parent: a
        - name: e
          parent: d
      """
    )
    #expect(names(parsed) == ["d", "e"])
    #expect(parsed.list.topics.map(\.parent) == [nil, "d"])
    #expect(parsed.diagnostics.map(\.line) == [3])
    #expect(
      parsed.diagnostics.first?.message.contains(
        "a\u{2069} under \u{2068}b\u{2069} under \u{2068}c\u{2069} under \u{2068}a"
      ) == true
    )
  }

  @Test func `does not report a parent that another error left out`() {
    let parsed = parse("topics:\n  - name: a\n    slug: /\n  - name: b\n    parent: a\n")
    #expect(parsed.diagnostics.map(\.id) == ["bad-slug"])
    #expect(parsed.list.topics == [Topic(name: "b", slug: "b")])
  }

  @Test func `walks a long row of parents in a straight line`() {
    var text = "topics:\n  - name: t0\n"
    for index in 1..<1_000 { text += "  - name: t\(index)\n    parent: t\(index - 1)\n" }
    #expect(parse(text).diagnostics == [])
    #expect(parse(text).list.topics.last?.parent == "t998")
  }
}
