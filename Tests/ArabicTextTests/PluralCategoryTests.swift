import Testing

@testable import ArabicText

struct PluralCategoryTests {
  @Test(arguments: [
    (0, PluralCategory.zero), (1, .one), (2, .two), (3, .few), (10, .few), (11, .many), (99, .many), (100, .other),
    (101, .other), (102, .other), (103, .few), (110, .few), (111, .many), (1000, .other), (-3, .few), (.min, .few),
  ])
  func `Arabic counts in six ways`(count: Int, category: PluralCategory) {
    #expect(PluralCategory.of(count, language: "ar-SY") == category)
  }

  @Test(arguments: [
    ("he", 0, PluralCategory.other), ("he", 1, .one), ("he", 2, .two), ("iw", 2, .two), ("he", 20, .other),
    ("fa", 0, .one), ("fa", 1, .one), ("fa", 2, .other), ("ur", 0, .other), ("ur", 1, .one), ("ur", 5, .other),
    ("en", 0, .other), ("en", 1, .one), ("en", 2, .other),
  ])
  func `other languages count in fewer`(language: String, count: Int, category: PluralCategory) {
    #expect(PluralCategory.of(count, language: language) == category)
    #expect(PluralCategory.all(for: language).contains(category))
  }
}
