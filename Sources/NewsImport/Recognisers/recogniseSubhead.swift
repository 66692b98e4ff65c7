/// A subhead: a few words without a full stop inside the body, and a paragraph below it that is much longer.
func recogniseSubhead(_ passage: Passage, after previous: Passage?, before next: Passage?) -> Finding? {
  guard passage.words <= 12, passage.scalars <= 90, passage.innerStops == 0, let next else { return nil }
  guard
    passage.ending == .none || passage.ending == .question && passage.words <= 9
      || passage.ending == .colon && passage.words <= 4
  else { return nil }
  guard passage.rtlLetters + passage.latinLetters >= 2, opensLikeWords(passage.text, count: passage.words),
    bulletEnd(passage.text) == nil
  else { return nil }
  guard next.looksLikeParagraph, next.words >= passage.words * 2, next.words >= 8 else { return nil }
  let isFinished = previous.map { $0.ending == .stop || $0.ending == .question || $0.ending == .ellipsis } ?? true
  let isGlued = !next.isAfterBlank
  let count = passage.words == 1 ? "one word" : "\(passage.words) words"
  let reason = "\(count) without a full stop above a paragraph" + (isGlued ? ", right above it" : "")
  let confidence = isFinished ? (isGlued ? 0.75 : 0.7) : 0.4
  return Finding(.subhead, confidence, reason, [.block(.subhead(passage.text))])
}

// A quotation mark opens speech more often than a subhead, except around a few words.
private func opensLikeWords(_ text: String, count: Int) -> Bool {
  guard let first = text.unicodeScalars.first(where: { !isMark($0) }) else { return false }
  if first == "«" || first == "\"" { return count <= 5 }
  return first.properties.isAlphabetic || first.properties.numericType != nil
}
