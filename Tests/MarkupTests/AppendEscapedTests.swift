import Markup
import Testing

@Suite struct AppendEscapedTests {
  static func escaped(_ text: String) -> String {
    var bytes = Array("[".utf8)
    appendEscaped(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self) + "]"
  }

  @Test(arguments: [
    ("", ""), ("plain text, 0123456789", "plain text, 0123456789"),
    ("& < > \" '", "&amp; &lt; &gt; &quot; &#39;"), ("<<", "&lt;&lt;"), ("&amp;", "&amp;amp;"),
    ("عاجل: «قمة» في دمشق؟", "عاجل: «قمة» في دمشق؟"), ("'عاجل'", "&#39;عاجل&#39;"),
    ("\u{200F}أ\u{200C}ب", "\u{200F}أ\u{200C}ب"), ("👍🏽<", "👍🏽&lt;"),
    ("a\tb\nc\rd", "a\tb\nc\rd"), ("a\u{0}b\u{8}c\u{B}\u{C}\u{E}\u{1F}d\u{1B}[31m", "abcd[31m"),
    ("a\u{202E}b\u{2066}c\u{2069}\u{202A}\u{202F}\u{206A}", "abc\u{202F}\u{206A}"), ("a\u{FFFE}b\u{FFFF}", "ab"),
    ("\u{FFFD}\u{FFFC}\u{FEFF}\u{FB50}", "\u{FFFD}\u{FFFC}\u{FEFF}\u{FB50}"),
    ("</script><script>alert(1)</script>", "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;"),
  ])
  func showsExactlyTheText(_ text: String, _ markup: String) {
    #expect(Self.escaped(text) == "[" + markup + "]")
  }

  @Test func everyScalarComesThroughOrIsForbiddenInXMLOrTurnsTheText() {
    let marks: Set<Unicode.Scalar> = ["&", "<", ">", "\"", "'"]
    for value in 0...0xFFFF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value), !marks.contains(scalar) else { continue }
      let isForbidden =
        value < 0x20 && ![9, 10, 13].contains(value) || value >= 0xFFFE
        || (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
      let expected = isForbidden ? "[]" : "[" + String(Character(scalar)) + "]"
      if Array(Self.escaped(String(Character(scalar))).utf8) != Array(expected.utf8) {
        Issue.record("U+\(String(value, radix: 16))")
      }
    }
  }

  /// Sixteen bytes are looked at together: what stands anywhere among plain letters must be found wherever it stands.
  @Test(arguments: [
    "&", "<", "\"", "'", "\u{0}", "\u{1F}", "\t", "\u{7F}", "\\", "\u{202E}", "\u{2028}", "\u{2026}", "\u{FFFE}",
    "\u{FB50}",
  ])
  func whatIsWrittenOtherwiseIsFoundAtEachPlace(_ mark: String) {
    let inMarkup = Self.escaped(mark).dropFirst().dropLast()
    let inJSON = String(decoding: JSON.text(mark).bytes, as: UTF8.self).dropFirst().dropLast()
    for before in 0..<40 {
      for after in [0, 1, 15, 16, 17, 33] {
        let (left, right) = (
          String(repeating: "ع", count: before / 2) + String(repeating: "x", count: before % 2),
          String(repeating: "ب", count: after)
        )
        #expect(Array(Self.escaped(left + mark + right).utf8) == Array("[\(left)\(inMarkup)\(right)]".utf8))
        #expect(JSON.text(left + mark + right).bytes == Array("\"\(left)\(inJSON)\(right)\"".utf8))
      }
    }
  }
}
