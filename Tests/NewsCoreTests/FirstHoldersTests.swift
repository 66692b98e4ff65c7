import NewsCore
import Testing

/// Made-up keys, among them the hard ones for a table: 0, and those that begin their search at one place.
private let keys: [UInt64] = [0, 1, .max] + (1...500).map { $0 << 33 } + (1...500).map { $0 &* 0x9E37_79B9_7F4A_7C15 }

@Test func theFirstToTakeAKeyHasIt() {
  var holders = FirstHolders(keys.count)
  for (holder, key) in keys.enumerated() {
    #expect(holders.holder(of: key) == nil)
    let isFirst = holders.take(key, for: holder)
    #expect(isFirst)
  }
  for (holder, key) in keys.enumerated() {
    let isFirst = holders.take(key, for: 7)
    #expect(!isFirst)
    #expect(holders.holder(of: key) == holder)
  }
}

@Test func aTableForNoKeysHasNone() {
  #expect(FirstHolders(0).holder(of: 5) == nil)
}
