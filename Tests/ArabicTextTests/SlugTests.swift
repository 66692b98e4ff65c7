import Testing

@testable import ArabicText

struct SlugTests {
  @Test(arguments: [
    ("الرئيس: \"لن نتراجع\"، والجيش يردّ!", "الرئيس-لن-نتراجع-والجيش-يرد"), ("٥ آلاف… قتيل؟", "5-آلاف-قتيل"),
    ("C++ و#Syria", "c-و-syria"), ("ا\u{654}حمد", "أحمد"), ("O'Neill’s", "oneills"), ("صه \"قال\"", "صه-قال"),
    ("../../etc/passwd", "etc-passwd"), ("a\u{0}b\nc", "a-b-c"), ("كتـــاب\u{200F}", "كتاب"), ("می‌رود", "می-رود"),
    ("ﻣﺤﻤﺪ ﷺ", "محمد"), ("École", "école"), ("e\u{200D}\u{301}", "é"), ("İzmir", "izmir"), ("צה\"ל", "צהל"),
    ("--a--b--", "a-b"), ("إسرائيل", "إسرائيل"), ("50%", "50"),
  ])
  func `a title becomes a slug`(title: String, slug: String) throws {
    let made = try #require(Slug.make(title))
    #expect(made.unicodeScalars.elementsEqual(slug.unicodeScalars))
    #expect(Slug.isValid(made))
  }

  @Test(arguments: ["", "ﷺ", "!!!", "👍", "\u{64B}", "ـــ", "…", "\u{0}"], Slug.Style.allCases)
  func `nothing to keep gives no slug`(title: String, style: Slug.Style) {
    #expect(Slug.make(title, style: style) == nil)
  }

  @Test func `a long title is cut between words, a long word between characters`() throws {
    let slug = try #require(Slug.make(String(repeating: "انتخابات ", count: 25)))
    #expect(slug == Array(repeating: "انتخابات", count: 5).joined(separator: "-"))
    #expect(slug.utf8.count <= 90)
    #expect(Slug.make(String(repeating: "س", count: 200))?.utf8.count == 90)
    #expect(Slug.make("سس", maxBytes: 3) == "س")
    #expect(Slug.make("سس", maxBytes: 1) == nil)
    #expect(Slug.make("漢漢 a", maxBytes: 5) == "漢")
  }

  @Test(arguments: [
    ("دمشق", "dmshq"), ("سوريا والأمم المتحدة", "surya-walamm-almthda"), ("٥ آلاف", "5-alaf"),
    ("تهران چه", "thran-chh"),
    ("École 2", "ecole-2"), ("שלום", "shlvm"), ("بيروت", "birut"), ("إيران", "iran"),
  ])
  func `the latin style is ASCII`(title: String, slug: String) {
    #expect(Slug.make(title, style: .latin) == slug)
  }

  @Test(arguments: [
    "", ".", "..", "a/b", "A", "a b", "-a", "a-", "a--b", "a\u{0}", "ا\u{654}", "كتـاب", "٥", "a.html", "a\u{202E}b",
    "كِتاب",
    "%D8%A7", "e\u{301}",
  ])
  func `a hand-written slug that could not have been made is not valid`(slug: String) {
    #expect(!Slug.isValid(slug))
  }

  @Test(arguments: ["a", "الرئيس-2", "2026", "école", "می-رود", "سوريا"])
  func `a hand-written slug as the program makes them is valid`(slug: String) {
    #expect(Slug.isValid(slug))
  }

  @Test func `on random titles a slug is short and valid or there is none`() {
    var dice = Dice(seed: 3)
    for _ in 0..<4000 {
      let title = dice.text(length: 60)
      for style in Slug.Style.allCases {
        guard let slug = Slug.make(title, style: style) else { continue }
        #expect(slug.utf8.count <= 90 && Slug.isValid(slug), "\(title.unicodeScalars.map(\.value))")
        #expect(style == .arabic || slug.utf8.allSatisfy { $0 < 0x80 })
      }
    }
  }
}
