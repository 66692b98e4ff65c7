import Markup
import Testing

@Suite struct XMLTests {
  @Test func elementsStandOneInAnother() {
    var xml = XML()
    xml.element("a", ["x": "1"]) { xml in
      xml.element("b", text: "نص")
      xml.element("c", text: nil)
      xml.empty("d", ["y": "2"])
    }
    #expect(
      String(decoding: xml.bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="utf-8"?>
        <a x="1">
        <b>نص</b>
        <d y="2"/>
        </a>

        """
    )
  }

  @Test func hostileTextStaysText() {
    var xml = XML()
    xml.element("a", ["x": "\"><b>"], text: "]]></a>\u{0}\u{1B}&\u{FFFF}")
    #expect(
      String(decoding: xml.bytes, as: UTF8.self).hasSuffix(
        "<a x=\"&quot;&gt;&lt;b&gt;\">]]&gt;&lt;/a&gt;&amp;</a>\n"
      )
    )
  }
}
