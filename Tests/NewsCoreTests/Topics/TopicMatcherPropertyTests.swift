import TestSupport
import Testing

@testable import NewsCore

@Suite struct TopicMatcherPropertyTests {
  @Test(arguments: 0..<20)
  func `finds in any text and with any list what the plain rules find`(seed: Int) {
    var maker = TopicMaker(random: SeededRandom(seed: UInt64(seed)))
    var mentions = 0
    for _ in 0..<6 {
      let list = TopicList(maker.topics())
      let matcher = TopicMatcher(list)
      let reference = TopicReference(list: list)
      for _ in 0..<6 {
        let text = maker.text()
        let expected = reference.mentions(in: text).map { "\($0.topic) \($0.phrase) \($0.words)" }
        let found = matcher.occurrences(in: text).map { "\($0.topic) \($0.phrase) \($0.words)" }
        #expect(found == expected, "\(text)\n\(list.topics)")
        mentions += found.count
      }
    }
    #expect(mentions > 20)
  }
}

/// Makes small lists and texts out of so few words that they meet often, overlap and block each other.
private struct TopicMaker {
  var random: SeededRandom

  private static let words = [
    "سوريا", "سوري", "الصين", "صين", "مالي", "في", "شمال", "كوريا", "كوري", "الشمالية", "شمالي", "عمان", "عُمان",
    "لبنان",
    "بنان", "وسط", "الوسط", "US", "us", "Iran", "ﺳﻮﺭﻳﺎ", "والي", "قطر", "ولد", "بلد", "بنا", "لنا", "كتاب", "😀",
  ]
  private static let leads = ["", "", "", "و", "ف", "ب", "ال", "وال", "بال", "لل", "ولل", "ك", "ل", "وب", "وبال"]
  private static let endings = ["", "", "", "", "ة", "ين", "ون", "ات", "ا", "s", "َ", "ه"]
  private static let spaces = [" ", " ", " ", "، ", "\n", " «", "-", "_"]

  private mutating func pick(_ list: [String]) -> String { list[Int.random(in: 0..<list.count, using: &random)] }

  private mutating func phrase() -> String {
    var words: [String] = []
    for _ in 0...Int.random(in: 0..<3, using: &random) { words.append(pick(TopicMaker.words)) }
    return (Int.random(in: 0..<5, using: &random) == 0 ? "=" : "") + words.joined(separator: " ")
  }

  private mutating func phrases(upTo limit: Int) -> [String] {
    var phrases: [String] = []
    for _ in 0..<Int.random(in: 0...limit, using: &random) { phrases.append(phrase()) }
    return phrases
  }

  mutating func topics() -> [Topic] {
    var topics: [Topic] = []
    for index in 0..<Int.random(in: 1..<8, using: &random) {
      topics.append(
        Topic(name: pick(TopicMaker.words), slug: "\(index)", aliases: phrases(upTo: 4), never: phrases(upTo: 2))
      )
    }
    return topics
  }

  mutating func text() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0..<25, using: &random) {
      text += pick(TopicMaker.leads) + pick(TopicMaker.words) + pick(TopicMaker.endings) + pick(TopicMaker.spaces)
    }
    return text
  }
}
