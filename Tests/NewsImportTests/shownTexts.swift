import NewsCore

/// Every piece of plain text that a reader of the story sees: its fields and its body.
func shownTexts(_ article: Article, withTitle: Bool) -> [String] {
  var texts = [withTitle ? article.headline : nil, article.kicker, article.deck, article.dateline].compactMap { $0 }
  for contributor in article.byline { texts += [contributor.name, contributor.role].compactMap { $0 } }
  texts += article.sources + (article.topics ?? [])
  if let image = article.image {
    texts += [
      image.file, image.id, image.alt, image.caption, image.captionCredit, image.credit, image.instructions,
    ].compactMap { $0 }
  }
  for block in article.blocks {
    switch block {
    case .paragraph(let text), .subhead(let text): texts.append(text)
    case .quotation(let lines), .bullets(let lines), .numbered(let lines, start: _): texts += lines
    case .dropped: break
    }
  }
  return texts
}

/// What is kept in the story file as comments.
func droppedTexts(_ article: Article) -> [String] {
  article.blocks.flatMap { block -> [String] in
    guard case .dropped(let lines) = block else { return [] }
    return lines
  }
}
