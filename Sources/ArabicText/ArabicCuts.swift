/// What may be taken off an Arabic, Persian or Urdu word: a light stemmer in the manner of light10 (Larkey, Ballesteros,
/// Connell 2007), with verbs, Persian and Urdu besides.
///
/// From the front, each at most once: و ف, then ال بال كال لل, or ب ك ل, or the س of the future, or می and نمی. From the
/// end: the endings of `Ending`, and behind a pronoun or the mark of a plural a second one. Three letters remain, after the
/// article two. Words in `WholeWords` only look as if they had such parts.
struct ArabicCuts {
  private let word: [UInt16]

  init(_ word: [UInt16]) { self.word = word }

  func append(to cuts: inout [FormCut]) {
    let front = frontCuts
    cuts += front.map {
      FormCut(start: $0.letters, end: word.count, isJoined: !$0.isArticle, weight: $0.weight)
    }
    let hasArticle = front.contains { $0.isArticle }
    if !hasArticle { appendEndings(from: 0, base: 1, isJoined: false, to: &cuts) }
    for cut in front where cut.isArticle || !cut.isConjunction || !hasArticle {
      appendEndings(from: cut.letters, base: cut.weight, isJoined: !cut.isArticle, to: &cuts)
    }
  }

  /// How many letters the article and what stands before it take up.
  var articleEnd: Int { frontCuts.first { $0.isArticle }?.letters ?? 0 }

  private struct FrontCut {
    var letters: Int
    var weight: Double
    var isArticle = false
    var isConjunction = false
  }

  private var frontCuts: [FrontCut] {
    var cuts: [FrontCut] = []
    let conjunction = letter(0) == Letter.waw || letter(0) == Letter.fa ? 1 : 0
    let article = conjunction + articleLength(at: conjunction)
    if article > conjunction, hasArticle(before: article), !isListed(from: conjunction) {
      cuts.append(FrontCut(letters: article, weight: 0.8, isArticle: true))
    }
    if WholeWords.isUncut(word[...]) { return cuts }
    if conjunction == 1 {
      add(1, 0.7, least: 3, to: &cuts, isConjunction: true)
      if WholeWords.isUncut(word[1...]) { return cuts }
    }
    switch letter(conjunction) {
    case Letter.ba, Letter.kaf, Letter.lam: add(conjunction + 1, 0.6, least: 3, to: &cuts)
    case Letter.sin where Letter.verbPrefixes.contains(letter(conjunction + 1)):
      add(conjunction + 1, 0.5, least: 4, to: &cuts)
    case Letter.mim where letter(conjunction + 1) == Letter.ya: add(conjunction + 2, 0.5, least: 3, to: &cuts)
    case Letter.nun where letter(conjunction + 1) == Letter.mim && letter(conjunction + 2) == Letter.ya:
      add(conjunction + 3, 0.5, least: 3, to: &cuts)
    default: break
    }
    return cuts
  }

  /// Whether what looks like an article belongs to a listed word: ألمانيا, and لبنان in للبنان.
  private func isListed(from start: Int) -> Bool {
    WholeWords.isUncut(word[(letter(start) == Letter.alef ? start : start + 1)...])
  }

  private func add(_ letters: Int, _ weight: Double, least: Int, to cuts: inout [FrontCut], isConjunction: Bool = false)
  {
    if word.count - letters >= least {
      cuts.append(FrontCut(letters: letters, weight: weight, isConjunction: isConjunction))
    }
  }

  // ال, بال, كال or لل.
  private func articleLength(at start: Int) -> Int {
    switch (letter(start), letter(start + 1), letter(start + 2)) {
    case (Letter.alef, Letter.lam, _), (Letter.lam, Letter.lam, _): 2
    case (Letter.ba, Letter.alef, Letter.lam), (Letter.kaf, Letter.alef, Letter.lam): 3
    default: 0
    }
  }

  private func hasArticle(before start: Int) -> Bool {
    let rest = word.count - start
    return rest >= 3 || (rest == 2 && !WholeWords.falseNouns.contains(Array(word[start...])))
  }

  private func appendEndings(from start: Int, base: Double, isJoined: Bool, to cuts: inout [FormCut]) {
    let end = word.count
    guard !WholeWords.isWhole(word[start..<end]) else { return }
    if letter(end - 1) == Letter.hamza, letter(end - 2) == Letter.ya, end - start >= 3 {
      cuts.append(FormCut(start: start, end: end - 2, ending: Letter.hamza, isJoined: isJoined, weight: 0.9 * base))
    }
    guard let first = Ending.of(word[start..<end], Ending.all) else { return }
    let bare = end - first.letters.count
    cuts.append(cut(start..<bare, isJoined, 0.5 * base))
    // The ن may be the word's own: بيانا.
    if first.isOurs { cuts.append(cut(start..<bare + 1, isJoined, 0.4 * base)) }
    guard !WholeWords.isWhole(word[start..<bare]), let second = Ending.of(word[start..<bare], first.before) else {
      return
    }
    cuts.append(cut(start..<bare - second.letters.count, isJoined, 0.4 * base))
    // The ا may be the word's own: حياته.
    if second.isPlural { cuts.append(cut(start..<bare - 1, isJoined, 0.3 * base)) }
  }

  // Of a short word's plural the singular remains: لغات, لغة.
  private func cut(_ rest: Range<Int>, _ isJoined: Bool, _ weight: Double) -> FormCut {
    FormCut(
      start: rest.lowerBound,
      end: rest.upperBound,
      ending: rest.count == 2 ? Letter.ha : 0,
      isJoined: isJoined,
      weight: weight
    )
  }

  private func letter(_ index: Int) -> UInt16 { index >= 0 && index < word.count ? word[index] : 0 }

  private enum Letter {
    static let hamza: UInt16 = 0x0621
    static let alef: UInt16 = 0x0627
    static let ba: UInt16 = 0x0628
    static let sin: UInt16 = 0x0633
    static let fa: UInt16 = 0x0641
    static let kaf: UInt16 = 0x0643
    static let lam: UInt16 = 0x0644
    static let mim: UInt16 = 0x0645
    static let nun: UInt16 = 0x0646
    static let ha: UInt16 = 0x0647
    static let waw: UInt16 = 0x0648
    static let ya: UInt16 = 0x064A
    static let verbPrefixes: Set<UInt16> = [0x064A, 0x062A, 0x0646, 0x0627]
  }
}

/// What may end a word, and what may then stand before it.
struct Ending: Sendable {
  let letters: [UInt16]
  /// How many letters must remain.
  let least: Int
  /// The endings that may come off after it.
  let before: [Ending]

  private init(_ text: String, least: Int = 3, before: [Ending] = []) {
    letters = Array(text.utf16)
    self.least = least
    self.before = before
  }

  /// نا, whose ن may belong to the word.
  var isOurs: Bool { letters == [0x0646, 0x0627] }
  /// ات, whose ا may belong to the word.
  var isPlural: Bool { letters == [0x0627, 0x062A] }

  /// The first of a list that the word ends in.
  static func of(_ word: ArraySlice<UInt16>, _ endings: [Ending]) -> Ending? {
    endings.first { word.count - $0.letters.count >= $0.least && word.suffix($0.letters.count) == $0.letters[...] }
  }

  private static let adjective = [Ending("ي")]
  private static let dual = [Ending("ت", least: 2), Ending("ي")]
  // The ة of a word is a ت before a pronoun.
  private static let owned = [Ending("ات", least: 2), Ending("ت", least: 2), Ending("ي")]

  /// The longest first: Persian and Urdu plurals, owners and comparatives, pronouns, duals and plurals, ة, the ي of
  /// belonging.
  static let all =
    ["هايشان", "هايمان", "ترين", "هايي", "هايش", "هايم", "ءيں", "ءوں", "هاي", "ياں"].map { Ending($0) }
    + [Ending("گان", least: 4), Ending("شان", least: 4)]
    + ["هما", "ها", "هم", "هن", "نا", "كم"].map { Ending($0, before: owned) }
    + [Ending("ات", least: 2, before: adjective), Ending("ون", before: adjective)]
    + ["ين", "ان"].map { Ending($0, before: dual) } + ["وا", "تر"].map { Ending($0) }
    + ["يں", "وں"].map { Ending($0, least: 2, before: adjective) } + [Ending("ك", least: 4, before: owned)]
    + ["ه", "ي"].map { Ending($0, before: owned) } + [Ending("ا", before: adjective)]
    + [Ending("ت"), Ending("ء"), Ending("ے", least: 2), Ending("و", least: 4)]
}
