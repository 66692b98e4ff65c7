import Testing

@testable import ArabicText

struct DigitsTests {
  @Test(arguments: [
    (Digits.latn, "05.09 أ"), (.arab, "٠٥.٠٩ أ"), (.arabext, "۰۵.۰۹ أ"),
  ])
  func `digits are written in the chosen system and read back`(digits: Digits, expected: String) {
    #expect(digits.apply(to: "05.09 أ") == expected)
    #expect(Digits.ascii(expected) == "05.09 أ")
  }

  @Test func `all ten digits of each system become ASCII`() {
    #expect(Digits.ascii("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹ê") == "01234567890123456789ê")
  }

  // CLDR 44 by way of Babel: default numbering systems.
  @Test(arguments: [
    ("ar", Digits.latn), ("ar-001", .latn), ("ar-AE", .latn), ("ar-LY", .latn), ("ar-DZ", .latn), ("ar-MA", .latn),
    ("ar-TN", .latn), ("ar-EH", .latn), ("ar-EG", .arab), ("ar-SA", .arab), ("ar-SY", .arab), ("ar-MR", .arab),
    ("ar_Arab_EG", .arab), ("AR-eg", .arab), ("ar-EG-u-nu-latn", .latn), ("fa", .arabext), ("fa-AF", .arabext),
    ("ur", .latn), ("ur-PK", .latn), ("ur-IN", .arabext), ("ckb", .arab), ("ps", .arabext), ("he", .latn),
    ("pa-Arab", .arabext), ("pa", .latn), ("uz-AF", .arabext), ("en", .latn), ("", .latn),
  ])
  func `the country decides the digits`(tag: String, digits: Digits) {
    #expect(Digits.standard(for: tag) == digits)
  }
}
