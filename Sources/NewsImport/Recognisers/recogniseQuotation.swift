/// A quotation set apart: a passage between blank lines that is one pair of quotation marks and nothing else, or a
/// line that opens with `>`.
func recogniseQuotation(_ passage: Passage, before next: Passage?) -> Finding? {
  if passage.text.hasPrefix(">"), passage.words >= 2 {
    let text = trimmed(passage.text.drop { $0 == ">" || $0 == " " })
    if !phrase(text.prefix(200)).isEmpty {
      return Finding(.quotation, 0.8, "opens with the mark of a quotation", [.block(.quotation([text]))])
    }
  }
  guard passage.isAfterBlank, next?.isAfterBlank ?? true, (4...70).contains(passage.words) else { return nil }
  guard isWholeQuote(passage.text) else { return nil }
  return Finding(
    .quotation,
    0.65,
    "stands apart, one pair of quotation marks around all of it",
    [.block(.quotation([passage.text]))]
  )
}

private func isWholeQuote(_ text: String) -> Bool {
  for (open, close) in [("«", "»"), ("“", "”"), ("\"", "\"")] where text.hasPrefix(open) {
    let inner = text.dropFirst()
    guard let end = inner.firstIndex(of: Character(close)) else { return false }
    let rest = inner[inner.index(after: end)...]
    return rest.unicodeScalars.allSatisfy { ".،؟!".unicodeScalars.contains($0) || isMark($0) }
  }
  return false
}
