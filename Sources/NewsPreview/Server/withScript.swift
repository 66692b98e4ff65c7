import Markup
import NewsCore

/// A page with the preview's script at the end of its head, and the validator of what it became. `marks` become attributes
/// that the script reads; the page on disk has none of it.
func withScript(_ page: [UInt8], marks: [(name: String, value: String)]) -> (bytes: [UInt8], tag: String) {
  var print = Fingerprint(of: page)
  for mark in marks {
    print.mix(mark.name)
    print.mix(mark.value)
  }
  let tag = entityTag(print)
  var element = Array("<script src=\"\(PreviewFiles.script.address)\" defer data-page=\"".utf8)
  element += tag.utf8.filter { $0 != UInt8(ascii: "\"") }
  for mark in marks {
    element += "\" data-\(mark.name)=\"".utf8
    element += HTML(escaping: mark.value).bytes
  }
  element += "\"></script>".utf8
  let place = endOfHead(page) ?? page.count
  return (page[..<place] + element + page[place...], tag)
}

/// Where `</head>` stands first: text in a page has no `<`.
private func endOfHead(_ page: [UInt8]) -> Int? {
  let end = Array("</head>".utf8)
  guard page.count >= end.count else { return nil }
  return (0...page.count - end.count).first { page[$0] == end[0] && page[$0..<$0 + end.count].elementsEqual(end) }
}
