/// Tells of nearly every word that no phrase begins with it, before its forms are looked up.
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
        let place = TopicWordFilter.mix(suffix) >> shift
        bits[Int(place >> 6)] |= 1 << (place & 63)
      }
    }
    self.bits = bits
  }

  /// Whether a phrase may begin with the word that was hashed.
  @inline(__always)
  func mayPass(_ hash: TopicWordHash) -> Bool {
    for cut in 0...hash.cuts where holds(hash.suffix(cut, isPlace: true)) { return true }
    return false
  }

  @inline(__always)
  private func holds(_ suffix: UInt64) -> Bool {
    let place = TopicWordFilter.mix(suffix) >> shift
    return bits[Int(place >> 6)] & (1 << (place & 63)) != 0
  }

  @inline(__always)
  private static func mix(_ hash: UInt64) -> UInt64 { (hash ^ hash >> 29) &* 0x9E37_79B9_7F4A_7C15 }

  // An article may be hidden under a preposition («للصين»), so a key with the article goes in without it too.
  private static func suffixes(of key: String) -> [UInt64] {
    let hash = TopicWordHash(key)
    let whole = hash.suffix(0, isPlace: true)
    return hash.isBareArticle ? [whole, hash.suffix(2, isPlace: true)] : [whole]
  }
}
