/// Who was the first to have each of many keys: a table for keys that are fingerprints, so mixed already, without the cost
/// of hashing them once more.
///
/// Open addressing with linear probing, at most half full; made for a known number of keys.
public struct FirstHolders: Sendable {
  private var keys: [UInt64]
  private var holders: [Int32]
  private let mask: Int

  /// For at most `count` keys.
  public init(_ count: Int) {
    var size = 16
    while size < count * 2 { size *= 2 }
    mask = size - 1
    keys = [UInt64](repeating: 0, count: size)
    holders = [Int32](repeating: -1, count: size)
  }

  /// The one that has the key already; nil where it is free.
  public func holder(of key: UInt64) -> Int? {
    let place = place(of: key)
    return holders[place] < 0 ? nil : Int(holders[place])
  }

  /// Gives the key to `holder` (not negative) where it is free, and says whether it was.
  public mutating func take(_ key: UInt64, for holder: Int) -> Bool {
    let place = place(of: key)
    if holders[place] >= 0 { return false }
    keys[place] = key
    holders[place] = Int32(holder)
    return true
  }

  private func place(of key: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: ((key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while holders[place] >= 0, keys[place] != key { place = (place + 1) & mask }
    return place
  }
}
