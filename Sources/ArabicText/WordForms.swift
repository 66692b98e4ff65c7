/// A form under which a word is looked for, and how well it stands for the word.
package struct WordForm: Sendable, Hashable {
  /// The form, in search spelling.
  package let text: String
  /// 1.0 for the word itself, less the more was taken away.
  package let weight: Double
}

/// The forms under which the search finds a word: the word, the word without proclitics, then without suffixes.
///
/// Two words match where their forms meet. `normal` is a search form (`Word.normal`); the first form is always the word
/// itself with weight 1.0, no form comes twice, and nothing but Arabic letters is taken apart. A light stemmer in the
/// manner of light10 (Larkey, Ballesteros, Connell 2007): three letters must remain.
package func wordForms(of normal: String) -> [WordForm] {
  let letters = ArabicLetters(normal)
  guard let letters, letters.count > 3 else { return [WordForm(text: normal, weight: 1)] }
  var forms = [WordForm(text: normal, weight: 1)]
  let proclitics = letters.procliticLengths
  for cut in proclitics {
    add(letters.text(cut.letters..<letters.count), cut.hasArticle ? 0.8 : 0.6, to: &forms)
  }
  for start in [0] + proclitics.map(\.letters) {
    for end in letters.suffixEnds(from: start) {
      add(letters.text(start..<end), start == 0 ? 0.4 : 0.3, to: &forms)
    }
  }
  return forms
}

/// The word itself, then the word without its proclitics (و ف ب ك ل, ال and what they make together), suffixes kept.
///
/// At least three letters remain: «وبروسيا» gives «وبروسيا», «بروسيا», «روسيا».
package func baseForms(of normal: String) -> [String] {
  guard let letters = ArabicLetters(normal), letters.count > 3 else { return [normal] }
  var forms = [normal]
  for cut in letters.procliticLengths {
    let form = letters.text(cut.letters..<letters.count)
    if !forms.contains(form) { forms.append(form) }
  }
  return forms
}

/// One key for the spellings of a foreign place: «سوريا», «سورية» and «سوريه» end alike.
///
/// A final ا of a search form of four letters or more becomes ه.
package func placeKey(_ normal: String) -> String {
  guard let letters = ArabicLetters(normal), letters.count >= 4, letters[letters.count - 1] == ArabicLetters.alef
  else { return normal }
  return letters.text(0..<letters.count - 1) + "ه"
}

private func add(_ text: String, _ weight: Double, to forms: inout [WordForm]) {
  if !forms.contains(where: { $0.text == text }) { forms.append(WordForm(text: text, weight: weight)) }
}
