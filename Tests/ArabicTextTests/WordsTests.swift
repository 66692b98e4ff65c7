import Testing

@testable import ArabicText

struct WordsTests {
  @Test(arguments: [
    ("قال الرئيس: \"لن نتراجع\"، أمس.", ["قال", "الرءيس", "لن", "نتراجع", "امس"]),
    ("كتـــاب كِتَابٌ ـــ", ["كتاب", "كتاب"]), ("می‌رود و رفت", ["ميرود", "و", "رفت"]),
    ("#سوريا_الان @user", ["سوريا", "الان", "user"]),
    ("2026م 1436هـ G20 F-16", ["2026", "م", "1436", "ه", "g20", "f", "16"]),
    ("O'Neill l’Orient 'quoted'", ["oneill", "lorient", "quoted"]), ("צה״ל צה\"ל \"צה\"", ["צהל", "צהל", "צה"]),
    ("قال:\"نعم\"وذهب", ["قال", "نعم", "وذهب"]), ("قال'نعم'وذهب", ["قال", "نعم", "وذهب"]),
    ("محمد ﷺ رسول ﷲ", ["محمد", "رسول", "الله"]), ("\u{200F}\u{064B}\u{200C}", []), ("", []), ("👍🏽 🇸🇾", []),
    ("10:30 ٢٠٢٦/٩/٥", ["10", "30", "2026", "9", "5"]), ("عربيEnglish", ["عربي", "english"]),
    ("ال\u{AD}رئيس\u{2028}غدا", ["الرءيس", "غدا"]), ("漢字 हिन्दी", ["漢字", "हिन्दी"]),
  ])
  func `words are runs of letters and digits`(text: String, expected: [String]) {
    #expect(words(in: text).map(\.normal) == expected)
  }

  @Test func `a word knows where it stands`() {
    let text = "قال: «كِتَابٌ» x"
    let slices = words(in: text).map { String(decoding: Array(text.utf8)[$0.utf8Range], as: UTF8.self) }
    #expect(slices == ["قال", "كِتَابٌ", "x"])
  }

  @Test func `on random texts words stand in order, apart, and on scalar bounds`() {
    var dice = Dice(seed: 11)
    for _ in 0..<3000 {
      let text = dice.text(length: 40)
      var end = 0
      for word in words(in: text) {
        #expect(word.utf8Range.lowerBound >= end && !word.normal.isEmpty)
        end = word.utf8Range.upperBound
        let slice = Array(text.utf8)[word.utf8Range]
        #expect(String(decoding: slice, as: UTF8.self).utf8.elementsEqual(slice))
      }
      #expect(end <= text.utf8.count)
    }
  }
}
