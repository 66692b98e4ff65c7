import ArabicText
import TestSupport
import Testing

@testable import NewsCore

/// The quick scan of words must not differ from the search's own words in anything.
@Suite struct TopicWordsTests {
  private let everything = TopicWordFilter(["ا"])

  private func ranges(of text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { TopicWords($0, everything).ranges }
  }

  private func normals(of text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      let words = TopicWords(bytes, everything)
      return words.ranges.indices.map(words.normal)
    }
  }

  @Test(arguments: [
    "", " ", "وقال مصدر بالخارجية الروسية \"لا يوجد\" بـ\"التراجع\"", "G20 covid-19 2026م O’Neill's U.S.",
    "צה״ל צה\"ל ב\"ב ו'ב", "می‌رود می رود", "الصِّينُ ســوريا", "ﻣﺤﻤﺪ ﷺ", "أ\u{654}ب و\u{654}ب e\u{301}t", "ب\"א א\"ب",
    "…–— ‏«سوريا»‏ 😀 中文", "\u{202B}سوريا\u{202C}", "'ب' 'a' a'", "١٢٣ب a1ب", "ẞ ß İ ı",
  ])
  func `stand where the search finds them`(text: String) {
    #expect(ranges(of: text) == words(in: text).map(\.utf8Range))
    #expect(normals(of: text) == words(in: text).map(\.normal))
  }

  @Test func `stand where the search finds them in any mixture of characters`() {
    var random = SeededRandom(seed: 7)
    let pieces = (0..<0x2300).compactMap(Unicode.Scalar.init).map { String($0) } + ["ﷺ", "ﻻ", "中", "😀"]
    let common = "ابتوقكلمه ينةأؤئ\"'’ـ\u{64E}\u{654}\u{200C}\u{200F}12٣ \n.،aZé-״׳אבש"
    let commonPieces = common.unicodeScalars.map { String($0) }
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<random.next(12) {
        text += random.next(8) == 0 ? pieces[random.next(pieces.count)] : commonPieces[random.next(commonPieces.count)]
      }
      let expected = words(in: text)
      #expect(
        ranges(of: text) == expected.map(\.utf8Range),
        "\(text.unicodeScalars.map { String($0.value, radix: 16) })"
      )
      #expect(normals(of: text) == expected.map(\.normal), "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
    }
  }

  @Test func `are all passed by the filter where a phrase begins with one of their forms`() {
    var random = SeededRandom(seed: 9)
    let letters = Array("ابتوفكلمهين").map(String.init)
    for _ in 0..<20_000 {
      let word = (0..<(1 + random.next(8))).map { _ in letters[random.next(letters.count)] }.joined()
      for form in topicWordForms(of: normalize(word)) {
        #expect(TopicWordFilter([form.key]).mayPass(normal: normalize(word)), "\(word) as \(form.key)")
      }
    }
  }

  @Test func `are held by the filter where no phrase begins so`() {
    let filter = TopicWordFilter(["سوريه", "الصين"])
    let text = "وقال مسؤول رفيع المستوى في الإدارة الأميركية إن الاجتماع اتسم بالجدية والطابع العملي"
    #expect(words(in: text).filter { filter.mayPass(normal: $0.normal) }.count <= 1)
  }
}
