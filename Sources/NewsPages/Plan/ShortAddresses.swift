import NewsCore

/// The short address of each story, for sharing: an Arabic address is 260 signs long once a program has encoded it.
///
/// It is made of the story's `id`, or of the digest of its address: 10 signs of base 32, 50 bits, so that among 100,000
/// stories two alike are as likely as 1 in 200,000; the newer of the two then has none.
public struct ShortAddresses: Sendable {
  /// 50 bits of the digest where the address is made of it.
  private var keys: [UInt64] = []
  /// Story → the `id` that its address is made of.
  private var ids: [Int: String] = [:]
  private var taken = FirstHolders(0)
  private var takenIDs: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  private static let none = UInt64.max

  init(_ stories: Catalogue, site: Site) {
    guard site.hasShortAddresses else { return }
    var holders: [String: Int] = [:]
    for index in stories.stories(with: .id) {
      let story = stories[index]
      guard let id = story.shortID else { continue }
      if let holder = holders[id] {
        // One `id` in two languages is meant so: these are translations of each other.
        let isTranslation = stories[holder].language != story.language
        if !isTranslation { diagnostics.append(sharedID(id, of: story, holder: stories[holder])) }
      } else {
        holders[id] = index
        ids[index] = id
      }
    }
    takenIDs = Set(holders.keys)
    keys = stories.shortKeys
    taken = FirstHolders(keys.count)
    for index in keys.indices where ids[index] == nil {
      let isFree = takenIDs.isEmpty || !takenIDs.contains(shortText(keys[index]))
      if !isFree || !taken.take(keys[index], for: index) { keys[index] = Self.none }
    }
  }

  /// `a/3f9k2m8c1x/`, or nil where the story has none.
  public subscript(index: Int) -> String? {
    guard index < keys.count else { return nil }
    if let id = ids[index] { return "a/\(id)/" }
    return keys[index] == Self.none ? nil : shortAddress(keys[index])
  }

  /// How many stories have one.
  var count: Int { keys.indices.count { keys[$0] != Self.none || ids[$0] != nil } }

  /// What a story's short address is made of, as a number; its `id` is part of the story.
  /// 0 where it has none.
  public func isMade(of index: Int) -> UInt64 {
    guard index < keys.count else { return 0 }
    if ids[index] != nil { return madeOfID }
    return keys[index] == Self.none ? 0 : keys[index] | madeOfKey
  }

  /// Whether a story has this short address.
  func holds(_ address: String) -> Bool {
    guard address.hasPrefix("a/"), address.hasSuffix("/") else { return false }
    let id = String(address.dropFirst(2).dropLast())
    return takenIDs.contains(id) || key(of: id).map { taken.holder(of: $0) != nil } == true
  }
}

private let madeOfKey: UInt64 = 1 << 62
private let madeOfID: UInt64 = 1 << 63

/// The short address that a story has or had, from what it was made of (`ShortAddresses.isMade`).
public func shortAddress(made: UInt64, of story: Teaser) -> String? {
  if made == madeOfID { return story.shortID.map { "a/\($0)/" } }
  return made == 0 ? nil : shortAddress(made & ~madeOfKey)
}

extension Teaser {
  /// The story's `id` where it can be part of a short address.
  fileprivate var shortID: String? {
    guard let id = id?.lowercased(), (1...24).contains(id.utf8.count) else { return nil }
    let isPlain = id.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "-")
    }
    return isPlain ? id : nil
  }
}

/// Without letters that are mistaken for digits (Crockford's base 32).
private let shortDigits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

/// 50 bits of the SHA-256 digest of an address: they stand in links that readers keep, so they must never change.
func shortKey(_ address: String) -> UInt64 {
  SHA256.first64Bits(Array(address.utf8)) >> 12 & (1 << 50 - 1)
}

/// `a/3f9k2m8c1x/`
func shortAddress(_ key: UInt64) -> String { "a/\(shortText(key))/" }

private func shortText(_ key: UInt64) -> String {
  var number = key
  var digits: [UInt8] = []
  for _ in 0..<10 {
    digits.append(shortDigits[Int(number & 31)])
    number >>= 5
  }
  return String(decoding: digits, as: UTF8.self)
}

/// The key that a text stands for; nil where it stands for none.
private func key(of text: String) -> UInt64? {
  guard text.utf8.count == 10 else { return nil }
  var key: UInt64 = 0
  for digit in text.utf8.reversed() {
    guard let value = shortDigits.firstIndex(of: digit) else { return nil }
    key = key << 5 | UInt64(value)
  }
  return key
}

private func sharedID(_ id: String, of story: Teaser, holder: Teaser) -> Diagnostic {
  Diagnostic(
    .warning,
    "shared-id",
    path: story.file,
    "the `id` \(excerpt(id)) belongs to \(visible(holder.file)) too; the short address of this story is another",
    fix: "give one of them another `id`"
  )
}
