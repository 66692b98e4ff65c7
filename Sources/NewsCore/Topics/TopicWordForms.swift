/// A form under which a word of a text is looked for, by the hash of its letters.
struct TopicWordForm {
  let hash: UInt64
  /// How many letters were taken off: of two topics that a word could mean, the one that took less has it.
  let cut: Int
  /// Whether so little is left that it is no name by itself, only the head of a longer one («وفي مالي»).
  var isHeadOnly = false
}

extension TopicWordHash {
  /// Whether a form of so many letters ends like any other place.
  private static func isPlace(_ letters: Int) -> Bool { letters >= 4 }

  /// The word itself, then the word without what Arabic and Hebrew join to its front, three letters left.
  ///
  /// An article that was under a preposition is put back, so that «للصين» is found under «الصين» as well as «صين», while
  /// «صين» alone is not.
  @inline(__always)
  func forEachHeadForm(_ body: (TopicWordForm) -> Void) {
    body(TopicWordForm(hash: suffix(0, isPlace: TopicWordHash.isPlace(count)), cut: 0))
    guard cuts > 0, count >= 3 else { return }
    if count == 3 {
      if conjunctionLeads { body(TopicWordForm(hash: suffix(1, isPlace: false), cut: 1, isHeadOnly: true)) }
      return
    }
    for cut in 1...cuts where count - cut >= 3 {
      let proclitic = proclitic(cut)
      if proclitic == .none { continue }
      body(TopicWordForm(hash: suffix(cut, isPlace: TopicWordHash.isPlace(count - cut)), cut: cut))
      if proclitic == .article, cut != 2 || !isBareArticle {
        body(TopicWordForm(hash: articled(cut), cut: max(1, cut - 2)))
      }
    }
  }

  /// The forms of a phrase's later words: nothing but the article may have come before them («الكوري الشمالي»).
  @inline(__always)
  func forEachLaterForm(_ body: (TopicWordForm) -> Void) {
    body(TopicWordForm(hash: suffix(0, isPlace: TopicWordHash.isPlace(count)), cut: 0))
    guard cuts >= 2, count >= 5, isBareArticle else { return }
    body(TopicWordForm(hash: suffix(2, isPlace: TopicWordHash.isPlace(count - 2)), cut: 2))
  }

  /// The word itself, then the word without particles before it, three letters left: «ودمشق», «دمشق»; «للصين», «الصين».
  ///
  /// The article stays, for with it a word may be a name and without it none.
  @inline(__always)
  func forEachParticleForm(_ body: (UInt64) -> Void) {
    body(suffix(0, isPlace: TopicWordHash.isPlace(count)))
    guard cuts > 0, count > 3 else { return }
    for cut in 1...cuts where count - cut >= 3 {
      switch proclitic(cut) {
      case .none: continue
      case .particle: body(suffix(cut, isPlace: TopicWordHash.isPlace(count - cut)))
      // The preposition of بال and كال is a particle above; لل has lost the first letter of the article.
      case .article where startsWithDoubleLam(cut): body(articled(cut))
      case .article: continue
      }
    }
  }
}
