import ArabicText

/// How well the words of the index answer one word of a query.
public struct WordMatcher {
  private let word: String
  private let forms: [String: WordForm]

  /// Gives a matcher for a word of a query.
  public init(_ word: String) {
    self.word = word
    forms = Dictionary(wordForms(of: word).map { ($0.text, $0) }) { first, _ in first }
  }

  /// 1 for the word itself, less where only forms of both meet, 0 for another word.
  ///
  /// `isProven` says of a word that it is no other word with something joined to its front, because it stands with the
  /// article elsewhere.
  public func weight(of other: String, isProven: (String) -> Bool = { _ in false }) -> Double {
    if other == word { return 1 }
    let meetings = wordForms(of: other).compactMap { form in forms[form.text].map { ($0, form) } }
    guard !meetings.isEmpty else { return 0 }
    let (isWordProven, isOtherProven) = (isProven(word), isProven(other))
    return meetings.reduce(0) { best, pair in
      if (pair.0.isJoined && isWordProven) || (pair.1.isJoined && isOtherProven) { return best }
      return max(best, pair.0.weight * pair.1.weight)
    }
  }
}
