import NewsCore

/// An agency's sign-off alone on a line: «(رويترز)», «أ ش أ», or the initials of its editors («س.م/ع.ع», `ا ف ب/جص/ح س`).
func recogniseSignOff(_ passage: Passage) -> Finding? {
  guard passage.words <= 8, passage.scalars <= 60, !passage.phrase.isEmpty else { return nil }
  let text = unbracketed(passage.text)
  let isBracketed = text.utf8.count < passage.text.utf8.count
  if isBracketed || passage.words <= 4, let names = Agencies.list(text) {
    return Finding(.signOff, 0.85, "the name of an agency alone", names.map { .source($0) })
  }
  return initials(text, passage)
}

/// The agency in brackets, or after a dash, at the end of the last paragraph; the paragraph stays.
func recogniseTrailingSignOff(_ passage: Passage) -> Finding? {
  guard let split = trailingBracket(passage.text), !split.before.isEmpty, passage.words >= 8 else { return nil }
  guard let names = Agencies.list(split.inner) else {
    return nil
  }
  return Finding(
    .paragraph,
    0.9,
    "the last paragraph, with the agency in brackets at its end",
    [.block(.paragraph(split.before))] + names.map { .source($0) }
  )
}

private func initials(_ text: String, _ passage: Passage) -> Finding? {
  let parts = pieces(text, "/\\").map { bare($0) }
  guard (2...5).contains(parts.count) else { return nil }
  var agencies: [String] = []
  for (index, piece) in parts.enumerated() {
    if index == 0, Agencies.isName(piece) {
      agencies.append(piece)
    } else if !isInitials(piece) {
      return nil
    }
  }
  let rest = parts.dropFirst(agencies.count).joined(separator: "/")
  return Finding(
    .signOff,
    agencies.isEmpty ? 0.7 : 0.9,
    "the initials of editors" + (agencies.isEmpty ? "" : " after the agency"),
    agencies.map { .source($0) } + [.block(.dropped([rest]))]
  )
}

// One to four letters, with dots or spaces between them or not.
private func isInitials(_ piece: String) -> Bool {
  let words = pieces(phrase(piece))
  return (1...3).contains(words.count) && words.allSatisfy { $0.unicodeScalars.count <= 2 }
    && piece.unicodeScalars.contains { $0.properties.isAlphabetic }
}
