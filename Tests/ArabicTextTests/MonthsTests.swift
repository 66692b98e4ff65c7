import Testing

@testable import ArabicText

struct MonthsTests {
  @Test(arguments: [
    ("ar-SY", MonthSet.levant, "آب"), ("ar-IQ", .levant, "آب"), ("ar-EG", .transliterated, "أغسطس"),
    ("ar", .transliterated, "أغسطس"), ("ar-DZ", .maghreb, "أوت"), ("ar-TN", .maghreb, "أوت"),
    ("ar-MA", .morocco, "غشت"), ("ar-MR", .mauritania, "أغشت"), ("fa-IR", .transliterated, "أغسطس"),
  ])
  func `the country decides the names of months`(tag: String, set: MonthSet, august: String) {
    #expect(MonthSet.standard(for: tag) == set)
    #expect(set.name(8) == august)
  }

  @Test func `the dual set gives both names`() {
    #expect(MonthSet.dual.name(9) == "أيلول/سبتمبر")
  }

  @Test(arguments: MonthSet.allCases)
  func `every name of a set is recognised as its month`(set: MonthSet) {
    for month in 1...12 { #expect(Months.number(named: set.name(month)) == month, "\(set.name(month))") }
  }

  @Test(arguments: ["ar", "fa", "ur", "he", "en"])
  func `every name of a language is recognised as its month`(language: String) {
    for month in 1...12 {
      #expect(Months.number(named: Months.name(month, language: language, set: .levant)) == month)
    }
  }

  @Test(arguments: [
    ("أغسطس", 8), ("اغسطس", 8), ("آب", 8), ("اب", 8), ("غشت", 8), ("أوت", 8), ("كانون  الثاني", 1), ("كانون ثاني", 1),
    ("تشرين\u{A0}الأول", 10), ("أيلول/سبتمبر", 9), ("سبتمبر / أيلول", 9), ("ژوئیه", 7), ("جولائی", 7), ("Aug", 8),
    ("AUGUST", 8), ("Sept.", 9), ("בספטמבר", 9), ("يونيه", 6), ("يوليو", 7), ("جوان", 6), ("نونبر", 11),
    ("حُزَيْرَان", 6), ("مايس", 5),
  ])
  func `spellings of newspapers are recognised`(word: String, month: Int) {
    #expect(Months.number(named: word) == month)
  }

  @Test(arguments: ["", "/", "أيلول/آب", "كانون", "تشرين", "محرم", "september 5", "يوم"])
  func `other words are no month`(word: String) {
    #expect(Months.number(named: word) == nil)
  }

  @Test(arguments: [("ar-SY", "أيلول"), ("fa", "سپتامبر"), ("ur", "ستمبر"), ("he", "ספטמבר"), ("en", "September")])
  func `a month is named in the page's language`(language: String, name: String) {
    #expect(Months.name(9, language: language, set: .levant) == name)
  }
}
