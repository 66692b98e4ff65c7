import NewsCore

/// The headline: the first passage that is no furniture of the page, kept short enough for one sentence.
///
/// nil where the text begins with a paragraph and has no headline at all.
func recogniseHeadline(_ passage: Passage, isOnly: Bool) -> Finding? {
  let isPossible = passage.scalars <= 400 && passage.innerStops <= 1
  guard isPossible, isOnly || passage.ending != .stop || passage.words <= 18 else { return nil }
  if passage.ending == .comma, passage.words > 12 { return nil }
  if let found = splitDesk(passage.text) {
    return Finding(
      .headline,
      0.9,
      "the first line, after the name of a desk and a stroke",
      [.kicker(found.desk), .headline(found.rest)]
    )
  }
  let text = passage.text.hasPrefix("# ") ? trimmed(passage.text.dropFirst(2)) : passage.text
  let confidence = passage.looksLikeHeadline ? 0.95 : 0.7
  return Finding(.headline, confidence, "the first line, one sentence", [.headline(text.isEmpty ? passage.text : text)])
}

/// «عام / وزير الخارجية يصل» as desk and headline.
private func splitDesk(_ text: String) -> (desk: String, rest: String)? {
  guard let split = labelled(text, separators: "/|"), Desks.isKicker(split.key) else { return nil }
  let rest = trimmed(split.value.drop { "/| ".contains($0) })
  return phrase(rest).isEmpty ? nil : (split.label, rest)
}
