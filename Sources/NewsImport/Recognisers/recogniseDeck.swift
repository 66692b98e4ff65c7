import NewsCore

/// A deck: a sentence without a full stop between the headline and the first paragraph.
///
/// Right under the headline it is sure; after a blank line it is only likely, for such a line may be the lead.
func recogniseDeck(_ passage: Passage, after headline: Passage, before next: Passage?) -> Finding? {
  guard let next, (6...45).contains(passage.words), passage.scalars <= 320, passage.innerStops <= 1 else { return nil }
  guard passage.ending == .none || passage.ending == .question || passage.ending == .ellipsis else { return nil }
  guard next.looksLikeParagraph, next.words * 2 > passage.words * 3, bulletEnd(passage.text) == nil else { return nil }
  let isClose = !passage.isAfterBlank && next.isAfterBlank
  let reason = isClose ? "right under the headline, without a full stop" : "after the headline, without a full stop"
  return Finding(.deck, isClose ? 0.75 : 0.4, reason, [.deck(passage.text)])
}
