import Testing

@testable import ArabicText

struct BrokenPluralsTests {
  @Test func `each plural of the list has one singular, which is no plural of another word`() {
    let plurals = Set(BrokenPlurals.pairs.map(\.plural))
    #expect(plurals.count == BrokenPlurals.pairs.count)
    for (plural, singular) in BrokenPlurals.pairs {
      #expect(!plurals.contains(singular), "\(singular)")
      #expect(BrokenPlurals.singular(of: Array(plural.utf16)[...]) == Array(singular.utf16), "\(plural)")
    }
  }

  @Test(arguments: [("والأخبار", "خبر"), ("كتبهم", "كتاب"), ("للوزراء", "وزير"), ("بالمدارس", "مدرسه")])
  func `a plural is found with what is joined to it`(word: String, singular: String) {
    #expect(wordForms(of: normalize(word)).last?.text == singular)
    #expect(!Set(searchTails(of: normalize(word))).isDisjoint(with: searchTails(of: singular)))
  }

  @Test(arguments: ["مخبر", "دوري", "constructor", "ب", ""])
  func `other words are no plurals`(word: String) {
    let letters = Array(normalize(word).utf16)
    #expect(BrokenPlurals.singular(of: letters[...]) == nil)
  }
}
