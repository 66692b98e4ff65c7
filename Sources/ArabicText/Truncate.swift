/// The text cut to at most `graphemes` characters at the end of a word, with … where something was cut off.
///
/// The … comes on top of the count. A first word that is longer than all the room is cut inside, between characters.
/// What is left never ends in a space, tatweel, ZWJ, ZWNJ, opening bracket or quote, comma, dash or a lone «و», and
/// isolates (U+2066 to U+2068) left open by the cut are closed after the … .
public func truncate(_ text: String, graphemes: Int) -> String {
  guard graphemes > 0 else { return text.isEmpty ? "" : "…" }
  guard text.utf8.count > graphemes, let cut = cut(in: text, after: graphemes), cut < text.endIndex else {
    return text
  }
  var kept = text[..<cut].unicodeScalars
  if let space = lastBreak(in: kept, next: text.unicodeScalars[cut]) { kept = kept[..<space] }
  trimTail(&kept)
  let open = openIsolates(in: kept)
  return String(kept) + "…" + String(repeating: "\u{2069}", count: open)
}

// The place after so many characters. In plain Arabic and Latin letters each scalar is a character of its own, and
// counting them is much faster than looking for the bounds of characters.
private func cut(in text: String, after graphemes: Int) -> String.Index? {
  let bytes = text.utf8
  var index = bytes.startIndex
  for count in 0...graphemes {
    guard index < bytes.endIndex else { return text.endIndex }
    let byte = bytes[index]
    let next = bytes.index(after: index)
    if byte < 0x80 {
      guard byte >= 0x20 else { break }
      if count == graphemes { return index }
      index = next
    } else {
      guard next < bytes.endIndex, isPlainArabic(byte, bytes[next]) else { break }
      if count == graphemes { return index }
      index = bytes.index(after: next)
    }
  }
  return text.index(text.startIndex, offsetBy: graphemes, limitedBy: text.endIndex)
}

// U+0621 to U+064A, the letters, U+0660 to U+0669, the digits, and ، ؛ ؟.
private func isPlainArabic(_ first: UInt8, _ second: UInt8) -> Bool {
  switch first {
  case 0xD8: (0xA1...0xBF).contains(second) || second == 0x8C || second == 0x9B || second == 0x9F
  case 0xD9: (0x80...0x8A).contains(second) || (0xA0...0xA9).contains(second)
  default: false
  }
}

// The index from which to drop: nothing where the cut falls between words, nil also where there is one word only.
private func lastBreak(in kept: Substring.UnicodeScalarView, next: Unicode.Scalar) -> String.Index? {
  guard !isBreak(next), let space = kept.lastIndex(where: isBreak) else { return nil }
  return kept[..<space].contains { !isBreak($0) } ? space : nil
}

private func isBreak(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.value < 0x80 { return scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) }
  return !(0x0600...0x06FF).contains(scalar.value) && scalar.properties.isWhitespace
}

private func trimTail(_ kept: inout Substring.UnicodeScalarView) {
  while let last = kept.last, kept.dropLast().first != nil {
    if isUnfitAtEnd(last) {
      kept.removeLast()
    } else if last == "و", kept.dropLast().last.map({ isBreak($0) || isUnfitAtEnd($0) }) == true {
      kept.removeLast()
    } else {
      return
    }
  }
}

private func isUnfitAtEnd(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0640, 0x200B...0x200F, 0x061C, 0x2066...0x2068, 0xFEFF: true
  case 0x2C, 0x3A, 0x3B, 0x2D, 0x28, 0x5B, 0x7B, 0x22, 0x27, 0x2F, 0x060C, 0x061B, 0xAB, 0x2E: true
  case 0x2010...0x2015, 0x2018, 0x201A, 0x201C, 0x201E, 0x2039, 0x2026: true
  default: isBreak(scalar)
  }
}

private func openIsolates(in kept: Substring.UnicodeScalarView) -> Int {
  var open = 0
  for scalar in kept {
    switch scalar.value {
    case 0x2066...0x2068: open += 1
    case 0x2069: open = max(0, open - 1)
    default: break
    }
  }
  return open
}
