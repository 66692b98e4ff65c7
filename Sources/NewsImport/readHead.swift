import NewsCore

extension Galley {
  /// Finds what stands above the first paragraph: furniture of the page, kicker, headline, deck, byline, date, photo.
  mutating func readHead() {
    var index = body.lowerBound
    let hasTitle = findings.contains { $0?.parts.contains { if case .headline = $0 { true } else { false } } ?? false }
    if !hasTitle { index = readHeadline(from: index) }
    let first = index
    var hasPhoto = false
    while index < body.upperBound, index - first < 14 {
      guard isOpen(index) else {
        index += 1
        continue
      }
      guard takeHeadLine(index, &hasPhoto) || isAboveCredits(index) else { break }
      index += 1
    }
    body = index..<body.upperBound
  }

  // Steps over furniture to the headline and returns the place after it.
  private mutating func readHeadline(from start: Int) -> Int {
    var index = start
    while index < body.upperBound, index - start < 12, takeFurniture(index) { index += 1 }
    guard index < body.upperBound else { return keepSomeHeadline(start) }
    let next = passages.indices.contains(index + 1) ? passages[index + 1] : nil
    if take(recogniseKicker(passages[index], above: next), at: index) { index += 1 }
    guard index < body.upperBound else { return index }
    let isOnly = index + 1 == body.upperBound
    if take(recogniseHeadline(passages[index], isOnly: isOnly), at: index) {
      headline = index
      return index + 1
    }
    return index
  }

  // Nothing but furniture: then the first line is the headline after all.
  private mutating func keepSomeHeadline(_ start: Int) -> Int {
    guard body.contains(start) else { return start }
    replace(
      Finding(.headline, 0.6, "the first line of a file without text", [.headline(passages[start].text)]),
      at: start
    )
    headline = start
    return body.upperBound
  }

  private mutating func takeFurniture(_ index: Int) -> Bool {
    if !isOpen(index) { return true }
    if isRule(passages[index].text) {
      takeRule(index)
      return true
    }
    let next = passages.indices.contains(index + 1) ? passages[index + 1] : nil
    if recogniseKicker(passages[index], above: next) != nil, next.map({ recogniseDebris($0) == nil }) ?? true {
      return false
    }
    return take(recogniseDebris(passages[index]), at: index) || take(recogniseDateLine(passages[index]), at: index)
  }

  private mutating func takeHeadLine(_ index: Int, _ hasPhoto: inout Bool) -> Bool {
    let passage = passages[index]
    if isRule(passage.text) {
      takeRule(index)
      return true
    }
    if takeRepeatedHeadline(index) || takePhoto(index, &hasPhoto) { return true }
    if take(recogniseDateLine(passage), at: index) || take(recogniseByline(passage, isInHead: true), at: index) {
      return true
    }
    if take(recogniseDebris(passage), at: index) { return true }
    if takeDatelineAlone(index) { return true }
    if take(recogniseSource(passage, isAtEdge: true), at: index) || take(recogniseTags(passage), at: index) {
      return true
    }
    guard let headline, index == headline + 1 else { return false }
    let text = passages[(index + 1)...].prefix(6).first { !isCredit($0) }
    return take(recogniseDeck(passage, isCreditBelow: isAboveCredits(index), above: text), at: index)
  }

  // A line that was not recognised, right above one that belongs to the head: the head goes on below it.
  private func isAboveCredits(_ index: Int) -> Bool {
    guard body.contains(index + 1), !passages[index].looksLikeParagraph else { return false }
    return recogniseByline(passages[index + 1], isInHead: true) != nil
      || recogniseDateLine(passages[index + 1])?.role == .date
  }

  private func isCredit(_ passage: Passage) -> Bool {
    if passage.looksLikeParagraph { return recognisePhoto(passage) != nil }
    return recogniseByline(passage, isInHead: true) != nil || recogniseDateLine(passage) != nil
      || recogniseDebris(passage) != nil
      || recogniseCaption(passage, underPhoto: false) != nil
  }

  private mutating func takeDatelineAlone(_ index: Int) -> Bool {
    guard passages[index].words <= 16, let finding = recogniseDateline(passages[index]), finding.role == .dateline
    else {
      return false
    }
    return take(finding, at: index)
  }

  private mutating func takeRepeatedHeadline(_ index: Int) -> Bool {
    guard let headline, !passages[index].phrase.isEmpty, passages[index].phrase == passages[headline].phrase else {
      return false
    }
    return take(.dropped(.debris, 0.95, "the headline once more", passages[index].text), at: index)
  }
}
