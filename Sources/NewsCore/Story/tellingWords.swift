import ArabicText

/// Hashes of the words by which related stories find each other: distinct, of four letters or more, without proclitics,
/// at most `most`, in the order of the text.
///
/// The hash is FNV-1a of 32 bits over the search form, so it is the same in every run; two words that share one do no
/// harm but a weaker relation.
package func tellingWords(of texts: [String], most: Int = 64) -> [UInt32] {
  var found: [UInt32] = []
  var seen: Set<UInt32> = []
  for text in texts {
    for word in words(in: text) where found.count < most {
      guard word.normal.unicodeScalars.count >= 4 else { continue }
      let form = baseForms(of: word.normal).min { $0.utf8.count < $1.utf8.count } ?? word.normal
      let hash = form.utf8.reduce(2_166_136_261 as UInt32) { ($0 ^ UInt32($1)) &* 16_777_619 }
      if seen.insert(hash).inserted { found.append(hash) }
    }
  }
  return found
}
