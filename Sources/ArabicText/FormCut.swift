/// One form of a word, as a stretch of its letters (UTF-16) and perhaps a letter put to its end.
struct FormCut {
  var start: Int
  var end: Int
  /// Put after the last letter; 0 for none.
  var ending: UInt16 = 0
  /// Hebrew: the letters that have a final form are written in the other one.
  var foldsFinals = false
  /// Whether something that may be a letter of the word is taken off its front; an article never is.
  var isJoined = false
  var weight: Double

  func letters(of word: [UInt16]) -> [UInt16] {
    var letters = Array(word[start..<end])
    if ending != 0 { letters.append(ending) }
    return foldsFinals ? letters.map(HebrewCuts.unfinal) : letters
  }

  func text(of word: [UInt16]) -> String { String(decoding: letters(of: word), as: UTF16.self) }

  /// The order of `wordForms`: by weight, and where that is the same, by letters, the most first.
  static func isBetter(_ left: FormCut, _ right: FormCut) -> Bool {
    (left.weight, left.end - left.start, -left.start) > (right.weight, right.end - right.start, -right.start)
  }
}

/// The cuts that make the forms of a word, itself first.
func formCuts(of word: [UInt16]) -> [FormCut] {
  var cuts = [FormCut(start: 0, end: word.count, weight: 1)]
  guard word.count >= 3 else { return cuts }
  if word.allSatisfy({ (0x0620...0x06FF).contains($0) }) {
    ArabicCuts(word).append(to: &cuts)
  } else if word.allSatisfy({ (0x05D0...0x05EA).contains($0) }) {
    HebrewCuts.append(of: word, to: &cuts)
  } else if word.count > 3, word.allSatisfy({ (0x61...0x7A).contains($0) }) {
    EnglishCuts.append(of: word, to: &cuts)
  }
  return cuts
}
