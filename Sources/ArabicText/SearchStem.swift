/// What all inflections of a word have in common, by and large: its shortest form, taken apart until nothing comes off.
/// Words of one stem need not match, and words that match may have two.
public func searchStem(of normal: String) -> String {
  var stem = Array(normal.utf16)
  for _ in 0..<3 {
    let shortest = formCuts(of: stem).min { $0.end - $0.start < $1.end - $1.start }
    guard let shortest, shortest.end - shortest.start < stem.count else { break }
    stem = shortest.letters(of: stem)
  }
  return String(decoding: stem, as: UTF16.self)
}

/// A word without its article, and without what stands before that.
public func withoutArticle(_ normal: String) -> String {
  let word = Array(normal.utf16)
  guard word.count >= 4, word.allSatisfy({ (0x0620...0x06FF).contains($0) }) else { return normal }
  return String(decoding: word[ArabicCuts(word).articleEnd...], as: UTF16.self)
}
