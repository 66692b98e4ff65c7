import NewsCore

extension Galley {
  /// Gives every passage that is left its place in the body: dateline, lists, quotations, subheads, photos and the
  /// page's furniture in between; all else is a paragraph.
  mutating func readBody() {
    if let first = body.first { take(recogniseDateline(passages[first]), at: first) }
    var hasPhoto = findings.contains { $0?.role == .photo || $0?.role == .caption }
    var index = body.lowerBound
    while index < body.upperBound {
      let taken = isOpen(index) ? takeBodyLines(from: index, &hasPhoto) : 1
      index += taken
    }
    for index in passages.indices where isOpen(index) { takeParagraph(index) }
  }

  // How many passages from `index` were decided.
  private mutating func takeBodyLines(from index: Int, _ hasPhoto: inout Bool) -> Int {
    let passage = passages[index]
    let next = body.contains(index + 1) ? passages[index + 1] : nil
    let previous = passages[body.lowerBound..<index].suffix(3).last { !isRule($0.text) }
    if isRule(passage.text) {
      takeRule(index)
      return 1
    }
    let entries = recogniseList(passages, from: index) { $0 < body.upperBound && findings[$0] == nil }
    if !entries.isEmpty {
      for (offset, entry) in entries.enumerated() { take(entry, at: index + offset) }
      return entries.count
    }
    if let photo = recognisePhoto(passage), photo.confidence >= 0.8 || photo.role == .photo, takePhoto(index, &hasPhoto)
    {
      return 1
    }
    if index > 0, findings[index - 1]?.role == .photo, takePhoto(index, &hasPhoto) { return 1 }
    if takeFurnitureInText(index) { return 1 }
    let isFirst = index == body.lowerBound
    if !isFirst, take(recogniseQuotation(passage, before: next), at: index) { return 1 }
    if doubtCaption(index) { return 1 }
    if doubts[index] == nil, take(recogniseSubhead(passage, after: previous, before: next), at: index) { return 1 }
    takeParagraph(index)
    return 1
  }

  private mutating func takeFurnitureInText(_ index: Int) -> Bool {
    let passage = passages[index]
    let isAfterNote = index > 0 && findings[index - 1]?.role == .deskNote
    if take(recogniseDeskNote(passage, afterNote: isAfterNote), at: index) { return true }
    if passage.looksLikeParagraph { return false }
    if let debris = recogniseDebris(passage) {
      take(debris, at: index)
      if debris.reason.hasPrefix("a pointer to other") { takePointed(after: index) }
      return true
    }
    guard let source = recogniseSource(passage, isAtEdge: false) else { return takeTags(index) }
    return take(source, at: index)
  }

  private mutating func takeTags(_ index: Int) -> Bool {
    guard let tags = recogniseTags(passages[index]), tags.confidence >= 0.9 else { return false }
    return take(tags, at: index)
  }

  // The headlines right below «اقرأ أيضا», without a blank line between.
  private mutating func takePointed(after index: Int) {
    var next = index + 1
    while body.contains(next), next - index <= 6, !passages[next].isAfterBlank, isOpen(next),
      passages[next].looksLikeHeadline,
      passages[next].words >= 3
    {
      take(.dropped(.debris, 0.7, "right below a pointer to other articles", passages[next].text), at: next)
      next += 1
    }
  }

  // A credit at the end of a line in mid-text: a caption perhaps, but no photo line says so.
  private mutating func doubtCaption(_ index: Int) -> Bool {
    guard !passages[index].looksLikeParagraph, var caption = recogniseCaption(passages[index], underPhoto: false) else {
      return false
    }
    caption.confidence = 0.4
    take(caption, at: index)
    takeParagraph(index)
    return true
  }

  private mutating func takeParagraph(_ index: Int) {
    let passage = passages[index]
    let count = passage.lines.count
    var reason = count > 1 ? "\(count) hard-wrapped lines, one paragraph" : "a line of its own"
    if let doubt = doubts[index] { reason = "text; it might be a \(doubt.role.rawValue) line (\(doubt.reason))" }
    take(Finding(.paragraph, 1, reason, [.block(.paragraph(passage.text))]), at: index)
  }
}
