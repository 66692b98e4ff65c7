import Testing

@testable import ArabicText

struct WordFormsTests {
  private func meet(_ query: String, _ text: String) -> Bool {
    let found = words(in: text).map { Set(wordForms(of: $0.normal).map(\.text)) }
    return words(in: query).allSatisfy { word in
      let forms = wordForms(of: word.normal).map(\.text)
      return found.contains { !$0.isDisjoint(with: forms) }
    }
  }

  @Test(arguments: [
    ("غزة", ["بغزة", "وغزة", "غزه"]), ("غزه", ["غزة"]), ("دمشق", ["بدمشق", "ودمشق", "لدمشق"]),
    ("برلمان", ["البرلمان", "والبرلمان", "للبرلمان"]), ("انتخابات", ["الانتخابات", "والانتخابات", "انتخاباتها"]),
    ("مسؤول", ["مسئول", "المسؤولين"]), ("سوريا", ["سورية", "سوريه", "وبسوريا"]), ("مستشفى", ["مستشفي", "المستشفى"]),
    ("أحمد", ["احمد"]), ("إيران", ["ايران"]), ("آب", ["اب"]), ("القرآن", ["القران"]),
    ("كتاب", ["كِتَاب", "كتـــاب", "الكتاب", "والكتاب", "كتابه", "كتابا"]), ("2026", ["٢٠٢٦", "۲۰۲۶"]),
    ("الأمم المتحدة", ["الامم المتحده"]), ("على", ["علي"]), ("محمد", ["ﻣﺤﻤﺪ"]), ("اللغة", ["للغة"]),
    ("الحكومة", ["حكومته", "حكومتها", "وبحكومة", "حكومات"]),
  ])
  func `a query meets the texts it must find, both ways`(query: String, texts: [String]) {
    for text in texts {
      #expect(meet(query, text), "\(query) → \(text)")
      #expect(meet(text, query), "\(text) → \(query)")
    }
  }

  @Test(arguments: [
    ("كيان", "كان"), ("علم", "عالم"), ("قتل", "قاتل"), ("سوريا", "سور"), ("الأمن", "الأمة"), ("بال", "ال"),
  ])
  func `a query does not meet another word`(query: String, text: String) {
    #expect(!meet(query, text))
    #expect(!meet(text, query))
  }

  @Test(arguments: ["والانتخابات", "كتاب", "ال", "", "g20", "لله", "وو", "ببب", "1436", "می", "ܐܒܓܕ"])
  func `the word itself comes first with weight 1, then less, and nothing twice`(word: String) {
    let forms = wordForms(of: normalize(word))
    #expect(forms.first == WordForm(text: normalize(word), weight: 1))
    #expect(forms.dropFirst().allSatisfy { $0.weight < 1 && $0.weight > 0 && $0.text.unicodeScalars.count >= 3 })
    #expect(Set(forms.map(\.text)).count == forms.count && forms.count <= 12)
    #expect(forms.map(\.weight) == forms.map(\.weight).sorted(by: >))
  }

  @Test(arguments: [
    ("وبروسيا", ["وبروسيا", "بروسيا", "روسيا"]), ("والبرلمان", ["والبرلمان", "برلمان", "البرلمان"]),
    ("للبرلمان", ["للبرلمان", "برلمان", "لبرلمان"]), ("بالقدس", ["بالقدس", "قدس", "القدس"]), ("مصر", ["مصر"]),
    ("بمصر", ["بمصر", "مصر"]), ("انتخاباتها", ["انتخاباتها"]), ("وفد", ["وفد"]),
    ("فالقدس", ["فالقدس", "قدس", "القدس"]),
    ("كالقدس", ["كالقدس", "قدس", "القدس"]), ("وللقدس", ["وللقدس", "قدس", "للقدس", "لقدس"]), ("", [""]),
    ("usa", ["usa"]),
  ])
  func `base forms lose proclitics only`(word: String, expected: [String]) {
    #expect(baseForms(of: word) == expected)
  }

  @Test func `spellings of a foreign place share a key`() {
    #expect(Set(["سوريا", "سورية", "سوريه"].map { placeKey(normalize($0)) }).count == 1)
    #expect(placeKey("روما") == placeKey("رومه"))
    #expect(placeKey("لها") == "لها")
    #expect(placeKey("usa") == "usa")
  }
}
