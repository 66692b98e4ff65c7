import NewsCore
import Testing

/// One story file that cannot be built, and the whole message its author gets.
struct BrokenStory: CustomTestStringConvertible, Sendable {
  var name: String
  var text: String
  var message: String
  var testDescription: String { name }
}

@Suite struct StoryFileTroubleTests {
  static let broken: [BrokenStory] = [
    BrokenStory(
      name: "empty file",
      text: "",
      message: """
        s.md:1: error: a story file begins with a line of --- [no-front-matter]
          fix: put `---`, `title: …`, `date: 2016-09-05` and `---` on the first four lines
        """
    ),
    BrokenStory(
      name: "front matter never closed",
      text: "---\ntitle: خبر\n",
      message: """
        s.md:1: error: the front matter opened on line 1 is never closed [unclosed-front-matter]
          fix: put a line of --- after its last key
        """
    ),
    BrokenStory(
      name: "unknown key",
      text: "---\ntitle: خبر\ndat: 2016-09-05\ndate: 2016-09-05\n---\n",
      message: """
        s.md:3: error: the front matter knows no key \u{2068}dat\u{2069} [unknown-key]
          fix: did you mean `date`?
        """
    ),
    BrokenStory(
      name: "a date outside the calendar",
      text: "---\ntitle: خبر\ndate: 2016-13-45\n---\n",
      message: """
        s.md:3: error: `date` is no date of the calendar: \u{2068}2016-13-45\u{2069} [bad-date]
          fix: write a day such as 2016-09-05, or a time with its offset such as 2016-09-05T14:30+03:00
        """
    ),
    BrokenStory(
      name: "no title",
      text: "---\ndate: 2016-09-05\n---\n",
      message: """
        s.md:2: error: `title` is missing or empty [missing-key]
          fix: add a line `title: …`
        """
    ),
    BrokenStory(
      name: "mistyped value",
      text: "---\ntitle: خبر\ndate: 2016-09-05\nstatus: draftt\n---\n",
      message: """
        s.md:4: error: `status` cannot be \u{2068}draftt\u{2069} [unknown-value]
          fix: did you mean `draft`?
        """
    ),
    BrokenStory(
      name: "a list where one text is meant",
      text: "---\ntitle: [خبر, آخر]\ndate: 2016-09-05\n---\n",
      message: """
        s.md:2: error: `title` is one text, not a list or a map [wrong-type]
          fix: write `title: …`
        """
    ),
    BrokenStory(
      name: "a key twice",
      text: "---\ntitle: خبر\ntitle: آخر\ndate: 2016-09-05\n---\n",
      message: """
        s.md:2: error: the key \u{2068}title\u{2069} stands twice [bad-yaml]
          fix: keep one of them
        """
    ),
    BrokenStory(
      name: "unknown key of the image",
      text: "---\ntitle: خبر\ndate: 2016-09-05\nimage:\n  captoin: شرح\n---\n",
      message: """
        s.md:5: error: `image` knows no key \u{2068}captoin\u{2069} [unknown-key]
          fix: did you mean `caption`?
        """
    ),
    BrokenStory(
      name: "a slug that leads out",
      text: "---\ntitle: خبر\ndate: 2016-09-05\nslug: ../../etc\n---\n",
      message: """
        s.md:4: error: a slug holds letters, digits and single hyphens, at most 90 bytes; this does not: \
        \u{2068}../../etc\u{2069} [bad-slug]
          fix: write `slug: etc`
        """
    ),
    BrokenStory(
      name: "NUL",
      text: "---\ntitle: خ\0بر\ndate: 2016-09-05\n---\n",
      message: """
        s.md:2: error: a NUL byte stands here: this is not a text file [nul-byte]
          fix: save the file as UTF-8 text
        """
    ),
  ]

  @Test(arguments: broken) func aBrokenStoryIsHeldBackWithOneMessage(_ broken: BrokenStory) {
    let parsed = parseStory(Array(broken.text.utf8), path: "s.md")
    #expect(parsed.story == nil)
    #expect(parsed.diagnostics.sorted().map(\.rendered).joined(separator: "\n") == broken.message)
  }

  @Test func invalidUTF8NamesTheByte() {
    let bytes = Array("---\ntitle: خبر".utf8) + [0xFF] + Array("\ndate: 2016-09-05\n---\n".utf8)
    let message = parseStory(bytes, path: "s.md").diagnostics.first?.rendered
    #expect(message?.hasPrefix("s.md:2: error: a story file is UTF-8, and byte 17 is not [not-utf8]") == true)
  }

  @Test func anAliasBombIsRefusedBeforeItUnfolds() {
    var text = "---\ntitle: &a [x,x,x,x,x,x,x,x,x]\n"
    for (name, above) in zip("bcdefghijk", "abcdefghij") {
      text += "\(name): &\(name) [" + repeatElement("*\(above)", count: 9).joined(separator: ",") + "]\n"
    }
    let parsed = parseStory(Array((text + "---\n").utf8), path: "s.md")
    #expect(parsed.story == nil)
    #expect(parsed.diagnostics.map(\.id) == ["bad-yaml"])
    #expect(parsed.diagnostics.first?.message.contains("anchors") == true)
  }

  @Test func aSingleAnchorIsRefusedToo() {
    let parsed = parseStory(Array("---\ntitle: &a خبر\ndeck: *a\ndate: 2016-09-05\n---\n".utf8), path: "s.md")
    #expect(parsed.diagnostics.first?.message == "YAML anchors (&) and aliases (*) are not allowed")
  }

  @Test func allMistakesOfAFileAreReportedAtOnce() {
    let text = "---\ntitel: خبر\ndate: 2016-13-45\nkind: newz\nclock: x\n---\n"
    let ids = parseStory(Array(text.utf8), path: "s.md").diagnostics.sorted().map(\.id)
    #expect(ids == ["missing-key", "unknown-key", "bad-date", "unknown-value", "unknown-key"])
  }

  @Test func markAndReturnsOfWindowsEditorsAreForgiven() {
    let text = "\u{FEFF}---\r\ntitle: خبر\r\ndate: 2016-09-05\r\n---\r\n\r\nنص\r\n"
    let parsed = parseStory(Array(text.utf8), path: "s.md")
    #expect(parsed.story?.title == "خبر")
    #expect(parsed.story?.body == "نص\n")
    #expect(parsed.bodyLine == 6)
  }

  @Test func yamlOutsideTheNarrowFormIsReadToo() {
    let text = """
      ---
      # ملاحظة
      title: 'خبر: عاجل'
      date: 2016-09-05
      sources:
        - الجزيرة
        - وكالات
      deck: >
        سطر
        وآخر
      ---
      نص
      """
    let story = parseStory(Array(text.utf8), path: "s.md").story
    #expect(story?.title == "خبر: عاجل")
    #expect(story?.sources.map(\.name) == ["الجزيرة", "وكالات"])
    #expect(story?.deck == "سطر وآخر\n")
  }

  @Test func aSourceIsANameALinkOrAMap() throws {
    let lines = [
      "sources: [سانا, \"[بيان](https://a.example/x)\"]",
      "sources:\n  - سانا\n  - name: بيان\n    url: https://a.example/x",
    ]
    for line in lines {
      let parsed = parseStory(Array("---\ntitle: خبر\ndate: 2016-09-05\n\(line)\n---\n\nنص\n".utf8), path: "s.md")
      #expect(
        parsed.story?.sources == [StorySource("سانا"), StorySource("بيان", url: "https://a.example/x")],
        "\(parsed.diagnostics)"
      )
    }
  }

  @Test(arguments: [
    "javascript:alert(1)", "//a.example/", "https://", "https:///x", "ftp://a.example/", "https://a.example/\u{202E}x",
    "https://a b/",
    "https://a.example/\\\"x",
  ])
  func anAddressThatIsNoWebPageIsAnError(_ url: String) {
    let text = "---\ntitle: خبر\ndate: 2016-09-05\nsources:\n  - name: بيان\n    url: \"\(url)\"\n---\n\nنص\n"
    let parsed = parseStory(Array(text.utf8), path: "s.md")
    #expect(parsed.story == nil && parsed.diagnostics.map(\.id) == ["bad-url"] && parsed.diagnostics.first?.line == 6)
    #expect(StorySource(markdown: "[بيان](\(url))") == nil)
  }
}
