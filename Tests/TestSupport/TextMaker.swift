/// Makes texts as hostile as a newsroom's worst day: Arabic with marks, Latin, digits of three kinds, everything that
/// means something to Markdown, YAML or HTML, bidi controls, emoji. U+FEFF is not among it: Yams drops one at a
/// scalar's beginning, and the import cleans it away.
package struct TextMaker: Sendable {
  package var random: SeededRandom

  package init(seed: UInt64) { random = SeededRandom(seed: seed) }

  private static let words = [
    "الرئيس", "والجيش", "سوريا", "مُحَمَّد", "إنّه", "كتـــاب", "لـ", "«غزة»", "٢٠١٦", "۱۲", "2016", "50%", "-5", "3-1",
    "BBC", "New", "York", "C++", "#سوريا", "#Syria_2026", "@name", "می‌رود", "שלום", "ہے", "👨‍👩‍👧", "+963", "x@y.org",
  ]
  private static let specials = [
    "*", "_", "#", "1.", "1)", ">", "<b>", "</script>", "&amp;", "&", "`", "```", "~~~", "---", "***", "===", "- ",
    "+ ",
    "[a]: b", "[x](javascript:alert(1))", "![i](data:x)", "<!--", "-->", "\\", "|", ":", ": ", " #", "'", "\"", "{",
    "}",
    "[", "]", ",", "?", "!", "%", "@", "~", "null", "true", "yes", "0x1F", "1e3", "2016-09-05", "\u{200F}", "\u{202B}",
    "\u{202C}", "\u{2066}", "\u{2069}", "\u{00A0}", "\u{00AD}", "\u{2028}", "\u{85}",
  ]

  /// One of the words or signs.
  package mutating func word() -> String {
    let source = random.next() % 3 == 0 ? Self.specials : Self.words
    return source[Int(random.next() % UInt64(source.count))]
  }

  /// A line of 1 to `most` words; never empty, never only white space.
  package mutating func line(most: Int = 12) -> String {
    let count = 1 + Int(random.next() % UInt64(most))
    var line = ""
    for index in 0..<count { line += (index == 0 || random.next() % 4 == 0 ? "" : " ") + word() }
    return random.next() % 2 == 0 ? line + " ن" : "ن" + line
  }

  /// A number below the bound.
  package mutating func number(below bound: Int) -> Int { Int(random.next() % UInt64(bound)) }

  /// Sometimes nil.
  package mutating func sometimes<Value>(_ make: (inout TextMaker) -> Value) -> Value? {
    number(below: 3) == 0 ? make(&self) : nil
  }
}
