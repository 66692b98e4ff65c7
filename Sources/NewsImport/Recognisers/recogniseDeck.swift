import NewsCore

/// A deck: a sentence without a full stop between the headline and the first paragraph.
///
/// Right under the headline it is sure; after a blank line it is only likely, for such a line may be the lead.
///
/// `text` is the next passage that is no byline, date or photo.
func recogniseDeck(_ passage: Passage, isCreditBelow: Bool, above text: Passage?) -> Finding? {
  guard let text, (6...45).contains(passage.words), passage.scalars <= 320, passage.innerStops <= 1 else { return nil }
  guard passage.ending == .none || passage.ending == .question || passage.ending == .ellipsis else { return nil }
  guard text.looksLikeParagraph, text.words * 2 > passage.words * 3, bulletEnd(passage.text) == nil else { return nil }
  let isClose = !passage.isAfterBlank && (text.isAfterBlank || isCreditBelow)
  if isClose { return Finding(.deck, 0.75, "right under the headline, without a full stop", [.deck(passage.text)]) }
  let confidence = isCreditBelow ? 0.6 : 0.4
  return Finding(.deck, confidence, "after the headline, without a full stop", [.deck(passage.text)])
}
