import Foundation

/// A line whose letters and the hamza, madda or accents after them are one letter where Unicode has one (NFC).
func withComposedLetters(_ line: [UInt32], _ number: Int, _ tally: inout NoteTally) -> [UInt32] {
  guard line.contains(where: isComposing) else { return line }
  var letters: [UInt32] = []
  var index = 0
  while index < line.count {
    var end = index + 1
    while end < line.count, isMark(line[end]) { end += 1 }
    let cluster = line[index..<end]
    if cluster.dropFirst().contains(where: isComposing) {
      let text = String(String.UnicodeScalarView(cluster.compactMap { Unicode.Scalar($0) }))
      let composed = text.precomposedStringWithCanonicalMapping.unicodeScalars.map(\.value)
      if !composed.elementsEqual(cluster) { tally.add(.composedLetter, line: number) }
      letters += composed
    } else {
      letters += cluster
    }
    index = end
  }
  return letters
}

private func isComposing(_ value: UInt32) -> Bool {
  (0x0300...0x036F).contains(value) || (0x0653...0x0655).contains(value)
}

private func isMark(_ value: UInt32) -> Bool {
  value >= 0x0300 && Unicode.Scalar(value)?.properties.generalCategory == .nonspacingMark
}

/// A line whose symbol-font bullets are •.
func withKnownBullets(_ line: [UInt32], _ number: Int, _ tally: inout NoteTally) -> [UInt32] {
  guard line.contains(where: isPrivate) else { return line }
  var bullets = line
  let head = line.firstIndex { $0 != 0x20 && $0 != 0x09 }
  for (index, value) in line.enumerated() where isPrivate(value) {
    let isAtHead = index == head && index + 1 < line.count && (line[index + 1] == 0x20 || line[index + 1] == 0x09)
    if isAtHead || symbolFontBullets.contains(value) {
      bullets[index] = 0x2022
      tally.add(.symbolFontBullet, line: number)
    } else {
      tally.add(.privateUse, line: number)
    }
  }
  return bullets
}

private func isPrivate(_ value: UInt32) -> Bool {
  (0xE000...0xF8FF).contains(value) || (0xF_0000...0x10_FFFD).contains(value)
}

// Symbol and Wingdings: • ▪ ❖ ➢ ● ■ □ ◆ ✓ ❑ ◻
private let symbolFontBullets: Set<UInt32> = [
  0xF0B7, 0xF0A7, 0xF076, 0xF0D8, 0xF06C, 0xF06E, 0xF06F, 0xF075, 0xF0FC, 0xF071, 0xF0A8, 0xF09F, 0xF09E,
]

/// A line with the tatweel that the policy leaves in it.
func withTatweel(
  _ line: [UInt32],
  _ policy: TatweelPolicy,
  _ number: Int,
  _ tally: inout NoteTally
) -> [UInt32] {
  guard policy != .keep, line.contains(0x0640) else { return line }
  var kept: [UInt32] = []
  var index = 0
  while index < line.count {
    var end = index
    while end < line.count, line[end] == 0x0640 { end += 1 }
    if end == index {
      kept.append(line[index])
      index += 1
    } else {
      let isStretching = isArabicLetter(kept.last) && end < line.count && isArabicLetter(line[end])
      if policy == .strip || isStretching {
        tally.add(.tatweel, line: number, count: end - index)
      } else {
        kept += line[index..<end]
      }
      index = end
    }
  }
  return kept
}

private func isArabicLetter(_ value: UInt32?) -> Bool {
  value.map { (0x0620...0x063F).contains($0) || (0x0641...0x065F).contains($0) || (0x0670...0x06D3).contains($0) }
    ?? false
}

/// A line with ي and ك for ی and ک in words that have none of the letters پ چ ژ گ.
func withArabicLetters(_ line: [UInt32], _ number: Int, _ tally: inout NoteTally) -> [UInt32] {
  var letters = line
  var start = 0
  for end in 0...line.count where end == line.count || !isArabicLetter(line[end]) {
    if end > start, !line[start..<end].contains(where: isPersian) {
      for index in start..<end where line[index] == 0x06CC || line[index] == 0x06A9 {
        letters[index] = line[index] == 0x06CC ? 0x064A : 0x0643
        tally.add(.persianLetter, line: number)
      }
    }
    start = end + 1
  }
  return letters
}

private func isPersian(_ value: UInt32) -> Bool {
  value == 0x067E || value == 0x0686 || value == 0x0698 || value == 0x06AF
}
