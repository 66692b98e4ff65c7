import Foundation
import Testing

@testable import ArabicText

struct CollationKeyTests {
  @Test func `Arabic names sort as ICU sorts them`() {
    let sorted = [
      "آدم", "إبراهيم", "أحمد", "أردن", "الأردن", "بدر", "ة", "ت", "تامر", "كتاب", "كِتاب", "مدرسة", "مدرسه", "هدى",
      "هدي",
    ]
    var dice = Dice(seed: 31)
    for _ in 0..<20 {
      let shuffled = sorted.shuffled(using: &dice)
      #expect(shuffled.sorted { collationKey($0) < collationKey($1) } == sorted)
    }
  }

  @Test(arguments: ["ar", "fa", "ur"])
  func `on random words the order is Foundation's`(language: String) {
    let locale = Locale(identifier: language)
    let letters = Array("ابپتثجچحخدذرزسشصضطظعغفقكکگلمنهوي٥5abz ".unicodeScalars)
    var dice = Dice(seed: 37)
    for _ in 0..<6000 {
      let words = (0..<2).map { _ in
        let length = Int.random(in: 1...5, using: &dice)
        return String(String.UnicodeScalarView((0..<length).map { _ in letters.randomElement(using: &dice) ?? "ا" }))
      }
      let order = words[0].compare(words[1], locale: locale)
      if order == .orderedSame { continue }
      let ours = collationKey(words[0], language: language) < collationKey(words[1], language: language)
      #expect(ours == (order == .orderedAscending), "\(words)")
    }
  }

  @Test func `the article is passed over on request`() {
    let names = ["بدر", "الأردن", "أردن", "الله", "ال", "آل ثاني"]
    let sorted = names.sorted { collationKey($0, ignoringAl: true) < collationKey($1, ignoringAl: true) }
    #expect(sorted == ["آل ثاني", "أردن", "الأردن", "ال", "بدر", "الله"])
  }

  @Test(arguments: [
    ("ar", ["٣", "5", "أ", "ب", "a", "B", "c", "א"]), ("he", ["5", "א", "ב", "a", "أ"]), ("en", ["5", "a", "B", "أ"]),
    ("fa", ["پ", "ک", "گ", "و", "ه", "ی"]), ("ur", ["ت", "ٹ", "ث", "ہ", "ھ", "ی", "ے"]),
  ])
  func `each language has its alphabet first, digits before it`(language: String, sorted: [String]) {
    #expect(
      sorted.reversed().sorted { collationKey($0, language: language) < collationKey($1, language: language) } == sorted
    )
  }

  @Test func `equal keys are equal texts`() {
    #expect(collationKey("كتاب") != collationKey("كِتاب"))
    #expect(collationKey("إبراهيم") != collationKey("ابراهيم"))
    #expect(collationKey("كتاب") == collationKey("كتاب"))
  }

  @Test(
    arguments: [
      ("أحمد", false, "ا"), ("إدلب", false, "ا"), ("الأردن", true, "ا"), ("الأردن", false, "ا"), ("البقاع", true, "ب"),
      ("«غزة»", false, "غ"),
      ("élan", false, "E"), ("5 آلاف", false, "#"), ("٥", true, "#"), ("!", false, nil), ("", false, nil),
      ("كِتاب", false, "ك"), ("ال", true, "ا"),
    ] as [(String, Bool, String?)]
  )
  func `an index files a name under its letter`(name: String, ignoringAl: Bool, letter: String?) {
    #expect(indexLetter(of: name, ignoringAl: ignoringAl) == letter)
  }
}
