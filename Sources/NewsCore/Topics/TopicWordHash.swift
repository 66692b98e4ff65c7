import ArabicText

/// A hash of a word's letters from which the hashes of its forms follow, so that no form is ever written out.
///
/// Σ letter · base^(letters after it), mod 2⁶⁴. Words of 48 letters and more have no forms but themselves. Two words with
/// one hash would be one word to the matcher; among a million words the chance of that is one in forty million.
struct TopicWordHash {
  private(set) var count = 0
  /// How many letters at the front may be proclitics, at most four.
  private(set) var cuts = 0
  private var value: UInt64 = 0
  private var last: UInt32 = 0
  /// The proclitic letters, three bits each.
  private var code = 0
  private var heads: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  init() {}

  /// Of a word as it is written.
  static func plain(_ written: some StringProtocol) -> UInt64 {
    let normal = words(in: String(written)).first?.normal ?? ""
    return TopicWordHash(normal).suffix(0, isPlace: false)
  }

  /// The hash of a whole search form.
  init(_ normal: String) {
    for scalar in normal.unicodeScalars { add(scalar.value) }
  }

  @inline(__always)
  mutating func add(_ letter: UInt32) {
    value = value &* TopicWordHash.base &+ UInt64(letter)
    last = letter
    if cuts == count, count < 4 { addHead(letter) }
    count += 1
  }

  private mutating func addHead(_ letter: UInt32) {
    let number = Proclitic.number(of: letter)
    guard number > 0 else { return }
    switch cuts {
    case 0: heads.0 = value
    case 1: heads.1 = value
    case 2: heads.2 = value
    default: heads.3 = value
    }
    code = code << 3 | number
    cuts += 1
  }

  /// The hash of the word without its first `cut` letters, which must be at most `cuts`.
  ///
  /// With `isPlace` a final ا counts as ه, for the ends of foreign places are alike (`placeKey`).
  @inline(__always)
  func suffix(_ cut: Int, isPlace: Bool) -> UInt64 {
    let whole = isPlace && last == 0x0627 ? value &+ (0x0647 - 0x0627) : value
    if cut == 0 { return whole }
    guard count - cut < TopicWordHash.powers.count else { return whole }
    return whole &- head(cut) &* TopicWordHash.powers[count - cut]
  }

  private func head(_ cut: Int) -> UInt64 {
    switch cut {
    case 1: heads.0
    case 2: heads.1
    case 3: heads.2
    default: heads.3
    }
  }

  /// The same, with the article before it.
  func articled(_ cut: Int) -> UInt64 {
    guard count - cut < TopicWordHash.powers.count else { return value }
    return TopicWordHash.article &* TopicWordHash.powers[count - cut] &+ suffix(cut, isPlace: true)
  }

  /// What the first `cut` letters are.
  func proclitic(_ cut: Int) -> Proclitic { Proclitic.table[code >> (3 * (cuts - cut))] }

  /// Whether the word begins with ال.
  var isBareArticle: Bool { cuts >= 2 && code >> (3 * (cuts - 2)) == 6 << 3 | 5 }

  /// Whether the first `cut` letters end in لل.
  func startsWithDoubleLam(_ cut: Int) -> Bool { cut >= 2 && (code >> (3 * (cuts - cut))) & 0x3F == 5 << 3 | 5 }

  /// Whether the word begins with و or ف.
  var conjunctionLeads: Bool { cuts >= 1 && (1...2).contains(code >> (3 * (cuts - 1))) }

  private static let base: UInt64 = 0x0000_0100_0000_01B3
  private static let article = UInt64(0x0627) &* base &+ 0x0644
  private static let powers: [UInt64] = (0..<48).reduce(into: []) { powers, _ in
    powers.append(powers.last.map { $0 &* base } ?? 1)
  }
}

/// What Arabic and Hebrew join to the front of a word: `baseForms` of `ArabicText` in numbers, and the Hebrew letters.
enum Proclitic: UInt8 {
  case none
  /// و ف ب ك ل, or two of them; up to three of ו ש ה ב כ ל מ.
  case particle
  /// ال, بال, كال or لل, with و or ف before it.
  case article

  /// 1 to 7 for letters that may be part of one, else 0. Letters of one script that come together in a code are told
  /// apart, Hebrew ones are all alike.
  @inline(__always)
  static func number(of letter: UInt32) -> Int {
    switch letter {
    case 0x0648: 1
    case 0x0641: 2
    case 0x0628: 3
    case 0x0643: 4
    case 0x0644: 5
    case 0x0627: 6
    case 0x05D5, 0x05D4, 0x05D1, 0x05DB, 0x05DC, 0x05DE, 0x05E9: 7
    default: 0
    }
  }

  /// By code: the numbers of up to four letters, three bits each.
  static let table: [Proclitic] = (0..<4096).map { code in
    var numbers = [code >> 9, code >> 6 & 7, code >> 3 & 7, code & 7].drop { $0 == 0 }
    if numbers.allSatisfy({ $0 == 7 }) { return (1...3).contains(numbers.count) ? .particle : .none }
    let hasConjunction = numbers.first == 1 || numbers.first == 2
    if hasConjunction { numbers = numbers.dropFirst() }
    switch Array(numbers) {
    case []: return hasConjunction ? .particle : .none
    case [3], [4], [5]: return .particle
    case [6, 5], [5, 5], [3, 6, 5], [4, 6, 5]: return .article
    default: return .none
    }
  }
}
