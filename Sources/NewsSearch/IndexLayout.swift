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
    /// Files of forms.
    var shards: Int
    /// Files for what does not fit into long lists and for the cards of the best stories, one for four shards; none in a
    /// small segment.
    var tails: Int
    /// Stories a file of cards.
    var block: Int

    var blocks: Int { (count + block - 1) / block }
    var range: Range<Int> { first..<first + count }
    /// Whether it has the lists of words that a typed beginning may become.
    var hasWords: Bool { first == 0 }

    var isLarge: Bool { tails > 0 }
    /// The shard of a tail.
    func shard(_ tail: UInt32) -> Int { Int(tail & IndexLayout.tailMask) % shards }
    /// How many stories of a word stand in its shard, of which these are the counts: the best, the fewer the more words
    /// there are. The others are in a file of tails.
    func mostPostings(ofCounts counts: [Int]) -> Int {
      if !isLarge { return .max }
      for most in [512, 256, 128] where counts.reduce(0, { $0 + min($1, most) }) <= 5_000 { return most }
      return 64
    }
    /// How many of a word's stories have their cards beside its tail, so that one request gets them all.
    var champions: Int { isLarge ? 10 : 0 }
    /// How many cards a shard has there at most, or a few more.
    var mostChampions: Int { 3 * count / shards }
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
    if base > 0 { segments.append(Self.segment("base", first: 0, count: base, most: 1280, blocks: 224)) }
    if mid > 0 { segments.append(Self.segment("mid", first: base, count: mid, most: 128, blocks: 16)) }
  }

  /// A shard for each 16 stories; blocks of 64 stories or, where those would be too many, of the next multiple of 16.
  private static func segment(_ name: String, first: Int, count: Int, most: Int, blocks: Int) -> Segment {
    var shards = 1
    while shards < most, shards * 16 < count { shards = min(most, shards * 2) }
    let block = max(64, ((count + blocks - 1) / blocks + 15) / 16 * 16)
    let tails = name == "base" ? shards / 4 : 0
    return Segment(name: name, first: first, count: count, shards: shards, tails: tails, block: block)
  }

  /// A card takes up a multiple of so many bytes.
  static let slotUnit = 16

  /// The bits of a tail that tell its shard.
  static let tailMask: UInt32 = 4095

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
  func header(_ file: String) -> String { "\(header) \(file)\n" }
  /// What that line says of the segment.
  var header: String { "warraq-search 3 \(name) \(count)/\(shards)" }

  var paths: [String] {
    (0..<shards).map(shardPath) + (0..<tails).map(tailPath) + (0..<blocks).map(blockPath)
      + (hasWords ? (0..<Int(IndexLayout.wordFiles)).map(wordPath) : [])
  }
}
