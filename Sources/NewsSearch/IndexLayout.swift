/// How the index of a number of stories is laid out: a function of that number alone, so that an index that grew story by
/// story is the same as one made at once.
///
/// The oldest stories, a multiple of 4,096, are the segment `base`; those after it, a multiple of 64, the segment `mid`; the
/// newest, at most 63, stand in the head itself. So a new story rewrites the head, every 64th the small files of `mid`, and
/// every 4,096th all.
struct IndexLayout: Sendable, Hashable {
  static let baseUnit = 4096
  static let midUnit = 64

  var count: Int
  var segments: [Segment]

  /// The number of the first story of the head.
  var firstRecent: Int { segments.last.map { $0.first + $0.count } ?? 0 }

  struct Segment: Sendable, Hashable {
    var name: String
    var first: Int
    var count: Int
    /// Files of forms.
    var shards: Int
    /// Stories a file of cards.
    var block: Int

    var blocks: Int { (count + block - 1) / block }
    var range: Range<Int> { first..<first + count }
    /// How many cards stand beside the forms of one word: the more, the more files of cards there are that a query would
    /// have to open; none where there are few anyway.
    var champions: Int { name == "base" ? (count < 65_536 ? 3 : 10) : 0 }
    /// Whether it has the lists of words that a typed beginning may become.
    var hasWords: Bool { first == 0 }
  }

  init(count: Int) {
    self.count = count
    let base = count / Self.baseUnit * Self.baseUnit
    let mid = (count - base) / Self.midUnit * Self.midUnit
    segments = []
    if base > 0 { segments.append(Self.segment("base", first: 0, count: base, most: 1024, blocks: 768)) }
    if mid > 0 { segments.append(Self.segment("mid", first: base, count: mid, most: 128, blocks: 32)) }
  }

  /// A shard for each 16 stories; blocks of 64 stories or, where those would be too many, of the next power of two.
  private static func segment(_ name: String, first: Int, count: Int, most: Int, blocks: Int) -> Segment {
    var shards = 1
    while shards < most, shards * 16 < count { shards *= 2 }
    var block = 64
    while (count + block - 1) / block > blocks { block *= 2 }
    return Segment(name: name, first: first, count: count, shards: shards, block: block)
  }

  /// Files with the words that a typed beginning may become.
  static let wordFiles: UInt32 = 16
}

/// The folder of the index, relative to Output.
package let searchFolder = "search/index/"

extension IndexLayout.Segment {
  func shardPath(_ shard: Int) -> String { "\(searchFolder)\(name)/\(shard).txt" }
  func blockPath(_ block: Int) -> String { "\(searchFolder)\(name)/c\(block).txt" }
  func wordPath(_ file: Int) -> String { "\(searchFolder)\(name)/w\(file).txt" }

  /// The first line of each file: what it is, so that a file of another state of the index is not taken for one of this.
  func header(_ file: String) -> String { "warraq-search 1 \(name) \(count)/\(shards) \(file)\n" }

  var paths: [String] {
    (0..<shards).map(shardPath) + (0..<blocks).map(blockPath)
      + (hasWords ? (0..<Int(IndexLayout.wordFiles)).map(wordPath) : [])
  }
}
