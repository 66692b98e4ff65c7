/// A script of the theme as readers get it: without lines that are comments alone, empty lines and indentation.
///
/// Only for scripts of our own, in which no text reaches over a line's end.
func withoutComments(_ script: [UInt8]) -> [UInt8] {
  var lines: [UInt8] = []
  lines.reserveCapacity(script.count)
  for line in script.split(separator: UInt8(ascii: "\n")) {
    let text = line.drop { $0 == UInt8(ascii: " ") }
    if text.isEmpty || text.starts(with: "//".utf8) { continue }
    lines += text
    lines.append(UInt8(ascii: "\n"))
  }
  return lines
}
