import ArabicText

/// A small fingerprint of a text by which two versions of one story are recognised: the 64 smallest hashes of its runs of
/// three normalised words (bottom-k MinHash; Broder, "On the resemblance and containment of documents", 1997).
public struct TextSketch: Sendable, Hashable {
  /// Ascending, at most 64.
  private let hashes: [UInt64]

  private static let size = 64

  /// Sketches the texts as one. Spelling that the search normaliser folds makes no difference.
  public init(of texts: [String]) {
    var hashes: Set<UInt64> = []
    var (first, second): (UInt64, UInt64) = (0, 0)
    for word in texts.lazy.flatMap(words(in:)) {
      let third = Self.hash(word.normal)
      hashes.insert(Self.mixed(first &* 31 &+ second &* 1_000_003 &+ third))
      (first, second) = (second, third)
    }
    self.hashes = Array(hashes.sorted().prefix(Self.size))
  }

  /// Too short a text resembles others by chance.
  public var isTelling: Bool { hashes.count >= 24 }

  /// The share of runs that two texts have in common, from 0 to 1, to within about a tenth.
  public func similarity(to other: TextSketch) -> Double {
    var (left, right, taken, shared) = (0, 0, 0, 0)
    while taken < Self.size, left < hashes.count || right < other.hashes.count {
      let a = left < hashes.count ? hashes[left] : .max
      let b = right < other.hashes.count ? other.hashes[right] : .max
      if a == b { shared += 1 }
      if a <= b { left += 1 }
      if b <= a { right += 1 }
      taken += 1
    }
    return taken == 0 ? 0 : Double(shared) / Double(taken)
  }

  /// Two texts that have most runs in common share at least one of these keys, almost always.
  public var keys: ArraySlice<UInt64> { hashes.prefix(12) }

  // FNV-1a: stable between runs, unlike Swift's seeded Hasher.
  private static func hash(_ word: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
