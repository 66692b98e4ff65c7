import NewsCore

/// Which stories a segment was made of: 16 bytes for the version of the tool, 16 for each story's digest. Kept beside the
/// site, in `.warraq`, and written after the files that it speaks of.
struct SegmentState: Sendable {
  var bytes: [UInt8]

  static func path(_ name: String) -> String { ".warraq/search-\(name)" }

  /// A short name for the state, by which browsers tell files of two states apart.
  var mark: String { String(SHA256.hex(bytes).prefix(12)) }

  init(_ fingerprint: String, _ digests: [SearchDigest]) {
    bytes = []
    bytes.reserveCapacity(16 * (digests.count + 1))
    append(SearchDigest(hex: SHA256.hex(Array("1 \(fingerprint)".utf8))))
    for digest in digests { append(digest) }
  }

  private mutating func append(_ digest: SearchDigest) {
    for word in (0..<2).lazy.map({ $0 == 0 ? digest.high : digest.low }) {
      for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
    }
  }

  /// The digests in the bytes, or nil where another version of the tool wrote them.
  static func digests(in bytes: [UInt8], fingerprint: String) -> [SearchDigest]? {
    let head = SegmentState(fingerprint, []).bytes
    guard bytes.count.isMultiple(of: 16), bytes.starts(with: head) else { return nil }
    return stride(from: 16, to: bytes.count, by: 16).map { start in
      SearchDigest(high: word(bytes, start), low: word(bytes, start + 8))
    }
  }

  private static func word(_ bytes: [UInt8], _ start: Int) -> UInt64 {
    (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[start + $1]) << UInt64(8 * $1) }
  }
}

/// What the last update left: the states of its segments, where they fit together.
struct StoredStates: Sendable {
  private(set) var bytes: [String: [UInt8]] = [:]
  /// The segments, with the digests of their stories.
  private(set) var segments: [(segment: IndexLayout.Segment, digests: [SearchDigest])] = []
  let stored: @Sendable (String) -> [UInt8]?

  init(fingerprint: String, stored: @escaping @Sendable (String) -> [UInt8]?) {
    self.stored = stored
    var digests: [String: [SearchDigest]] = [:]
    for name in ["base", "mid"] {
      guard let bytes = stored(SegmentState.path(name)) else { continue }
      guard let known = SegmentState.digests(in: bytes, fingerprint: fingerprint) else { continue }
      self.bytes[name] = bytes
      digests[name] = known
    }
    let layout = IndexLayout(count: (digests["base"]?.count ?? 0) + (digests["mid"]?.count ?? 0))
    for segment in layout.segments {
      guard let known = digests[segment.name], known.count == segment.count else { continue }
      segments.append((segment, known))
    }
  }
}
