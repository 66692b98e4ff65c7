import NewsCore

/// A kicker: the name of a desk, or a mark such as «عاجل», alone on the line above the headline.
func recogniseKicker(_ passage: Passage, above next: Passage?) -> Finding? {
  guard let next, next.words > passage.words, passage.words <= 4, Desks.isKicker(passage.phrase),
    next.scalars <= 400
  else { return nil }
  return Finding(.kicker, 0.85, "the name of a desk alone above the headline", [.kicker(bare(passage.text))])
}
