import NewsPages
import Testing

@Suite struct MissingGlyphsTests {
  @Test(arguments: [
    "", "خبر عن ﷼ ﷺ و«لا»… 2026 ٢٠٢٦ ۲۰۲۶", "لِلْمُؤَسَّسَةِ ٱلله", "کتابخانه‌ها پ چ ژ گ", "ٹیلی ڈاکٹر ڑ ں ہے ۔", "ڤيينا ڭ ێ ۆ",
    "English, naïve – “quotes” € ₪ → ✓", "עברית ״כן״", "Ελληνικά Русский", "हिन्दी ไทย 中文 日本 한국", "👨‍👩‍👧 🇸🇾 ✅ 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "\u{61C}\u{200F}\u{FEFF}",
  ])
  func whatTheFontsOfTheThemeOrOfEverySystemHoldIsFine(_ text: String) {
    #expect(missingGlyphs(in: text) == [:])
  }

  @Test(
    arguments: [
      ("قال ﷽", "\u{FDFD}", 7), ("ﷻ", "\u{FDFB}", 0), ("عمر ؓ", "\u{613}", 7), ("ﻣﺤﻤﺪ", "\u{FEE3}", 0), ("پښتو", "ښ", 2),
      ("a\u{E000}", "\u{E000}", 1),
      ("\u{F8FF}", "\u{F8FF}", 0), ("x\u{FFFD}", "\u{FFFD}", 1), ("ܫܠܡܐ", "\u{72B}", 0), ("ࢠ", "\u{8A0}", 0),
      ("𐎀", "𐎀", 0),
      ("\u{F0000}", "\u{F0000}", 0), ("ۛ", "\u{6DB}", 0), ("ؐ", "\u{610}", 0),
    ] as [(String, Unicode.Scalar, Int)]
  )
  func aCharacterThatNoFontHoldsIsNamedWithItsFirstPlace(_ text: String, _ scalar: Unicode.Scalar, _ offset: Int) {
    #expect(missingGlyphs(in: text)[scalar] == offset)
    #expect(missingGlyphs(in: text + text)[scalar] == offset)
  }

  @Test func bytesThatAreCutShortAreNoCrash() {
    for end in 0..<12 {
      Array("ب﷽𐎀".utf8.prefix(end)).withUnsafeBufferPointer { _ = missingGlyphs(in: $0) }
    }
  }

  /// Sixteen bytes are looked at together where they are common letters: what is missing is found at each place among them.
  @Test(arguments: ["ۛ", "ؐ", "\u{FDFD}", "\u{65F}", "\u{600}", "𐎀", "ܫ"] as [Unicode.Scalar])
  func aMissingCharacterIsFoundAtEachPlace(_ scalar: Unicode.Scalar) {
    for before in 0..<40 {
      let left = String(repeating: "عر، ", count: before / 4) + String(repeating: "م", count: before % 4)
      #expect(missingGlyphs(in: left + String(scalar) + "سلام عليكم يا أصدقاء") == [scalar: left.utf8.count])
      #expect(missingGlyphs(in: left + "سلام عليكم يا أصدقاء" + String(scalar)).count == 1)
      #expect(missingGlyphs(in: left + "سلام عليكم يا أصدقاء").isEmpty)
    }
  }
}
