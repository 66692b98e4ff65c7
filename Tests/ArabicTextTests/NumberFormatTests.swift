import Testing

@testable import ArabicText

struct NumberFormatTests {
  @Test(arguments: [
    (0, "0", "٠"), (999, "999", "٩٩٩"), (1000, "1,000", "١٬٠٠٠"), (1_234_567, "1,234,567", "١٬٢٣٤٬٥٦٧"),
    (-1000, "-1,000", "-١٬٠٠٠"),
  ])
  func `thousands stand apart`(value: Int, latn: String, arab: String) {
    #expect(Digits.latn.number(value) == latn)
    #expect(Digits.arab.number(value) == arab)
  }

  @Test func `the smallest number has its digits, and grouping can be left out`() {
    #expect(Digits.latn.number(.min) == "-9,223,372,036,854,775,808")
    #expect(Digits.latn.number(2026, grouped: false) == "2026")
    #expect(Digits.arabext.number(2026) == "۲٬۰۲۶")
  }

  @Test(arguments: [
    (1_234_567.5, 1, "1,234,567.5", "١٬٢٣٤٬٥٦٧٫٥"), (0.05, 2, "0.05", "٠٫٠٥"), (2.5, 0, "3", "٣"),
    (-0.04, 1, "0.0", "٠٫٠"),
    (-3.25, 1, "-3.3", "-٣٫٣"), (1e14, 0, "100,000,000,000,000", "١٠٠٬٠٠٠٬٠٠٠٬٠٠٠٬٠٠٠"),
  ])
  func `decimals are rounded and written with the system's own point`(
    value: Double,
    decimals: Int,
    latn: String,
    arab: String
  ) {
    #expect(Digits.latn.number(value, decimals: decimals) == latn)
    #expect(Digits.arab.number(value, decimals: decimals) == arab)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e15])
  func `what cannot be written is nil`(value: Double) {
    #expect(Digits.latn.number(value, decimals: 0) == nil)
    #expect(Digits.latn.percent(value, decimals: 0) == nil)
  }

  @Test func `per cent has no invisible mark`() {
    #expect(Array(Digits.arab.percent(50).unicodeScalars) == ["٥", "٠", "٪"])
    #expect(Digits.latn.percent(50) == "50%")
    #expect(Digits.arabext.percent(12.5, decimals: 1) == "۱۲٫۵٪")
  }
}
