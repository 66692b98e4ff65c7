/// Which words a story has, as short as it can be kept: without it, an edit of one story would have to look for its old
/// words in every shard.
///
/// A key of three bytes for each form and each of its tails: twelve bits of the tail, which tell the shard in any segment, and
/// twelve of the form's and field's print. `sum` are all prints together (exclusive or), by which an update proves that
/// the forms it found in the shards are those that the story had.
struct StoryKeys: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var sum: UInt64 = 0

  static let hashBits: UInt32 = 12

  mutating func add(_ print: UInt64, tails: ArraySlice<UInt32>) {
    sum ^= print
    for tail in tails {
      let key = Self.key(print, tail: tail)
      bytes.append(UInt8(truncatingIfNeeded: key))
      bytes.append(UInt8(truncatingIfNeeded: key >> 8))
      bytes.append(UInt8(truncatingIfNeeded: key >> 16))
    }
  }

  static func key(_ print: UInt64, tail: UInt32) -> UInt32 { (tail & IndexLayout.tailMask) << hashBits | hash(print) }

  static func hash(_ print: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: print) & (1 << hashBits - 1) }

  static func keys(in bytes: [UInt8]) -> Set<UInt32> {
    var keys = Set<UInt32>(minimumCapacity: bytes.count / 3)
    for start in stride(from: 0, to: bytes.count - 2, by: 3) {
      keys.insert(UInt32(bytes[start]) | UInt32(bytes[start + 1]) << 8 | UInt32(bytes[start + 2]) << 16)
    }
    return keys
  }

  /// The print of a form where it stands in a field: FNV-1a, its bits mixed by the finish of MurmurHash3.
  static func wordPrint(_ form: some Sequence<UInt8>, _ field: SearchField) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in form { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return wordPrint(hash, field)
  }

  static func wordPrint(_ hash: UInt64, _ field: SearchField) -> UInt64 {
    var mixed = hash &+ UInt64(field.rawValue) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 33) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ mixed >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ mixed >> 33
  }
}
