import Testing

@testable import ArabicText

struct NormalizeTests {
  @Test(arguments: [
    ("أحمد إيران آب ٱلله", "احمد ايران اب الله"), ("مسؤول", "مسءول"), ("مسئول", "مسءول"), ("مستشفى", "مستشفي"),
    ("کتاب", "كتاب"), ("غزة", "غزه"), ("ہندو ھند ۀ", "هندو هند ه"), ("كِتَابٌ", "كتاب"), ("كتـــاب", "كتاب"),
    ("٢٠٢٦ ۲۰۲۶", "2026 2026"), ("ﻣﺤﻤﺪ", "محمد"), ("ﻷﻧﻪ", "لانه"), ("می‌رود", "ميرود"), ("ا\u{654}حمد", "احمد"),
    ("مسو\u{654}ول", "مسءول"), ("ه\u{FEFF}ذا\u{200F}", "هذا"), ("Café ÉCOLE Straße Łódź", "cafe ecole strasse lodz"),
    ("ＡＢＣ ﬁ", "abc fi"), ("שָׁלוֹם", "שלום"), ("Ёлка", "елка"), ("50%؜", "50%"), ("ﹰ", ""), ("", ""),
    ("گچپژ ے ە", "گچپژ ے ە"), ("القرآن", "القران"),
  ])
  func `spellings of one word meet`(text: String, expected: String) {
    #expect(normalize(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test func `a slice is normalised like the whole`() {
    #expect(normalize("xxأحمدyy".dropFirst(2).dropLast(2)) == "احمد")
  }

  @Test func `the short way agrees with the definition for each scalar alone and after a letter`() {
    for value in UInt32(1)...0x1_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in [String(scalar), "و" + String(scalar), "e" + String(scalar) + "ي"] {
        let short = normalize(text)
        let long = decomposedSearchForm(of: text)
        #expect(short.utf8.elementsEqual(long.utf8), "U+\(String(value, radix: 16)) \(text)")
      }
    }
  }

  @Test func `the short way agrees with the definition on random texts, and twice changes nothing`() {
    var dice = Dice(seed: 7)
    for _ in 0..<4000 {
      let text = dice.text(length: 24)
      let once = normalize(text)
      #expect(once.utf8.elementsEqual(decomposedSearchForm(of: text).utf8), "\(text.unicodeScalars.map(\.value))")
      #expect(normalize(once).utf8.elementsEqual(once.utf8), "\(text.unicodeScalars.map(\.value))")
    }
  }
}
