import NewsCore

extension [Article.Block] {
  /// Appends a block; entries of one list, lines of one quotation and dropped lines join the block above.
  mutating func add(_ block: Article.Block) {
    switch (last, block) {
    case (.bullets(let above)?, .bullets(let below)): self[count - 1] = .bullets(above + below)
    case (.quotation(let above)?, .quotation(let below)): self[count - 1] = .quotation(above + below)
    case (.dropped(let above)?, .dropped(let below)): self[count - 1] = .dropped(above + below)
    case (.numbered(let above, let start)?, .numbered(let below, let next)) where start + above.count == next:
      self[count - 1] = .numbered(above + below, start: start)
    default: append(block)
    }
  }
}

/// The first text of the body that a reader sees.
func firstText(_ blocks: [Article.Block]) -> String? {
  for block in blocks {
    switch block {
    case .paragraph(let text), .subhead(let text): return text
    case .quotation(let lines), .bullets(let lines), .numbered(let lines, start: _): return lines.first
    case .dropped: continue
    }
  }
  return nil
}

/// The text up to its first full stop or question mark that white space follows.
func firstSentence(of text: String) -> String {
  let head = text.prefix(400)
  var previous: Character = " "
  for index in head.indices {
    let character = head[index]
    if character == " ", ".؟!".contains(previous) { return trimmed(head[..<index].drop { $0 == " " }) }
    previous = character
  }
  return trimmed(head)
}
