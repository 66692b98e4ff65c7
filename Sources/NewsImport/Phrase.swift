import ArabicText

/// The text without white space at its ends: also no-break, zero-width and wide spaces and byte-order marks.
func trimmed(_ text: some StringProtocol) -> String {
  let scalars = Substring(text).unicodeScalars
  guard let first = scalars.firstIndex(where: { !isWhiteSpace($0) }),
    let last = scalars.lastIndex(where: { !isWhiteSpace($0) })
  else { return "" }
  return String(scalars[first...last])
}

/// The text without white space, dashes, strokes, colons, commas and bars at its ends.
func bare(_ text: some StringProtocol) -> String {
  let scalars = Substring(text).unicodeScalars
  guard let first = scalars.firstIndex(where: { !isJoint($0) }),
    let last = scalars.lastIndex(where: { !isJoint($0) })
  else { return "" }
  return String(scalars[first...last])
}

/// The pieces of a text between any of `marks`, none of them empty.
func pieces(_ text: some StringProtocol, _ marks: String = " ") -> [String] {
  Substring(text).unicodeScalars.split { marks.unicodeScalars.contains($0) }.map { String($0) }
}

/// The words of a text in their search form with one space between them: what a phrase is looked up by.
func phrase(_ text: some StringProtocol) -> String {
  let words = words(in: String(text))
  return words.count == 1 ? words[0].normal : words.map(\.normal).joined(separator: " ")
}

func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF:
    true
  default: false
  }
}

private func isJoint(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "-", "–", "—", "ـ", "/", "\\", "|", ":", "،", ",", "؛", ";", "+", "*", "=", "•", "·": true
  default: isWhiteSpace(scalar) || isMark(scalar)
  }
}

/// Bidi marks and embeddings: no part of what a line says.
func isMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}
