import ArabicText

/// A form under which a word of a text is looked for at the head of a phrase.
struct TopicWordForm: Sendable, Hashable {
  let key: String
  /// How many letters were taken off: of two topics that a word could mean, the one that took less has it.
  let cut: Int
  /// Whether so little is left that it is no name by itself, only the head of a longer one («وفي مالي»).
  var isHeadOnly = false
}

/// The word itself, then the word without what Arabic and Hebrew join to its front.
///
/// An article that was under a preposition is put back, so that «للصين» is found under «الصين» as well as «صين», while
/// «صين» alone is not.
func topicWordForms(of normal: String) -> [TopicWordForm] {
  var forms = [TopicWordForm(key: placeKey(normal), cut: 0)]
  func add(_ text: String, _ cut: Int) {
    let key = placeKey(text)
    if !forms.contains(where: { $0.key == key }) { forms.append(TopicWordForm(key: key, cut: cut)) }
  }
  if normal.utf8.first == 0xD7 {
    for (text, cut) in hebrewBaseForms(of: normal) { add(text, cut) }
    return forms
  }
  if let particle = particle(in: normal) { return forms + [TopicWordForm(key: particle, cut: 1, isHeadOnly: true)] }
  for base in baseForms(of: normal).dropFirst() {
    let removed = normal.unicodeScalars.dropLast(base.unicodeScalars.count)
    if removed.hasArticle { add("ال" + base, max(1, removed.count - 2)) }
    add(base, removed.count)
  }
  return forms
}

/// The forms of a phrase's later words: nothing but the article may have come before them («الكوري الشمالي»).
func topicLaterForms(of normal: String) -> [TopicWordForm] {
  let whole = TopicWordForm(key: placeKey(normal), cut: 0)
  let letters = normal.unicodeScalars
  guard letters.count >= 5, letters.prefix(2).elementsEqual("ال".unicodeScalars) else { return [whole] }
  return [whole, TopicWordForm(key: placeKey(String(letters.dropFirst(2))), cut: 2)]
}

extension Substring.UnicodeScalarView {
  // ال, بال, كال or لل, with و or ف before it.
  fileprivate var hasArticle: Bool {
    let end = suffix(2)
    return end.elementsEqual("ال".unicodeScalars) || end.elementsEqual("لل".unicodeScalars)
  }
}

// Two letters after و or ف («وفي», «فمن»): `baseForms` leaves words of three letters whole.
private func particle(in normal: String) -> String? {
  let letters = normal.unicodeScalars
  guard letters.count == 3, let first = letters.first, first == "و" || first == "ف" else { return nil }
  return String(letters.dropFirst())
}

// Up to three of ו ש ה ב כ ל מ, three letters left.
private func hebrewBaseForms(of normal: String) -> [(text: String, cut: Int)] {
  let letters = Array(normal.unicodeScalars)
  var forms: [(String, Int)] = []
  for cut in 1...3 where letters.count - cut >= 3 {
    guard "ושהבכלמ".unicodeScalars.contains(letters[cut - 1]) else { break }
    forms.append((String(String.UnicodeScalarView(letters[cut...])), cut))
  }
  return forms
}
