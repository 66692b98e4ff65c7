import Testing

@testable import ArabicText

struct WeekdayTests {
  @Test(arguments: [
    ("ar", "السبت"), ("fa", "شنبه"), ("ur", "ہفتہ"), ("he", "יום שבת"), ("en", "Saturday"), ("ar-SY", "السبت"),
  ])
  func `a day is named in the page's language`(language: String, name: String) {
    #expect(Weekday.saturday.name(language: language) == name)
  }

  @Test(arguments: ["ar", "fa", "ur", "he", "en"])
  func `every name is recognised`(language: String) {
    for day in Weekday.allCases { #expect(Weekday.named(day.name(language: language)) == day) }
  }

  @Test(arguments: [
    ("الاثنين", Weekday.monday), ("الإثنين", .monday), ("الاربعاء", .wednesday), ("الأَرْبِعَاء", .wednesday),
    ("الاحد", .sunday), ("الثلثاء", .tuesday), ("الجمعه", .friday), ("tue", .tuesday), ("שבת", .saturday),
    ("سه شنبه", .tuesday), ("پنجشنبه", .thursday),
  ])
  func `spellings of newspapers are recognised`(word: String, day: Weekday) {
    #expect(Weekday.named(word) == day)
  }

  @Test(arguments: ["", "أمس", "today"])
  func `other words are no day`(word: String) {
    #expect(Weekday.named(word) == nil)
  }
}
