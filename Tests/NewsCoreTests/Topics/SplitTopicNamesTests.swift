import Testing

@testable import NewsCore

@Suite struct SplitTopicNamesTests {
  @Test(arguments: [
    ("", []), (" ، ؛ , ; | ", []), ("سوريا", ["سوريا"]),
    ("سوريا، روسيا؛ أوكرانيا, الصين; مصر | ليبيا", ["سوريا", "روسيا", "أوكرانيا", "الصين", "مصر", "ليبيا"]),
    ("#سوريا #الولايات_المتحدة", ["سوريا", "الولايات المتحدة"]), ("#سوريا#روسيا", ["سوريا", "روسيا"]),
    ("سوريا #روسيا الآن", ["سوريا", "روسيا", "الآن"]), ("الولايات المتحدة", ["الولايات المتحدة"]),
    ("a_b، C#", ["a_b", "C#"]), ("#_سوريا_.", ["سوريا"]),
    ("\u{200F}سوريا\u{200F}،\u{A0}روسيا\n مصر", ["سوريا", "روسيا", "مصر"]),
    ("# سوريا", ["سوريا"]), ("##", []),
  ])
  func `parts a hand-written list`(text: String, names: [String]) {
    #expect(splitTopicNames(text) == names)
  }

  @Test func `is straight work on a row of signs`() {
    #expect(splitTopicNames(String(repeating: "#", count: 200_000)).isEmpty)
    #expect(splitTopicNames(String(repeating: "# ", count: 200_000)).isEmpty)
    #expect(splitTopicNames(String(repeating: "#a", count: 100_000)).count == 100_000)
  }
}
