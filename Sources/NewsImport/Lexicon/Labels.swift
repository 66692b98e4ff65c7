import ArabicText

/// A label at the beginning of a line and what follows it.
struct Labelled {
  /// As it stands, without its colon.
  let label: String
  /// In search form.
  let key: String
  let value: String
}

/// The label and value of a line such as «المصدر : الجزيرة», «كتب - فلان» or «المصدر/ رويترز»; nil where none of
/// `separators` stands within its first 50 bytes.
func labelled(_ text: String, separators: String = ":") -> Labelled? {
  var offset = 0
  for index in text.unicodeScalars.indices {
    let scalar = text.unicodeScalars[index]
    if separators.unicodeScalars.contains(scalar) {
      let label = bare(text[..<index])
      let key = phrase(label)
      if key.isEmpty { return nil }
      return Labelled(label: label, key: key, value: trimmed(text[text.unicodeScalars.index(after: index)...]))
    }
    offset += 1
    if offset > 40 { return nil }
  }
  return nil
}
