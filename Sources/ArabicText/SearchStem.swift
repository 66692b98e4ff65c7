/// What all inflections of a word have in common, by and large: the shortest form that has no article. Words of one stem
/// need not match, and words that match may have two.
package func searchStem(of normal: String) -> String {
  let word = Array(normal.utf16)
  let start = articleEnd(of: word)
  let cuts = formCuts(of: word).filter { $0.start == start }
  return cuts.min { $0.end < $1.end }?.text(of: word) ?? normal
}

/// A word without its article, and without what stands before that.
package func withoutArticle(_ normal: String) -> String {
  let word = Array(normal.utf16)
  return String(decoding: word[articleEnd(of: word)...], as: UTF16.self)
}

private func articleEnd(of word: [UInt16]) -> Int {
  guard word.count >= 4, word.allSatisfy({ (0x0620...0x06FF).contains($0) }) else { return 0 }
  return ArabicCuts(word).articleEnd
}
