/// A read-only table from well-mixed 64-bit keys to numbers: two flat arrays, no hashing of hashes.
///
/// Open addressing with linear probing, at most half full.
struct HashTable: Sendable {
  private let keys: [UInt64]
  private let values: [UInt32]
  private let mask: Int

  /// Key 0 stands for an empty place; it is never found.
  init(_ pairs: [UInt64: UInt32]) {
    var size = 16
    while size < pairs.count * 2 { size *= 2 }
    mask = size - 1
    var keys = [UInt64](repeating: 0, count: size)
    var values = [UInt32](repeating: 0, count: size)
    for (key, value) in pairs where key != 0 {
      var place = HashTable.place(key) & mask
      while keys[place] != 0 { place = (place + 1) & mask }
      keys[place] = key
      values[place] = value
    }
    self.keys = keys
    self.values = values
  }

  @inline(__always)
  func value(of key: UInt64) -> UInt32? {
    guard key != 0 else { return nil }
    var place = HashTable.place(key) & mask
    while keys[place] != 0 {
      if keys[place] == key { return values[place] }
      place = (place + 1) & mask
    }
    return nil
  }

  @inline(__always)
  private static func place(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: ((key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
