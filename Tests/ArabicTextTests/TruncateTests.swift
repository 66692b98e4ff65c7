import Testing

@testable import ArabicText

struct TruncateTests {
  @Test(arguments: [
    ("مُحَمَّدٌ رسول", 3, "مُحَمَّ…"), ("لا", 3, "لا"), ("لا", 2, "لا"), ("👨‍👩‍👧 عائلة", 3, "👨‍👩‍👧…"), ("👨‍👩‍👧 عائلة", 1, "👨‍👩‍👧…"),
    ("می‌رود", 2, "می…"), ("كتـــاب", 4, "كت…"), ("قال الرئيس و ذهب إلى", 13, "قال الرئيس…"),
    ("قال الرئيس، أمس", 13, "قال الرئيس…"), ("قال الرئيس أمس", 10, "قال الرئيس…"), ("قال: «نعم ولا»", 6, "قال…"),
    ("", 5, ""), ("كلمة", 0, "…"), ("كلمة أخرى هنا", 9, "كلمة أخرى…"),
    ("\u{2068}New York\u{2069} مدينة", 6, "\u{2068}New…\u{2069}"),
    ("قال\u{200F} نعم", 5, "قال…"),
  ])
  func `a text is cut at the end of a word`(text: String, graphemes: Int, expected: String) {
    #expect(truncate(text, graphemes: graphemes).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test func `on random texts no character is split and the count is kept`() {
    var dice = Dice(seed: 5)
    for _ in 0..<3000 {
      let text = dice.text(length: 50)
      let limit = Int.random(in: 1...20, using: &dice)
      let cut = truncate(text, graphemes: limit)
      if text.count <= limit {
        #expect(cut.utf8.elementsEqual(text.utf8))
      } else {
        let kept = cut.prefix { $0 != "…" && !$0.unicodeScalars.contains("…") }
        #expect(kept.count <= limit && cut.unicodeScalars.contains("…"))
      }
    }
  }
}
