/// How the index of a number of stories is laid out: a function of that number alone, so that an index that grew story by
/// story is the same as one made at once.
///
/// The oldest stories, a multiple of 4,096, are the segment `base`; those after it, a multiple of 32, the segment `mid`; the
/// newest, at most 31, stand in the head itself. So a new story rewrites the head, every 32nd the small files of `mid`, and
/// every 4,096th all. A story keeps its number while those before it stay, so one that is edited changes only the files
/// that hold its words.
struct IndexLayout: Sendable, Hashable {
  static let baseUnit = 4096
  static let midUnit = 32

  var count: Int
  var segments: [Segment]

  /// The number of the first story of the head.
  var firstRecent: Int { segments.last.map { $0.first + $0.count } ?? 0 }

  struct Segment: Sendable, Hashable {
    var name: String
    var first: Int
    var count: Int
    /// Files of forms, a power of two up to 1,024.
    var shards: Int
    /// Files for what does not fit into long lists, a power of two; none in a small segment.
    var tails: Int
    /// Stories a file of cards.
    var block: Int

    var blocks: Int { (count + block - 1) / block }
    var range: Range<Int> { first..<first + count }
    /// Whether it has the lists of words that a typed beginning may become.
    var hasWords: Bool { first == 0 }

    private var isLarge: Bool { tails > 0 }
    /// How many stories of a word stand in its shard, of which these are the counts: the best, the fewer the more words
    /// there are. The others are in a file of tails.
    func mostPostings(ofCounts counts: [Int]) -> Int {
      if !isLarge { return .max }
      for most in [512, 256] where counts.reduce(0, { $0 + min($1, most) }) <= 10_000 { return most }
      return 128
    }
    /// How many of a frequent word's stories have their cards in its shard, so that no file of cards need be opened.
    var champions: Int { isLarge ? (count < 65_536 ? 4 : 6) : 0 }
    /// How many cards a shard has at most, or a few more.
    static let mostChampions = 144
    /// In how many stories a form is frequent.
    static let leastForChampions = 8
    /// Whether a query may miss a form that stands in some stories: words of no meaning, and such as most stories have.
    func isOptional(_ form: String, in stories: Int) -> Bool {
      StopWords.contains(Array(form.utf8)) || (isLarge && stories * 2 > count && form.utf8.first != UInt8(ascii: "#"))
    }
    /// In how many stories a word stands that a typed beginning may become.
    var leastForCompletion: Int { max(1, count / 2000) }
    /// Shards whose numbers are the same modulo this share a file of tails, and are made together.
    var groups: Int { isLarge ? tails : shards }
  }

  init(count: Int) {
    self.count = count
    let base = count / Self.baseUnit * Self.baseUnit
    let mid = (count - base) / Self.midUnit * Self.midUnit
    segments = []
    if base > 0 { segments.append(Self.segment("base", first: 0, count: base, most: 1024, blocks: 512)) }
    if mid > 0 { segments.append(Self.segment("mid", first: base, count: mid, most: 128, blocks: 32)) }
  }

  /// A shard for each 16 stories; blocks of 64 stories or, where those would be too many, of the next multiple of 16.
  private static func segment(_ name: String, first: Int, count: Int, most: Int, blocks: Int) -> Segment {
    var shards = 1
    while shards < most, shards * 16 < count { shards *= 2 }
    let block = max(64, ((count + blocks - 1) / blocks + 15) / 16 * 16)
    let tails = name == "base" ? shards / 4 : 0
    return Segment(name: name, first: first, count: count, shards: shards, tails: tails, block: block)
  }

  /// Files with the words that a typed beginning may become.
  static let wordFiles: UInt32 = 16
}

/// The folder of the index, relative to Output.
public let searchFolder = "search/index/"

extension IndexLayout.Segment {
  func shardPath(_ shard: Int) -> String { "\(searchFolder)\(name)/\(shard).txt" }
  func tailPath(_ tail: Int) -> String { "\(searchFolder)\(name)/t\(tail).txt" }
  func blockPath(_ block: Int) -> String { "\(searchFolder)\(name)/c\(block).txt" }
  func wordPath(_ file: Int) -> String { "\(searchFolder)\(name)/w\(file).txt" }

  /// The first line of each file: what it is, so that a file of another state of the index is not taken for one of this.
  func header(_ file: String) -> String { "warraq-search 2 \(name) \(count)/\(shards) \(file)\n" }

  var paths: [String] {
    (0..<shards).map(shardPath) + (0..<tails).map(tailPath) + (0..<blocks).map(blockPath)
      + (hasWords ? (0..<Int(IndexLayout.wordFiles)).map(wordPath) : [])
  }
}
