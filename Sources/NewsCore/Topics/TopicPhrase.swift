import ArabicText

/// An alias, a `never` phrase or a name as the matcher sees it: its words, and whether they count only as written.
///
/// A plain phrase stands for its inflections too: one-letter words before it (و ف ب ك ل), the article, and the endings
/// of a word in ي («أميركي»: «أميركية», «الأميركيين»). With `=` before it, it stands only for itself: these letters,
/// vowel marks and capitals, with nothing joined to them (`=عُمان`, `=WHO`).
struct TopicPhrase: Sendable, Hashable {
  /// A longer phrase is no name of anything, and would make the walk through the tree deep.
  static let wordLimit = 16

  /// Without the `=`, trimmed.
  let written: String
  let isExact: Bool
  let words: [Word]

  struct Word: Sendable, Hashable {
    /// Search form, with the end of a foreign place made alike.
    let key: String
    /// As it is written.
    let raw: String
  }

  init(alias: String) {
    let trimmed = alias.drop(while: \.isWhitespace)
    let isExact = trimmed.first == "="
    self.init(isExact ? trimmed.dropFirst() : trimmed, isExact: isExact)
  }

  init(name: String) { self.init(Substring(name), isExact: false) }

  private init(_ text: Substring, isExact: Bool) {
    self.isExact = isExact
    var trimmed = text.drop(while: \.isWhitespace)
    while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
    let written = String(trimmed)
    self.written = written
    let bytes = Array(written.utf8)
    words = ArabicText.words(in: written).map { word in
      Word(key: placeKey(word.normal), raw: String(decoding: bytes[word.utf8Range], as: UTF8.self))
    }
  }

  /// What two spellings of one name have in common; the text itself where there is no word in it.
  var key: String { words.isEmpty ? written : words.map(\.key).joined(separator: " ") }
}

extension Topic {
  /// The name and then the aliases. An exact alias of the same words makes the name exact too.
  var phrases: [TopicPhrase] {
    let aliases = aliases.map(TopicPhrase.init(alias:))
    let name = TopicPhrase(name: name)
    if let exact = aliases.first(where: { $0.isExact && $0.key == name.key }) { return [exact] + aliases }
    return [name] + aliases
  }
}

/// The search forms under which a word of a plain phrase may stand in a text, the word itself first.
///
/// A word of four letters or more in ي is taken for a nisba or a Hebrew or Persian adjective of origin and gets their
/// endings; a Latin word of four letters or more gets the s of the plural, which the possessive's is too.
func inflections(of key: String) -> [String] {
  let letters = key.unicodeScalars
  guard letters.count >= 4, let last = letters.last else { return [key] }
  let stem = String(letters.dropLast())
  switch last {
  case "ي": return [key] + arabicEndings.map { placeKey(key + $0) }
  case "י": return [key] + hebrewEndings.map { stem + $0 }
  case "a"..."z": return [key, key + "s"]
  default: return [key]
  }
}

/// ة ون ين ان ات تين تان of Arabic, ها های of Persian, وں of Urdu, as the search form writes them.
private let arabicEndings = ["ه", "ا", "ون", "ين", "ان", "ات", "تين", "تان", "ها", "هاي", "وں"]
private let hebrewEndings = ["ית", "ים", "יים", "יות"]
