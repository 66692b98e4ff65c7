import ArabicText

/// Hashes of the words by which related stories find each other: distinct, of four letters or more, without proclitics,
/// at most `most`, in the order of the text.
///
/// The hash is FNV-1a of 32 bits over the search form, so it is the same in every run; two words that share one do no
/// harm but a weaker relation.
public func tellingWords(of texts: [String], most: Int = 64) -> [UInt32] {
  var found: [UInt32] = []
  found.reserveCapacity(most)
  for text in texts {
    if found.count >= most { break }
    forEachBareWord(in: text, letters: 4) { form in
      let hash = form.reduce(2_166_136_261 as UInt32) { ($0 ^ UInt32($1)) &* 16_777_619 }
      if found.count < most && !found.contains(hash) { found.append(hash) }
    }
  }
  return found
}
