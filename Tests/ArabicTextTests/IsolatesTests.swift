import Testing

@testable import ArabicText

struct IsolatesTests {
  private func marked(_ text: String, _ base: TextDirection) -> String {
    var bytes = Array(text.utf8)
    for isolate in isolates(in: text, base: base).reversed() {
      let name = isolate.direction?.rawValue ?? "auto"
      bytes.insert(contentsOf: "]".utf8, at: isolate.range.upperBound)
      bytes.insert(contentsOf: "[\(name) ".utf8, at: isolate.range.lowerBound)
    }
    return droppingDirectionControls(String(decoding: bytes, as: UTF8.self))
  }

  @Test(arguments: [
    ("قال BBC ثم", "قال [ltr BBC] ثم"), ("قال \u{2066}BBC نعم\u{2069} ثم CNN", "قال [ltr BBC نعم] ثم [ltr CNN]"),
    ("قال \u{2068}نص \u{2067}A\u{2069}\u{2069}", "قال [auto نص A]"), ("نص \u{202B}A\u{202C} ب", "نص [rtl A] ب"),
    ("نص \u{2066}\u{2069} ب", "نص  ب"), ("نص \u{2066}a\nب", "نص a\nب"), ("نص \u{2069}ب", "نص ب"),
  ])
  func `foreign runs and what controls hold are isolates`(text: String, expected: String) {
    #expect(marked(text, .rtl) == expected)
  }

  @Test func `a text of one script costs one look and has none`() {
    for text in ["نص «عربي»، بلا غيره. (نعم) – لا", "متن فارسی می\u{200C}رود", "טקסט בעברית", "مُحَمَّدٌ"] {
      #expect(isolates(in: text, base: .rtl).isEmpty)
    }
    #expect(!mayNeedIsolation("نص «عربي» طويل بلا غيره. (نعم)", base: .rtl))
    #expect(!mayNeedIsolation("Only Latin, 3-1.", base: .ltr))
  }

  @Test func `the quick look misses nothing that the careful one finds`() {
    var dice = Dice(seed: 31)
    for _ in 0..<4000 {
      let text = dice.text(length: 30)
      for base in [TextDirection.rtl, .ltr] where !mayNeedIsolation(text, base: base) {
        #expect(!DirectionTally(text).mayNeedIsolation(in: base), "\(text)")
      }
    }
  }

  @Test func `a stretch alone gives the runs of the whole text`() {
    var dice = Dice(seed: 37)
    for _ in 0..<2000 {
      let text = dice.text(length: 30)
      // Controls anywhere make the whole text one stretch.
      #expect(
        isolationRuns(in: text, base: .rtl) == isolationRuns(in: text + "\nع\u{2066}\u{2069}", base: .rtl),
        "\(text)"
      )
    }
  }

  @Test(arguments: [
    ("This is English.", TextDirection.rtl, true), ("BBC: الرئيس يصل", .rtl, false), ("נאמר בעברית", .ltr, true),
    ("3-1", .rtl, false), ("It was قال there", .rtl, false), ("مجلة New York Times Magazine Weekend", .rtl, false),
    ("1234567890 ABC", .rtl, true),
  ])
  func `a text is foreign when four in five letters are`(text: String, base: TextDirection, expected: Bool) {
    #expect(DirectionTally(text).isForeign(to: base) == expected)
  }
}
