import NewsCore

/// A caption: a line with its credit in brackets at the end («… بشأن سوريا (رويترز)»), or the line right under an
/// agency's photo line.
func recogniseCaption(_ passage: Passage, underPhoto: Bool) -> Finding? {
  guard passage.words <= 60, passage.scalars <= 500, !passage.isMostlyLatin || !underPhoto else { return nil }
  if let split = trailingBracket(passage.text), let credit = credit(split.inner) {
    guard underPhoto || passage.words <= 30 && !split.before.hasSuffix("."), !split.before.isEmpty else { return nil }
    var image = StoryImage()
    image.caption = split.before
    credit.isPhotographer ? (image.credit = credit.name) : (image.captionCredit = credit.name)
    let told: [Finding.Part] = credit.label.map { [.told($0)] } ?? []
    let close = underPhoto && !passage.isAfterBlank
    return Finding(
      .caption,
      close ? 0.97 : underPhoto ? 0.9 : 0.7,
      "ends with a credit in brackets" + (underPhoto ? " under a photo line" : ""),
      [.image(image)] + told
    )
  }
  guard underPhoto, !passage.isAfterBlank, passage.words <= 35, passage.innerStops <= 1 else { return nil }
  var image = StoryImage()
  image.caption = passage.text
  return Finding(.caption, 0.7, "right under a photo line", [.image(image)])
}

/// «تصوير: فلان», «عدسة فلان», or the name of a provider.
private func credit(_ inner: String) -> (name: String, label: String?, isPhotographer: Bool)? {
  if let found = labelled(inner), ["تصوير", "عدسه", "الصوره", "صوره", "المصدر", "photo"].contains(found.key),
    !found.value.isEmpty
  {
    return (found.value, found.label, found.key == "تصوير" || found.key == "عدسه")
  }
  return Credits.isCredit(inner) ? (trimmed(inner), nil, false) : nil
}

/// The text before a pair of brackets at the end of a line, and what is in them.
func trailingBracket(_ text: String) -> (before: String, inner: String)? {
  let scalars = text.unicodeScalars
  guard let close = scalars.lastIndex(where: { $0 != "." && !isWhiteSpace($0) && !isMark($0) }), scalars[close] == ")"
  else {
    return nil
  }
  var open = close
  for _ in 0..<70 {
    if open == scalars.startIndex { return nil }
    scalars.formIndex(before: &open)
    if scalars[open] == "(" {
      return (trimmed(text[..<open]), trimmed(text[scalars.index(after: open)..<close]))
    }
  }
  return nil
}
