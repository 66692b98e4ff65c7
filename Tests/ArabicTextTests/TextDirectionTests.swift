import Testing

@testable import ArabicText

struct TextDirectionTests {
  @Test(arguments: [
    "ar", "ar-SY", "fa", "ur-PK", "he", "iw", "yi", "ps", "sd", "ug", "dv", "ckb", "az-Arab", "ku-Arab", "ku-IQ",
    "pa-PK", "uz-AF", "syr", "nqo", "ur-Aran", "ff-Adlm",
  ])
  func `scripts from right to left`(tag: String) {
    #expect(TextDirection.of(languageTag: tag) == .rtl)
  }

  @Test(arguments: ["en", "fr-DZ", "az", "ku", "ku-TR", "ar-Latn", "sd-Deva", "ckb-Latn", "tr", "", "zh-Hant", "pa-IN"])
  func `scripts from left to right`(tag: String) {
    #expect(TextDirection.of(languageTag: tag) == .ltr)
  }

  @Test(arguments: [
    ("BBC: الرئيس يصل", TextDirection.rtl), ("الرئيس said hello today", .ltr), ("123 — !", nil), ("", nil),
    ("ﻣﺤﻤﺪ Ab", .rtl), ("éé א", .ltr), ("٢٠٢٦", nil), ("َُ", nil), ("ab ܐܒ", .rtl), ("漢字", .ltr),
  ])
  func `most letters decide the direction of a text`(text: String, direction: TextDirection?) {
    #expect(TextDirection.dominant(in: text) == direction)
  }
}
