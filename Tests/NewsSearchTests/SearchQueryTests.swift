import Testing

@testable import NewsSearch

struct SearchQueryTests {
  private func words(_ query: String) -> [String] {
    SearchQuery(query).terms.map { $0.isExact ? "=\($0.word)" : $0.word }
  }

  @Test(arguments: [
    ("غزة وسوريا", ["غزه", "وسوريا"]), ("\"الأمم المتحدة\" مصر", ["=الامم", "=المتحده", "مصر"]),
    ("«كتاب»", ["=كتاب"]), ("“a b” c", ["=a", "=b", "c"]), ("צה\"ל א\"ב", ["צהל", "אב"]), ("\"", []),
    ("\"\"", []),
    ("a\"b c\"", ["a", "b", "c"]), ("!!! ؟", []), ("غزة غزه", ["غزه"]), ("", []),
  ])
  func `a query is its words, those in quotation marks as they are`(query: String, expected: [String]) {
    #expect(words(query) == expected)
  }

  @Test func `words in quotation marks stand together`() {
    #expect(SearchQuery("\"الأمم المتحدة\" \"واحد\"").phrases == [["الامم", "المتحده"]])
    #expect(SearchQuery.holds("دعت الأمم المُتحدة إلى", [["الامم", "المتحده"]]))
    #expect(!SearchQuery.holds("المتحدة الأمم", [["الامم", "المتحده"]]))
    #expect(!SearchQuery.holds("والأمم المتحدة", [["الامم", "المتحده"]]))
  }

  @Test func `of a very long query the beginning counts`() {
    #expect(SearchQuery(String(repeating: "كلمة ", count: 100_000)).terms.count == 1)
    #expect(SearchQuery((0..<5000).map { "w\($0)" }.joined(separator: " ")).terms.count == 12)
  }
}
