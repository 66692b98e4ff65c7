import ArabicText
import NewsPages
import Testing

@Suite struct TypesetterTests {
  private func set(_ text: String, _ base: TextDirection = .rtl) -> String {
    String(decoding: Typesetter(base: base).set(text).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("الرئيس يصل إلى دمشق", "الرئيس يصل إلى دمشق"), ("لغة C++ & <b>", "لغة <bdi dir=\"ltr\">C++ &amp; &lt;b</bdi>&gt;"),
    ("فاز 3-1 (أمس)", "فاز <bdi dir=\"ltr\">3-1</bdi> (أمس)"),
    ("BBC: الرئيس يصل", "<bdi dir=\"ltr\">BBC</bdi>: الرئيس يصل"),
    ("EPA/YAHYA ARHAB", "<bdi dir=\"ltr\" lang=\"\">EPA/YAHYA ARHAB</bdi>"), ("BBC", "<bdi dir=\"ltr\">BBC</bdi>"),
    ("It was good.", "<bdi dir=\"ltr\" lang=\"\">It was good.</bdi>"), ("", ""),
    ("قال \u{202A}BBC نعم\u{202C} ثم", "قال <bdi dir=\"ltr\">BBC نعم</bdi> ثم"), ("نص\u{2069} ب", "نص ب"),
  ])
  func aLineIsSetAsItIsRead(_ text: String, _ html: String) { #expect(set(text) == html) }

  @Test func rangesRunFromLeftToRightOnRequest() {
    let text = "بين 2020-2024 فاز 3-1"
    let natural = Typesetter(base: .rtl).set(text)
    #expect(String(decoding: natural.bytes, as: UTF8.self) == "بين 2020-2024 فاز <bdi dir=\"ltr\">3-1</bdi>")
    let both = "بين <bdi dir=\"ltr\">2020-2024</bdi> فاز <bdi dir=\"ltr\">3-1</bdi>"
    for type in [Typesetter(base: .rtl, ranges: .ltr), Typesetter(language: "ar", ranges: .ltr)] {
      #expect(String(decoding: type.set(text).bytes, as: UTF8.self) == both)
    }
    let foreign = Typesetter(base: .ltr, ranges: .ltr).set(text, language: "ar")
    #expect(String(decoding: foreign.bytes, as: UTF8.self) == "<bdi dir=\"rtl\" lang=\"ar\">\(both)</bdi>")
  }

  @Test func aLineInALanguageOfItsOwnSaysSo() {
    let html = Typesetter(base: .ltr).set("لغة C++", language: "ar-SY")
    #expect(
      String(decoding: html.bytes, as: UTF8.self)
        == "<bdi dir=\"rtl\" lang=\"ar-SY\">لغة <bdi dir=\"ltr\">C++</bdi></bdi>"
    )
    #expect(set("The «كتاب» paper", .ltr) == "The «<bdi dir=\"rtl\">كتاب</bdi>» paper")
  }

  @Test(arguments: [
    ("BBC: الرئيس يصل", "\u{200F}BBC: الرئيس يصل"), ("الرئيس: BBC", "الرئيس: BBC"), ("كتـــاب", "كتاب"),
    ("5 قتلى", "5 قتلى"), ("\u{2066}BBC\u{2069} نعم", "\u{200F}BBC نعم"), ("", ""),
  ])
  func whereThereIsNoMarkupAMarkTellsTheDirection(_ text: String, _ plain: String) {
    #expect(Typesetter(base: .rtl).plain(text) == plain)
    #expect(!Typesetter(base: .ltr).plain(text).unicodeScalars.contains("\u{200F}"))
  }

  @Test(arguments: [
    ("هاتف +963 11 223 4567 الآن", "+963\u{A0}11\u{A0}223\u{A0}4567"), ("الحرارة 40 °C اليوم", "40\u{A0}°C"),
    ("جهاز iOS 17 الجديد", "iOS\u{A0}17"), ("في New York Times أمس", "New York Times"),
    ("مؤتمر Climate Week أمس", "Climate Week"),
  ])
  func aNumberAndItsUnitStayInOneLineAndNamesDoNot(_ text: String, _ shown: String) {
    let set = String(decoding: Typesetter(language: "ar").set(text).bytes, as: UTF8.self)
    #expect(set.contains("<bdi dir=\"ltr\">\(shown)</bdi>"), "\(set)")
  }
}
