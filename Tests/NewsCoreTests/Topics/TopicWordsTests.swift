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

  private func hashes(of text: String) -> [UInt64] {
    var text = text
    return text.withUTF8 { bytes in
      let words = TopicWords(bytes, everything)
      return words.ranges.indices.map { words.hash($0).suffix(0, isPlace: false) }
    }
  }

  private func hash(_ form: String) -> UInt64 { TopicWordHash(form).suffix(0, isPlace: false) }

  private func piece(of pieces: [String], _ random: inout SeededRandom) -> String {
    pieces[Int.random(in: 0..<pieces.count, using: &random)]
  }

  @Test(arguments: [
    "", " ", "وقال مصدر بالخارجية الروسية \"لا يوجد\" بـ\"التراجع\"", "G20 covid-19 2026م O’Neill's U.S.",
    "צה״ל צה\"ל ב\"ב ו'ב", "می‌رود می رود", "الصِّينُ ســوريا", "ﻣﺤﻤﺪ ﷺ", "أ\u{654}ب و\u{654}ب e\u{301}t", "ب\"א א\"ب",
    "…–— ‏«سوريا»‏ 😀 中文", "\u{202B}سوريا\u{202C}", "'ب' 'a' a'", "١٢٣ب a1ب", "ẞ ß İ ı",
  ])
  func `stand where the search finds them`(text: String) {
    #expect(ranges(of: text) == words(in: text).map(\.utf8Range))
    #expect(hashes(of: text) == words(in: text).map { hash($0.normal) })
  }

  @Test func `stand where the search finds them in any mixture of characters`() {
    var random = SeededRandom(seed: 7)
    let pieces = (0..<0x2300).compactMap(Unicode.Scalar.init).map { String($0) } + ["ﷺ", "ﻻ", "中", "😀"]
    let common = "ابتوقكلمه ينةأؤئ\"'’ـ\u{64E}\u{654}\u{200C}\u{200F}12٣ \n.،aZé-״׳אבש"
    let commonPieces = common.unicodeScalars.map { String($0) }
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<12, using: &random) {
        text +=
          Int.random(in: 0..<8, using: &random) == 0 ? piece(of: pieces, &random) : piece(of: commonPieces, &random)
      }
      let expected = words(in: text)
      #expect(
        ranges(of: text) == expected.map(\.utf8Range),
        "\(text.unicodeScalars.map { String($0.value, radix: 16) })"
      )
      #expect(
        hashes(of: text) == expected.map { hash($0.normal) },
        "\(text.unicodeScalars.map { String($0.value, radix: 16) })"
      )
    }
  }

  @Test func `have the base forms of the search, with the article put back, and all pass the filter`() {
    var random = SeededRandom(seed: 9)
    let letters = Array("ابتوفكلمهين").map(String.init)
    for _ in 0..<20_000 {
      let count = Int.random(in: 1..<9, using: &random)
      let word = normalize((0..<count).map { _ in piece(of: letters, &random) }.joined())
      var expected: Set<UInt64> = []
      for form in baseForms(of: word) {
        expected.insert(hash(placeKey(form)))
        let removed = word.unicodeScalars.dropLast(form.unicodeScalars.count)
        let hasArticle = ["ال", "لل"].contains(String(String.UnicodeScalarView(removed.suffix(2))))
        if hasArticle { expected.insert(hash(placeKey("ال" + form))) }
      }
      var found: Set<UInt64> = []
      TopicWordHash(word).forEachHeadForm { if !$0.isHeadOnly { found.insert($0.hash) } }
      #expect(found == expected, "\(word)")
      let keys = baseForms(of: word).map(placeKey) + baseForms(of: word).dropFirst().map { placeKey("ال" + $0) }
      for key in keys where found.contains(hash(key)) {
        #expect(TopicWordFilter([key]).mayPass(TopicWordHash(word)), "\(word) as \(key)")
      }
    }
  }

  @Test func `are held by the filter where no phrase begins so`() {
    let filter = TopicWordFilter(["سوريه", "الصين"])
    let text = "وقال مسؤول رفيع المستوى في الإدارة الأميركية إن الاجتماع اتسم بالجدية والطابع العملي"
    #expect(words(in: text).filter { filter.mayPass(TopicWordHash($0.normal)) }.count <= 1)
  }
}
