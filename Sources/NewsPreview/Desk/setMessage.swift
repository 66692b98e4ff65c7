import Markup
import NewsCore

/// A message of the program as markup: what it wraps in U+2068 and U+2069 for the terminal gets a `<bdi>`.
func setMessage(_ message: String) -> HTML {
  let bytes = Array(message.utf8)
  var stretches: [HTML.Stretch] = []
  var start: Int?
  for index in bytes.indices where bytes[index...].starts(with: [0xE2, 0x81]) && index + 2 < bytes.count {
    if bytes[index + 2] == 0xA8, start == nil { start = index + 3 }
    if bytes[index + 2] == 0xA9, let begin = start {
      stretches.append(HTML.Stretch(range: begin..<index, direction: nil))
      start = nil
    }
  }
  return HTML(escaping: message, isolating: stretches) { $0 }
}

/// The path of a file and a line in it as markup: each name has its own direction, and they stay in their order, with the
/// ending of a file after its name.
func setPlace(_ path: String, line: Int? = nil) -> HTML {
  let shown = visible(path)
  var stretches: [HTML.Stretch] = []
  var start = 0
  for name in shown.split(separator: "/", omittingEmptySubsequences: false) {
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
    if !stem.utf8.allSatisfy({ $0 < 0x80 }) {
      stretches.append(HTML.Stretch(range: start..<start + stem.utf8.count, direction: nil))
    }
    start += name.utf8.count + 1
  }
  return HTML(escaping: line.map { "\(shown):\($0)" } ?? shown, isolating: stretches) { $0 }
}
