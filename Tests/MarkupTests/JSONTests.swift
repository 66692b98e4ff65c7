import Foundation
import Markup
import Testing

@Suite struct JSONTests {
  private func written(_ json: JSON) -> String { String(decoding: json.bytes, as: UTF8.self) }

  @Test func valuesAreWrittenInOrderAndAbsentMembersAreLeftOut() {
    let json = JSON.object([
      ("b", .text("نص")), ("x", nil), ("a", .list([.number(-3), .flag(true)])), ("none", .texts([])),
    ])
    #expect(written(json) == "{\"b\":\"نص\",\"a\":[-3,true]}")
  }

  @Test(arguments: [
    ("</script><!--", "\"\\u003C/script\\u003E\\u003C!--\""), ("a\"\\b", "\"a\\\"\\\\b\""), ("&", "\"\\u0026\""),
    ("a\u{202E}b\u{2066}c\u{2069}\u{202A}\u{202F}\u{206A}ئ", "\"abc\u{202F}\u{206A}ئ\""),
    ("x\u{2028}\u{2029}y", "\"x\\u2028\\u2029y\""), ("a\tb\nc", "\"a\\tb\\nc\""), ("a\u{0}\u{1B}\u{7F}b", "\"ab\""),
    ("é€«»\u{1F600}\u{E8}", "\"é€«»\u{1F600}\u{E8}\""), ("\u{28}\u{A8}ب", "\"(\u{A8}ب\""),
  ])
  func textIsEscapedSoThatNothingCanEndAScript(_ text: String, _ expected: String) {
    #expect(written(.text(text)) == expected)
  }

  @Test func anyTextIsReadBackAsItWas() throws {
    let text = "«قال» \"x\" </script> \u{2028}\u{2029} 👩‍👩‍👧 \\u0041 \u{10FFFF}"
    let bytes = Data(JSON.list([.text(text)]).bytes)
    #expect(try JSONSerialization.jsonObject(with: bytes) as? [String] == [text])
  }

  @Test func aScriptHoldsNoMarkOfMarkup() {
    let html = HTML(jsonScript: .object([("a", .text("</script><script>alert(1)</script>"))]))
    let text = String(decoding: html.bytes, as: UTF8.self)
    #expect(text.hasPrefix("<script type=\"application/ld+json\">{") && text.hasSuffix("}</script>"))
    #expect(text.filter { $0 == "<" }.count == 2)
  }
}
