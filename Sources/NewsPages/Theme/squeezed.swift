/// A script of the theme as readers get it: without lines that are comments alone, empty lines, indentation, and the spaces
/// and line ends that only eyes need; with shorter names for its own (`ownNames`), and `let` for `const`.
///
/// Only for scripts of our own: no text in them reaches over a line's end or has a space beside a sign of the language.
func squeezed(_ script: [UInt8]) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(script.count)
  for line in renamed(script).split(separator: UInt8(ascii: "\n")) {
    let text = line.drop { $0 == space }
    guard let first = text.first, !text.starts(with: "//".utf8) else { continue }
    if let last = bytes.last, !endings.contains(last), !beginnings.contains(first) {
      bytes.append(UInt8(ascii: "\n"))
    }
    for index in text.indices {
      let byte = text[index]
      if byte == space, index + 1 < text.endIndex, let last = bytes.last,
        signs.contains(last) || before.contains(text[index + 1])
      {
        continue
      }
      if byte == UInt8(ascii: "}"), bytes.last == UInt8(ascii: ";") { bytes.removeLast() }
      bytes.append(byte)
    }
  }
  return bytes + [UInt8(ascii: "\n")]
}

private func renamed(_ script: [UInt8]) -> [UInt8] {
  var names = ownNames(of: script)
  names[Array("const".utf8)[...]] = Array("let".utf8)
  var bytes: [UInt8] = []
  bytes.reserveCapacity(script.count)
  var end = 0
  forEachName(in: script) { place in
    guard let short = names[script[place]] else { return }
    bytes += script[end..<place.lowerBound] + short
    end = place.upperBound
  }
  return bytes + script[end...]
}

private let space = UInt8(ascii: " ")
// A closing bracket may be the end of a value in a template string, whose spaces count.
private let signs = Set(",;{(=>&|?:+*<-/".utf8)
private let before = Set("{}(=>&|?:+*<-/".utf8)
private let endings = Set(";{,(".utf8)
private let beginnings = Set(".?&|:".utf8)
