import ArabicText
import NewsCore
import NewsPages
import Testing

@Suite struct ThemeTests {
  @Test(arguments: ["ar", "fa", "ur", "he", "en"])
  func theBuiltInThemeHasCompleteWordsInEachLanguage(_ language: String) throws {
    _ = try Theme(files: .builtIn, language: language)
  }

  @Test func aLanguageWithoutWordsIsNamedWithThoseThereAre() {
    #expect {
      try Theme(files: .builtIn, language: "xx")
    } throws: { error in
      let found = (error as? SettingsTrouble)?.diagnostics.first
      return found?.id == "no-strings" && found?.fix?.contains("ar, en, fa, he, ur") == true
    }
  }

  @Test func theArabicCounterHasAllSixForms() throws {
    let bytes = try #require(ThemeFiles.builtIn.bytes("strings/ar.yaml"))
    let words = try Phrasebook.parse(bytes, language: "ar", path: "ar.yaml")
    let forms = [0, 1, 2, 3, 11, 100, 103].map { words.count($0, .storyCount, digits: .latn) }
    #expect(forms == ["لا أخبار", "خبر واحد", "خبران", "3 أخبار", "11 خبرًا", "100 خبر", "103 أخبار"])
    #expect(words.count(11, .storyCount, digits: .arab) == "١١ خبرًا")
  }

  @Test func aMissingPluralFormIsAnError() throws {
    let bytes = try #require(ThemeFiles.builtIn.bytes("strings/ar.yaml"))
    let text = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.contains("two:") }
    #expect {
      try Phrasebook.parse(Array(text.joined(separator: "\n").utf8), language: "ar", path: "ar.yaml")
    } throws: { error in
      (error as? SettingsTrouble)?.diagnostics.map(\.id) == Counter.allCases.map { _ in "missing-key" }
    }
  }
}
