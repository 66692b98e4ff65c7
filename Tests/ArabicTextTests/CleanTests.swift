import Testing

@testable import ArabicText

struct CleanTests {
  private func kinds(_ text: String) -> [TextNote.Kind] { clean(text).notes.map(\.kind) }

  @Test(
    arguments: [
      ("قال\u{A0}الرئيس", "قال الرئيس", [.specialSpace]), ("\u{FEFF}قا\u{AD}ل\u{200B}", "قال", [.invisibleCharacter]),
      ("ﻣﺤﻤﺪ ﻷﻧﻪ ﷲ ﬁ", "محمد لأنه الله fi", [.presentationForm]), ("محمد ﷺ ٥٠﷼ ﷽", "محمد ﷺ ٥٠﷼ ﷽", []),
      ("a\u{1A}b\u{7}\u{80}\t\n", "ab\t\n", [.controlCharacter]), ("a\r\nb\rc\u{B}d\u{2028}e", "a\nb\nc\nd\ne", []),
      ("&quot;غزة&quot; &amp; &laquo;x&raquo;", "\"غزة\" & «x»", [.characterReference]),
      ("&#1575;&#x627;&#39;&#146;", "اا'’", [.characterReference]), ("&amp;amp;quot;", "\"", [.characterReference]),
      ("&nbsp;a&shy;b&zwnj;", " ab", [.invisibleCharacter, .characterReference, .specialSpace]),
      ("AT&T; R&D &unknown; & &#0; &#xD800; &#99999999;", "AT&T; R&D &unknown; & &#0; &#xD800; &#99999999;", []),
      ("می\u{200C}رود", "می\u{200C}رود", []), ("می\u{200C}\u{200C} رود\u{200C}", "می رود", [.invisibleCharacter]),
      ("1436ه\u{200D} س", "1436ه\u{200D} س", []), ("س\u{200D}ص", "سص", [.invisibleCharacter]), ("👨‍👩‍👧", "👨‍👩‍👧", []),
      ("ا\u{654}حمد مسو\u{654}ل cafe\u{301}", "أحمد مسؤل café", [.composedLetter]),
      ("شدَّ شدّ\u{64E}", "شدَّ شدّ\u{64E}", []),
      ("\u{F0B7} بند\n \u{E123} بند", "• بند\n • بند", [.symbolFontBullet]), ("x\u{E123}", "x\u{E123}", [.privateUse]),
      ("کتاب ی ـــ", "کتاب ی ـــ", []), ("ـ", "ـ", []), ("", "", []), ("&", "&", []),
      ("&quot;", "\"", [.characterReference]),
    ] as [(String, String, [TextNote.Kind])]
  )
  func `debris goes and text stays`(text: String, expected: String, notes: [TextNote.Kind]) {
    #expect(clean(text).text.unicodeScalars.elementsEqual(expected.unicodeScalars))
    #expect(kinds(text) == notes)
  }

  @Test(
    arguments: [
      ("\u{202B}قال\u{202C}", "\u{2067}قال\u{2069}", [.embedding]),
      ("\u{202E}abc\u{202C}", "\u{2067}abc\u{2069}", [.embedding]),
      ("\u{2068}BBC\u{2069} قال", "\u{2068}BBC\u{2069} قال", []), ("\u{202B}قال", "قال", [.unbalancedDirection]),
      ("قال\u{202C}\u{2069}", "قال", [.unbalancedDirection]),
      ("\u{2067}\u{202A}a\u{2069}\u{202C}", "\u{2067}a\u{2069}", [.unbalancedDirection]),
      ("\u{2067}\u{2068}\u{2069}\u{2069}a", "a", [.invisibleCharacter]),
      ("\u{202A}a\nb\u{202C}", "a\nb", [.unbalancedDirection]),
      ("قال\u{200F} الرئيس\u{200F}", "قال الرئيس", [.idleDirectionMark]), ("C++\u{200E} 5", "C++\u{200E} 5", []),
      ("50%\u{61C} من", "50%\u{61C} من", []), ("\u{200E}", "", [.idleDirectionMark]),
      ("(a)\u{200E}\u{200E} 5", "(a)\u{200E} 5", [.idleDirectionMark]),
    ] as [(String, String, [TextNote.Kind])]
  )
  func `direction controls stay where they do something, whole and as isolates`(
    text: String,
    expected: String,
    notes: [TextNote.Kind]
  ) {
    #expect(clean(text).text.unicodeScalars.elementsEqual(expected.unicodeScalars))
    #expect(kinds(text) == notes)
  }

  @Test func `notes count and name the lines`() {
    let notes = clean("a\u{A0}b\u{A0}\nx\n\u{1}\u{A0}").notes
    #expect(
      notes == [
        TextNote(kind: .controlCharacter, count: 1, lines: [3]),
        TextNote(kind: .specialSpace, count: 3, lines: [1, 3]),
      ]
    )
  }

  @Test(arguments: [
    (TatweelPolicy.keep, "كتـــاب لـ «س» 1436هـ"), (.stripStretching, "كتاب لـ «س» 1436هـ"),
    (.strip, "كتاب ل «س» 1436ه"),
  ])
  func `tatweel goes on request`(policy: TatweelPolicy, expected: String) {
    #expect(clean("كتـــاب لـ «س» 1436هـ", tatweel: policy).text == expected)
  }

  @Test func `ZWNJ and Persian letters go on request`() {
    #expect(clean("می\u{200C}رود", keepZWNJ: false).text == "میرود")
    let arabic = clean("کتابی چینی", arabicLetters: true)
    #expect(arabic.text == "كتابي چینی")
    #expect(arabic.notes == [TextNote(kind: .persianLetter, count: 2, lines: [1])])
  }

  @Test func `a reference nested a hundred thousand deep is read in one pass`() {
    let text = "&" + String(repeating: "amp;", count: 100_000) + "quot;"
    #expect(clean(text).text == "\"")
  }

  @Test func `cleaning a clean text changes nothing, and no forbidden character is left`() {
    var dice = Dice(seed: 23)
    for _ in 0..<6000 {
      let text = dice.debris(length: 24)
      let once = clean(text)
      let twice = clean(once.text)
      #expect(
        twice.text.utf8.elementsEqual(once.text.utf8),
        "\(text.unicodeScalars.map { String($0.value, radix: 16) })"
      )
      #expect(!once.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
      #expect(!once.text.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
      #expect(auditWords(text) == auditWords(once.text))
    }
  }

  @Test(arguments: [
    ("قال\u{A0}ﻣﺤﻤﺪ: &quot;نعم&quot;", "قال محمد: \"نعم\""), ("كتـــاب ٢٠٢٦", "كتاب 2026"), ("ال\u{AD}رئيس", "الرئيس"),
    ("ا\u{654}حمد\u{200F}", "أحمد"),
  ])
  func `the audit sees the same words before and after`(source: String, page: String) {
    #expect(auditWords(source) == auditWords(page))
  }

  @Test(arguments: [("قال محمد", "قال"), ("كِتاب", "كتاب"), ("A", "a"), ("12", "13"), ("سورية", "سوريا")])
  func `the audit sees a word that changed`(source: String, page: String) {
    #expect(auditWords(source) != auditWords(page))
  }
}

extension Dice {
  /// Random text in which the things that `clean` looks for come often.
  fileprivate mutating func debris(length: Int) -> String {
    let pieces = [
      "&", ";", "amp;", "quot;", "&amp;", "&#8207;", "&zwnj;", "#39;", "\u{200E}", "\u{200F}", "\u{61C}", "\u{200C}",
      "\u{200D}",
      "\u{202A}", "\u{202B}", "\u{202E}", "\u{202C}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}", "\n", "\r", " ",
      "س", "ه",
      "و", "\u{654}", "\u{651}", "e", "\u{301}", "5", "%", "ـ", "\u{AD}", "ﷺ", "ﻻ", "\u{F0B7}", "\u{E001}", "👨", "ی",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      let piece = pieces.randomElement(using: &self) ?? ""
      text += Int.random(in: 0..<12, using: &self) == 0 ? self.text(length: 3) : piece
    }
    return text
  }
}
