import NewsCore

/// What an update knows of the last one, in `.warraq/search`; the keys of the stories lie in `.warraq/search-words`, which
/// is only added to. Written after the files that it speaks of, and emptied before they are touched, so that what an
/// interrupted update left is never built on.
struct SearchState: Sendable {
  static let path = ".warraq/search"
  static let keysPath = ".warraq/search-words"

  /// All that the index was made of; `unknown` where a story could not be read.
  var inputs = Fingerprint.unknown
  /// What the newest stories in the head were.
  var recent = Fingerprint.unknown
  /// How many stories there were in all.
  var count = 0
  /// A row for each story of the segments.
  var stories: [StoryState] = []
  /// For each segment what is known of its shards.
  var notes: [[ShardNote]] = []
  /// For each segment how many bytes a card takes up in each file of them.
  var widths: [[UInt32]] = []
  var keysCount = 0

  /// A story of a segment.
  struct StoryState: Sendable {
    /// Nothing where the story could not be read.
    var digest = SearchDigest(high: 0, low: 0)
    var sum: UInt64 = 0
    /// Where its keys begin, in three bytes, and how many bytes they take up.
    var start: UInt32 = 0
    var size: UInt32 = 0

    var keys: Range<Int> { Int(start) * 3..<Int(start) * 3 + Int(size) }
  }

  private static let magic = Array("warraq search 3\n".utf8)
  static let headerCount = 64

  /// The fingerprint of what the last update made, from its first bytes alone.
  static func inputs(ofHeader bytes: [UInt8], program: Fingerprint) -> Fingerprint? {
    guard bytes.count >= headerCount, bytes.starts(with: magic), fingerprint(bytes, 16) == program else { return nil }
    return fingerprint(bytes, 32)
  }

  /// Reads what `bytes` wrote; nil where it is damaged or another program's.
  init?(_ bytes: [UInt8], program: Fingerprint) {
    guard let inputs = Self.inputs(ofHeader: bytes, program: program) else { return nil }
    guard Fingerprint(of: Array(bytes[Self.headerCount...])) == Self.fingerprint(bytes, 48) else { return nil }
    self.inputs = inputs
    bytes.withUnsafeBytes { all in
      var reader = ByteReader(UnsafeRawBufferPointer(rebasing: all[Self.headerCount...]))
      recent = reader.fingerprint()
      count = reader.number()
      keysCount = reader.number()
      let rows = reader.number()
      notes = (0..<reader.number()).map { _ in (0..<reader.number()).map { _ in ShardNote(&reader) } }
      widths = (0..<reader.number()).map { _ in (0..<reader.number()).map { _ in UInt32(reader.number()) } }
      let size = rows * MemoryLayout<StoryState>.stride
      stories = [StoryState](unsafeUninitializedCapacity: rows) { buffer, initialized in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: UnsafeRawBufferPointer(rebasing: all.suffix(size)))
        initialized = rows
      }
    }
    let layout = IndexLayout(count: count)
    guard stories.count == layout.firstRecent, notes.map(\.count) == layout.segments.map(\.shards),
      widths.map(\.count) == layout.segments.map(\.blocks)
    else { return nil }
  }

  init() {}

  func bytes(program: Fingerprint) -> [UInt8] {
    var body = ByteWriter(reserving: 1 << 20)
    body.write(recent)
    body.write(count)
    body.write(keysCount)
    body.write(stories.count)
    body.write(notes.count)
    for segment in notes {
      body.write(segment.count)
      for note in segment { note.write(to: &body) }
    }
    body.write(widths.count)
    for segment in widths {
      body.write(segment.count)
      for width in segment { body.write(Int(width)) }
    }
    let rest = body.bytes + stories.withUnsafeBytes(Array.init)
    var header = ByteWriter()
    header.write(program)
    header.write(inputs)
    header.write(Fingerprint(of: rest))
    return Self.magic + header.bytes + rest
  }

  private static func fingerprint(_ bytes: [UInt8], _ start: Int) -> Fingerprint {
    bytes.withUnsafeBytes { all in
      var reader = ByteReader(UnsafeRawBufferPointer(rebasing: all[start..<start + 16]))
      return reader.fingerprint()
    }
  }
}

/// Where an update keeps what it knows, relative to Output: emptied, the next one begins anew.
public let searchStatePath = SearchState.path

/// What is known of a shard besides its file.
struct ShardNote: Sendable, Hashable {
  /// The stories whose cards it has.
  var champions: [UInt32] = []
  /// The words that a typed beginning may become, and in how many stories they stand.
  var completions: [Completion] = []

  struct Completion: Sendable, Hashable {
    var word: String
    var count: Int
  }

  init() {}

  fileprivate init(_ reader: inout ByteReader) {
    champions = (0..<reader.number()).map { _ in UInt32(reader.number()) }
    completions = (0..<reader.number()).map { _ in
      let word = reader.text()
      return Completion(word: word, count: reader.number())
    }
  }

  fileprivate func write(to writer: inout ByteWriter) {
    writer.write(champions.count)
    for story in champions { writer.write(Int(story)) }
    writer.write(completions.count)
    for completion in completions {
      writer.write(completion.word)
      writer.write(completion.count)
    }
  }
}
