import NewsCore

/// The digests of files as they were last read: a file of the same size, time and inode is not read again. A file that
/// changed within two seconds before it was read may change again within the clock's grain, so it is not remembered.
struct DigestCache: Sendable {
  private var entries: [String: (stamp: FileStamp, digest: String)] = [:]

  private static let title = "warraq-digests 1"
  private static let grain = 2_000_000_000

  init() {}

  /// Reads a cache; whatever is not in its form counts as nothing.
  init(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A)
    guard let first = lines.first, String(decoding: first, as: UTF8.self) == Self.title else { return }
    entries.reserveCapacity(lines.count)
    for line in lines.dropFirst() {
      let words = line.split(separator: 0x20, maxSplits: 4)
      guard words.count == 5, words[0].count == 64 else { continue }
      let numbers = words[1...3].map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
      let stamp = FileStamp(size: numbers[0], modified: numbers[1], inode: UInt64(bitPattern: Int64(numbers[2])))
      entries[String(decoding: words[4], as: UTF8.self)] = (stamp, String(decoding: words[0], as: UTF8.self))
    }
  }

  func digest(of path: String, _ stamp: FileStamp) -> String? {
    guard let entry = entries[path], entry.stamp == stamp else { return nil }
    return entry.digest
  }

  /// `now` is in seconds since 1970.
  mutating func remember(_ path: String, _ stamp: FileStamp, _ digest: String, now: Int) {
    if stamp.modified > now * 1_000_000_000 - Self.grain { return }
    entries[path] = (stamp, digest)
  }

  var bytes: [UInt8] {
    var bytes = Array("\(Self.title)\n".utf8)
    for path in entries.keys.sorted(by: precedesByBytes) {
      guard let (stamp, digest) = entries[path] else { continue }
      bytes += Array("\(digest) \(stamp.size) \(stamp.modified) \(Int64(bitPattern: stamp.inode)) \(path)\n".utf8)
    }
    return bytes
  }
}
