import Markup
import Testing

@Suite struct HTMLTests {
  @Test func textIsEscapedAndTrustedBytesAreNot() {
    #expect(HTML(escaping: "<b>").bytes == Array("&lt;b&gt;".utf8))
    #expect(HTML(trusted: Array("<b>".utf8)).bytes == Array("<b>".utf8))
  }

  @Test func partsAreJoinedWithNothingBetween() {
    let parts = [HTML(escaping: "a<"), HTML(escaping: ""), HTML(trusted: Array("<i>".utf8))]
    #expect(HTML(joining: parts).bytes == Array("a&lt;<i>".utf8))
    var whole = HTML(joining: [])
    #expect(whole.isEmpty)
    for part in parts { whole.append(part) }
    #expect(whole == HTML(joining: parts))
  }
}
