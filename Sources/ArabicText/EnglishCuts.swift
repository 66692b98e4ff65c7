/// English plurals and possessives: stories, boxes, heroes, maps, women's.
enum EnglishCuts {
  static func append(of word: [UInt16], to cuts: inout [FormCut]) {
    let end = word.count
    guard word[end - 1] == s, !kept.contains(word[end - 2]), word != news else { return }
    if end > 4, word[end - 2] == e, word[end - 3] == i {
      cuts.append(FormCut(start: 0, end: end - 3, ending: y, weight: 0.8))
      return
    }
    // Boxes, and houses.
    if end > 4, word[end - 2] == e, hissing.contains(word[end - 3]) {
      cuts.append(FormCut(start: 0, end: end - 2, weight: 0.8))
    }
    cuts.append(FormCut(start: 0, end: end - 1, weight: 0.8))
  }

  private static let (e, i, s, y): (UInt16, UInt16, UInt16, UInt16) = (0x65, 0x69, 0x73, 0x79)
  // class, virus, crisis
  private static let kept = Set("sui".utf16)
  private static let hissing = Set("sxzho".utf16)
  private static let news = Array("news".utf16)
}
