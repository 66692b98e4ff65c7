/// The names that a script says are its own alone, in lines that begin with `// Own names: `, each with a shorter one that
/// the script has not.
func ownNames(of script: [UInt8]) -> [ArraySlice<UInt8>: [UInt8]] {
  var all: Set<ArraySlice<UInt8>> = []
  forEachName(in: script) { all.insert(script[$0]) }
  let free = shortNames.lazy.filter { !all.contains($0[...]) }
  let own = script.split(separator: UInt8(ascii: "\n")).filter { $0.starts(with: mark) }
    .flatMap { $0.dropFirst(mark.count).split(separator: UInt8(ascii: " ")) }
  return Dictionary(zip(own, free)) { first, _ in first }
}

/// Hands over the place of each name: a run of letters, digits, _ and $.
func forEachName(in script: [UInt8], _ take: (Range<Int>) -> Void) {
  var start: Int?
  for (index, byte) in script.enumerated() {
    if isOfName(byte) {
      start = start ?? index
    } else if let first = start {
      take(first..<index)
      start = nil
    }
  }
  if let first = start { take(first..<script.count) }
}

private let mark = Array("// Own names: ".utf8)

private func isOfName(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
    UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "$"):
    true
  default: false
  }
}

// Names of one letter and of two, but for the words of the language.
private let shortNames: [[UInt8]] = {
  let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
  let pairs = letters.prefix(26).flatMap { first in letters.prefix(26).map { [first, $0] } }
  let taken = ["as", "do", "if", "in", "is", "of"].map { Array($0.utf8) }
  return letters.map { [$0] } + pairs.filter { !taken.contains($0) }
}()
