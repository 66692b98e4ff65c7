/// A form under which a word is looked for, and how well it stands for the word.
public struct WordForm: Sendable, Hashable {
  /// The form, in search spelling.
  public let text: String
  /// 1.0 for the word itself, less the more was taken away.
  public let weight: Double
  /// Whether a letter that may belong to the word was taken off its front: «لجنة» is not always «ل» with «جنة».
  public var isJoined = false
}

/// The forms under which the search finds a word: the word, the word without what is joined to its front, then without
/// what is joined to its end. The best comes first.
///
/// The singular of a broken plural comes last. Two words match where their forms meet, the better the more weight both forms have. `normal` is a search form
/// (`Word.normal`); the first form is always the word itself with weight 1.0, and no form comes twice. Arabic, Persian and
/// Urdu as `ArabicCuts` says, Hebrew as `HebrewCuts`, English plurals as `EnglishCuts`. `Templates/assets/search.js` has
/// the same rules for the browser; `Tests/Search/words.json` holds both to them.
public func wordForms(of normal: String) -> [WordForm] {
  let letters = Array(normal.utf16)
  var forms: [WordForm] = []
  for cut in formCuts(of: letters).sorted(by: FormCut.isBetter) {
    let text = cut.text(of: letters)
    if !forms.contains(where: { $0.text == text }) {
      forms.append(WordForm(text: text, weight: cut.weight, isJoined: cut.isJoined))
    }
  }
  for form in forms {
    guard let letters = BrokenPlurals.singular(of: Array(form.text.utf16)[...]) else { continue }
    let text = String(decoding: letters, as: UTF16.self)
    if forms.contains(where: { $0.text == text }) { continue }
    forms.append(WordForm(text: text, weight: form.weight * BrokenPlurals.weight, isJoined: form.isJoined))
  }
  return forms
}

/// The word itself, then the word without its proclitics (و ف ب ك ل, ال and what they make together), suffixes kept.
///
/// At least three letters remain: «وبروسيا» gives «وبروسيا», «بروسيا», «روسيا».
public func baseForms(of normal: String) -> [String] {
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
public func placeKey(_ normal: String) -> String {
  guard let letters = ArabicLetters(normal), letters.count >= 4, letters[letters.count - 1] == ArabicLetters.alef
  else { return normal }
  return letters.text(0..<letters.count - 1) + "ه"
}
