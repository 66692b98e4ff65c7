import ArabicText
import NewsCore
import TestSupport
import Testing

@Suite struct StoryRoundTripTests {
  @Test func aPrintedStoryParsesBackToTheSameStory() throws {
    var maker = TextMaker(seed: 1)
    for _ in 0..<1500 {
      let story = maker.story()
      let text = printStory(story)
      let parsed = parseStory(Array(text.utf8), path: "s.md")
      try #require(parsed.story == story, "\(text)\n\(parsed.diagnostics.map(\.rendered))")
      #expect(parsed.diagnostics.isEmpty)
    }
  }

  @Test func theNarrowReaderAndYamsAgreeOnWhatIsPrinted() throws {
    var maker = TextMaker(seed: 2)
    for _ in 0..<1000 {
      let parts = try splitStoryFile(Array(printStory(maker.story()).utf8), path: "s.md")
      let narrow = try #require(YAMLNode.narrow(parts.frontMatter, firstLine: 2), "\(parts.frontMatter)")
      let general = try YAMLNode.general(parts.frontMatter, firstLine: 2)
      try #require(narrow.contents == general.contents, "\(parts.frontMatter)")
    }
  }

  @Test func whateverTheNarrowReaderTakesYamsReadsTheSame() throws {
    var maker = TextMaker(seed: 3)
    var taken = 0
    for _ in 0..<4000 {
      let text = maker.frontMatterByHand()
      guard let narrow = YAMLNode.narrow(text, firstLine: 1) else { continue }
      taken += 1
      let general = try? YAMLNode.general(text, firstLine: 1)
      try #require(narrow.contents == general?.contents, "\(text)")
    }
    #expect(taken > 400)
  }

  @Test func theBodyIsKeptByteForByte() {
    let body = "  نص\n\n\n> اقتباس\\\n\tآخر  \n\n"
    let story = Story(title: "عنوان", date: StoryDate(day: .epoch), body: body)
    #expect(parseStory(Array(printStory(story).utf8), path: "s.md").story?.body == body)
  }

  @Test func theTextDigestChangesWithAnyEditAndOnlyThen() throws {
    let story = Story(title: "عنوان", date: StoryDate(day: .epoch), body: "نص\n")
      .sealed(file: "a.txt", digest: "0123456789abcdef")
    let text = printStory(story)
    let recorded = try #require(story.imported?.textDigest)
    #expect(textDigest(ofStoryFile: text) == recorded)
    #expect(textDigest(ofStoryFile: text + " ") != recorded)
    #expect(textDigest(ofStoryFile: text.replacing("عنوان", with: "عنوان آخر")) != recorded)
    #expect(textDigest(ofStoryFile: text + "  text-digest: x\n") != recorded)
  }
}

extension YAMLNode {
  /// The node without its lines, printed: what must be equal between two readers.
  fileprivate var contents: String {
    switch value {
    case .scalar(let text): "«\(text)»"
    case .list(let items): "[" + items.map(\.contents).joined(separator: "|") + "]"
    case .map(let pairs): "{" + pairs.map { "\($0.key)=\($0.value.contents)" }.joined(separator: "|") + "}"
    }
  }
}

extension TextMaker {
  fileprivate mutating func date() -> StoryDate {
    let day = CivilDate.epoch.adding(days: number(below: 30_000))
    let time = sometimes { maker in
      StoryDate.Time(secondOfDay: maker.number(below: 86_400), offsetMinutes: maker.number(below: 49) * 30 - 720)
    }
    return StoryDate(day: day, time: time)
  }

  fileprivate mutating func lines() -> [String] { (0..<number(below: 4)).map { _ in line(most: 4) } }

  fileprivate mutating func story() -> Story {
    var story = Story(title: line(), date: date(), body: lines().map { $0 + "\n\n" }.joined())
    story.kicker = sometimes { $0.line() }
    story.deck = sometimes { $0.line(most: 30) }
    story.label = sometimes { $0.number(below: 2) == 0 ? .urgent : .sponsored }
    story.series = sometimes { $0.line() }
    story.shortTitle = sometimes { $0.line() }
    story.updated = sometimes { $0.date() }
    story.publishAt = sometimes { $0.date() }
    story.expires = sometimes { $0.date() }
    story.status = number(below: 4) == 0 ? .draft : .ready
    story.slug = sometimes { Slug.make($0.line()) ?? "x" }
    story.aliases = lines()
    story.id = sometimes { $0.line() }
    story.lang = sometimes { $0.number(below: 2) == 0 ? "fa" : "en-GB" }
    story.kind = sometimes { $0.number(below: 2) == 0 ? .opinion : .news }
    story.byline = lines().map { Contributor(name: $0, role: sometimes { $0.line() }) }
    story.dateline = sometimes { $0.line() }
    story.sources = lines().map { maker in
      StorySource(
        number(below: 9) == 0 ? "[x](https://a.example/)" : maker,
        url: sometimes { "https://x.example/\($0.number(below: 99))?a=1&b=#c" }
      )
    }
    story.topics = sometimes { $0.lines() }
    story.related = sometimes { $0.lines() }
    story.image = image()
    story.corrections = lines().map { Correction(date: date(), kind: .clarification, text: $0) }
    story.imported = sometimes { ImportRecord(file: $0.line(), digest: "12345e6789012345", textDigest: "0") }
    return story
  }

  private mutating func image() -> StoryImage? {
    var image = StoryImage()
    image.file = sometimes { $0.line() }
    image.id = sometimes { $0.line() }
    image.alt = sometimes { $0.line() }
    image.caption = sometimes { $0.line(most: 30) }
    image.credit = sometimes { $0.line() }
    image.place = sometimes { $0.line() }
    image.date = sometimes { $0.date() }
    image.isFilePhoto = number(below: 3) == 0
    return image.isEmpty ? nil : image
  }

  /// Front matter as a person may write it: near the narrow form, and often just outside it.
  fileprivate mutating func frontMatterByHand() -> String {
    let keys = ["title", "deck", "sources", "image", "x-y"]
    return (0...number(below: 3)).map { index in
      let value = [line(most: 3), "\"\(line(most: 3))\"", "[\(line(most: 2)), \(word())]", word()][number(below: 4)]
      return "\(keys[index]):\(number(below: 8) == 0 ? "\n  file" + ":" : "") \(value)\n"
    }.joined()
  }
}
