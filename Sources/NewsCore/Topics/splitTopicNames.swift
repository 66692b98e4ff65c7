/// The names in a list of topics that a hand wrote, each trimmed and none empty.
///
/// `،` `؛` `,` `;` `|` and line ends part them, and so does the `#` of a hashtag, whose `_` are spaces:
/// `سوريا؛ #الولايات_المتحدة #روسيا` holds three.
public func splitTopicNames(_ text: String) -> [String] {
  var names: [String] = []
  for part in text.unicodeScalars.split(whereSeparator: isListSeparator) {
    var rest = part
    while let hash = firstHashtag(in: rest) {
      add(rest[..<hash], to: &names)
      let tags = rest[hash...].prefix { !$0.properties.isWhitespace }
      for tag in tags.split(separator: "#") { add(tag, isHashtag: true, to: &names) }
      rest = rest[tags.endIndex...]
    }
    add(rest, to: &names)
  }
  return names
}

private func isListSeparator(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "،", "؛", ",", ";", "|", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
  default: false
  }
}

/// Where the next hashtag begins; a `#` inside a word (C#) begins none.
private func firstHashtag(in text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView.Index? {
  var previous: Unicode.Scalar?
  for index in text.indices {
    if text[index] == "#", previous.map({ !isNameLetter($0) }) ?? true { return index }
    previous = text[index]
  }
  return nil
}

private func isNameLetter(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
}

private func add(_ part: Substring.UnicodeScalarView, isHashtag: Bool = false, to names: inout [String]) {
  var name = part
  while let first = name.first, isBlank(first, isHashtag) { name.removeFirst() }
  while let last = name.last, isBlank(last, isHashtag) { name.removeLast() }
  guard !name.isEmpty else { return }
  let text = String(name)
  names.append(isHashtag ? String(text.map { $0 == "_" ? " " : $0 }) : text)
}

/// Spaces and what cannot be seen; around a hashtag also its full stop and stray `_`.
private func isBlank(_ scalar: Unicode.Scalar, _ isHashtag: Bool) -> Bool {
  switch scalar.value {
  case 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C, 0xFEFF: true
  case 0x5F, 0x2E: isHashtag
  default: scalar.properties.isWhitespace
  }
}
