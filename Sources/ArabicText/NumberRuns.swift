/// Finds the numbers that right-to-left text would turn round: signs, hyphens, per cent, groups with spaces.
struct NumberRuns {
  private let glyphs: [BidiGlyph]
  private let range: Range<Int>
  private let isolatingRanges: Bool

  init(_ glyphs: [BidiGlyph], _ range: Range<Int>, isolatingRanges: Bool) {
    self.glyphs = glyphs
    self.range = range
    self.isolatingRanges = isolatingRanges
  }

  var runs: [Range<Int>] {
    var found: [Range<Int>] = []
    var group: [Range<Int>] = []
    for number in numbers {
      if let last = group.last, !isOneSpace(last.upperBound..<number.lowerBound) {
        found += runs(of: group)
        group = []
      }
      group.append(number)
    }
    return found + runs(of: group)
  }

  // Words between spaces that hold a digit, from their first sign or digit to their last.
  private var numbers: [Range<Int>] {
    var found: [Range<Int>] = []
    var start = range.lowerBound
    for end in range.lowerBound...range.upperBound where end == range.upperBound || glyphs[end].kind == .space {
      let word = glyphs[start..<end]
      if let first = word.firstIndex(where: { $0.kind == .digit }),
        let last = word.lastIndex(where: { $0.kind == .digit })
      {
        found.append(signed(first, last, in: start..<end))
      }
      start = end + 1
    }
    return found
  }

  private func signed(_ first: Int, _ last: Int, in word: Range<Int>) -> Range<Int> {
    var lower = first
    while lower > word.lowerBound, isSignBefore(lower - 1) { lower -= 1 }
    var upper = last + 1
    while upper < word.upperBound, Self.signsBehind.contains(glyphs[upper].value) { upper += 1 }
    return widened(lower..<upper, within: word, glyphs)
  }

  private func isSignBefore(_ index: Int) -> Bool {
    guard Self.signsBefore.contains(glyphs[index].value) else { return false }
    let isHyphen = glyphs[index].value == 0x2D || glyphs[index].value == 0x2212
    return !isHyphen || index == 0 || !(glyphs[index - 1].kind == .rtl || glyphs[index - 1].kind == .digit)
  }

  // Brackets beside the space do not part the groups of a phone number.
  private func isOneSpace(_ gap: Range<Int>) -> Bool {
    let signs = glyphs[gap].filter { $0.value != 0x28 && $0.value != 0x29 }
    return signs.count == 1 && signs[0].kind == .space
  }

  // A phone number or a number in groups is one run; else each number that needs it.
  private func runs(of group: [Range<Int>]) -> [Range<Int>] {
    guard let first = group.first, let last = group.last else { return [] }
    let start = glyphs[first.lowerBound].value
    let isPhone = group.count > 1 && (start == 0x2B || start == 0x30 || start == 0x28)
    let whole = first.lowerBound..<last.upperBound
    if isPhone || group.count > 2, !hasArabicDigit(whole) { return [widened(whole, within: range, glyphs)] }
    return group.filter(needsIsolation)
  }

  // Full stop, colon, stroke and comma between digits keep their order by themselves (UAX #9, W4).
  private func needsIsolation(_ number: Range<Int>) -> Bool {
    let signs = glyphs[number].filter { $0.kind != .digit && !Self.separators.contains($0.value) }
    guard let sign = signs.first else { return false }
    let parts = glyphs[number].split { $0.kind != .digit }
    if hasArabicDigit(number), parts.count > 1 { return false }
    guard signs.count == 1, !isolatingRanges else { return true }
    let isPair = parts.count == 2 && parts.map(\.count).reduce(0, +) == number.count - 1
    if sign.value == 0x2013, isPair { return false }
    return !(sign.value == 0x2D && isPair && parts[0].count == 4 && (parts[1].count == 4 || parts[1].count == 2))
  }

  // Groups of ٠١٢ run from right to left in any isolate, so one would change nothing.
  private func hasArabicDigit(_ number: Range<Int>) -> Bool {
    glyphs[number].contains { (0x0660...0x0669).contains($0.value) }
  }

  private static let separators = Set(".:/,٫٬'".unicodeScalars.map(\.value))
  private static let signsBefore = Set("+-−±~#*$€£¥".unicodeScalars.map(\.value))
  private static let signsBehind = Set("%‰°$€£¥+#*".unicodeScalars.map(\.value))
}
