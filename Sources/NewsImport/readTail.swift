import NewsCore

extension Galley {
  /// Finds what stands below the last paragraph, from the end up: related headlines, notes of the desk, sign-offs,
  /// source, tags, byline; then the agency in brackets at the last paragraph's end.
  mutating func readTail() {
    takeRelatedBlock()
    var end = body.upperBound
    while end > body.lowerBound {
      let index = end - 1
      guard !isOpen(index) || takeTailLine(index) else { break }
      end -= 1
    }
    body = body.lowerBound..<end
    if let last = body.last { take(recogniseTrailingSignOff(passages[last]), at: last) }
  }

  private mutating func takeTailLine(_ index: Int) -> Bool {
    let passage = passages[index]
    if isRule(passage.text) {
      takeRule(index)
      return true
    }
    let isAfterNote = index > 0 && recogniseDeskNote(passages[index - 1], afterNote: false) != nil
    return take(recogniseDeskNote(passage, afterNote: isAfterNote), at: index)
      || take(recogniseSignOff(passage), at: index)
      || take(recogniseSource(passage, isAtEdge: true), at: index)
      || take(recogniseTags(passage), at: index)
      || take(recogniseDateLine(passage), at: index)
      || take(recogniseByline(passage, isInHead: false), at: index)
      || take(recogniseDebris(passage), at: index)
  }

  // «حول هذه القصة» and nothing below it but headlines and furniture: all of it is the page's, not the story's.
  private mutating func takeRelatedBlock() {
    var opener: Int?
    var index = body.upperBound - 1
    let lowest = max(body.lowerBound, body.upperBound - 24)
    while index >= lowest {
      if DebrisPhrases.blockOpeners.contains(passages[index].phrase)
        || recognisePointer(passages[index])?.confidence == 0.9
      {
        opener = index
      }
      guard isListed(index) else { break }
      index -= 1
    }
    guard let opener else { return }
    for index in opener..<body.upperBound where isOpen(index) {
      let reason = index == opener ? "opens the page's list of other articles" : "in the page's list of other articles"
      let passage = passages[index]
      if isRule(passage.text) {
        takeRule(index)
      } else if !takeCredit(index) {
        take(.dropped(.debris, 0.85, reason, passage.text), at: index)
      }
    }
  }

  // Source lines and notes may stand inside or below such a list.
  private mutating func takeCredit(_ index: Int) -> Bool {
    if let source = recogniseSource(passages[index], isAtEdge: true), source.confidence > 0.8 {
      return take(source, at: index)
    }
    return take(recogniseDeskNote(passages[index], afterNote: false), at: index)
      || take(recogniseTags(passages[index]), at: index)
  }

  private func isListed(_ index: Int) -> Bool {
    let passage = passages[index]
    return passage.looksLikeHeadline || isRule(passage.text) || recogniseDebris(passage) != nil
  }
}
