/// Tells of nearly every word that no phrase begins with it, from a hash, before the word is taken apart.
///
/// A bit set (a Bloom filter with one hash) over the search forms with which phrases begin. A word passes if it, or it
/// without up to four letters that may be proclitics, hits a bit: none that should pass is ever held.
struct TopicWordFilter: Sendable {
  private let bits: [UInt64]
  private let shift: UInt64

  init(_ keys: Set<String>) {
    var width: UInt64 = 10
    while width < 24, 1 << width < keys.count * 64 { width += 1 }
    shift = 64 - width
    var bits = [UInt64](repeating: 0, count: 1 << (width - 6))
    for key in keys {
      for suffix in TopicWordFilter.suffixes(of: key) {
        let place = TopicWordHash.mix(suffix) >> shift
        bits[Int(place >> 6)] |= 1 << (place & 63)
      }
    }
    self.bits = bits
  }

  /// Whether a phrase may begin with the word that was hashed.
  func mayPass(_ hash: TopicWordHash) -> Bool {
    if hash.isTooLong { return true }
    for cut in 0...hash.cuts where holds(hash.suffix(cut)) { return true }
    return false
  }

  /// The same for a word whose search form is known.
  func mayPass(normal: String) -> Bool {
    var hash = TopicWordHash()
    for scalar in normal.unicodeScalars { hash.add(scalar.value) }
    return mayPass(hash)
  }

  private func holds(_ suffix: UInt64) -> Bool {
    let place = TopicWordHash.mix(suffix) >> shift
    return bits[Int(place >> 6)] & (1 << (place & 63)) != 0
  }

  // An article may be hidden under a preposition («للصين»), so a key with the article goes in without it too.
  private static func suffixes(of key: String) -> [UInt64] {
    var hash = TopicWordHash()
    for scalar in key.unicodeScalars { hash.add(scalar.value) }
    let hasArticle = key.unicodeScalars.starts(with: "ال".unicodeScalars) && hash.count > 2
    return hasArticle ? [hash.suffix(0), hash.suffix(2)] : [hash.suffix(0)]
  }
}

/// A hash of a word's letters from which the hashes of its endings follow: Σ letter · base^(letters after it), mod 2⁶⁴.
struct TopicWordHash {
  private(set) var count = 0
  /// How many letters at the front may be taken off, at most four.
  private(set) var cuts = 0
  private var value: UInt64 = 0
  private var last: UInt32 = 0
  private var heads: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  @inline(__always)
  mutating func add(_ letter: UInt32) {
    value = value &* TopicWordHash.base &+ UInt64(letter)
    last = letter
    if cuts == count, count < 4, TopicWordHash.isProclitic(letter) {
      switch cuts {
      case 0: heads.0 = value
      case 1: heads.1 = value
      case 2: heads.2 = value
      default: heads.3 = value
      }
      cuts += 1
    }
    count += 1
  }

  var isTooLong: Bool { count >= TopicWordHash.powers.count }

  /// The hash of the word without its first `cut` letters, which must be at most `cuts`. A final ا counts as ه, for
  /// the ends of foreign places are alike.
  @inline(__always)
  func suffix(_ cut: Int) -> UInt64 {
    let whole = last == 0x0627 ? value &+ (0x0647 - 0x0627) : value
    let head: UInt64
    switch cut {
    case 0: return whole
    case 1: head = heads.0
    case 2: head = heads.1
    case 3: head = heads.2
    default: head = heads.3
    }
    return whole &- head &* TopicWordHash.powers[count - cut]
  }

  @inline(__always)
  static func mix(_ hash: UInt64) -> UInt64 { (hash ^ hash >> 29) &* 0x9E37_79B9_7F4A_7C15 }

  /// و ف ب ك ل ا, and ו ה ב כ ל מ ש.
  @inline(__always)
  private static func isProclitic(_ letter: UInt32) -> Bool {
    switch letter {
    case 0x0648, 0x0641, 0x0628, 0x0643, 0x0644, 0x0627: true
    case 0x05D5, 0x05D4, 0x05D1, 0x05DB, 0x05DC, 0x05DE, 0x05E9: true
    default: false
    }
  }

  private static let base: UInt64 = 0x0000_0100_0000_01B3
  private static let powers: [UInt64] = (0..<48).reduce(into: []) { powers, _ in
    powers.append(powers.last.map { $0 &* base } ?? 1)
  }
}
