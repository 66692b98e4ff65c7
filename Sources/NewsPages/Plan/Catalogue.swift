import ArabicText
import NewsCore

/// The stories of a site from the oldest to the newest, in columns: planning goes through 100,000 of them in
/// milliseconds, and a story's teaser is read out only where a page shows it.
public struct Catalogue: Sendable {
  /// Seconds since 1970.
  private(set) var moments: [Int] = []
  /// When each story last changed for its readers.
  private(set) var changes: [Int] = []
  /// The day in the address, as a number of days since 1970.
  private(set) var days: [Int32] = []
  private(set) var traits: [StoryRecord.Traits] = []
  /// `addressKey` of each story.
  public private(set) var addressKeys: [UInt64] = []
  private(set) var slugKeys: [UInt64] = []
  private(set) var shortKeys: [UInt64] = []
  /// Positions in the list of topics, in the story's order.
  public private(set) var topics = NumberLists()
  /// The topic that is the story's series, or -1.
  private(set) var series: [Int32] = []
  /// Positions in `names`.
  private(set) var bylines = NumberLists()
  /// Hashes of telling words.
  public private(set) var words = NumberLists()
  /// Names of bylines, each once.
  public var names: [String]
  /// Positions in `photoList`, or -1.
  private var photos: [Int32] = []
  private var photoList: [Photo] = []
  /// Fingerprints of all that another page may show of a story, but for its topics.
  private(set) var digests: [Fingerprint] = []
  private let pool: BytePool
  private var spans: [Range<Int>] = []

  /// A catalogue whose records lie in `pool` and are appended from the oldest to the newest.
  public init(pool: BytePool, names: [String], reserving count: Int) {
    self.pool = pool
    self.names = names
    moments.reserveCapacity(count)
    changes.reserveCapacity(count)
    days.reserveCapacity(count)
    traits.reserveCapacity(count)
    addressKeys.reserveCapacity(count)
    slugKeys.reserveCapacity(count)
    shortKeys.reserveCapacity(count)
    topics.reserve(count, values: count * 3)
    bylines.reserve(count, values: count)
    words.reserve(count, values: count * mostTellingWords)
    photos.reserveCapacity(count)
    digests.reserveCapacity(count)
    spans.reserveCapacity(count)
  }

  /// How many stories there are.
  public var count: Int { moments.count }
  /// The places of the stories, the oldest first.
  public var indices: Range<Int> { 0..<count }
  /// Whether there is no story.
  public var isEmpty: Bool { moments.isEmpty }

  /// A story as a catalogue takes it: its columns, and where its record lies.
  public struct Line {
    /// What is asked of every story, as plain numbers.
    public var columns: StoryColumns
    /// Where its texts stand in the pool.
    public var span: Range<Int>
    /// What its file says, as a fingerprint.
    public var digest: Fingerprint

    /// Gives a story's columns, with the place and the fingerprint of its texts.
    public init(columns: StoryColumns, span: Range<Int>, digest: Fingerprint) {
      self.columns = columns
      self.span = span
      self.digest = digest
    }
  }

  /// Adds the next newer story.
  public mutating func append(
    _ line: Line,
    topics: ArraySlice<Int32>,
    series: Int32 = -1,
    byline: ArraySlice<Int32>,
    words: ArraySlice<Int32>,
    photo: Photo?
  ) {
    moments.append(line.columns.moment)
    changes.append(line.columns.changed)
    days.append(line.columns.day)
    traits.append(line.columns.traits)
    addressKeys.append(line.columns.address)
    slugKeys.append(line.columns.slug)
    shortKeys.append(line.columns.short)
    self.topics.append(topics)
    self.series.append(series)
    bylines.append(byline)
    self.words.append(words)
    spans.append(line.span)
    var digest = line.digest
    if let photo {
      photos.append(Int32(photoList.count))
      photoList.append(photo)
      digest.mix(photo.address)
      digest.mix(photo.width ?? -1)
      digest.mix(photo.height ?? -1)
      digest.mix(photo.bytes ?? -1)
      digest.mix(photo.facts.creator)
      digest.mix(photo.facts.copyright)
    } else {
      photos.append(-1)
    }
    digests.append(digest)
  }

  /// The bytes of a story's record.
  func withRecord<Value>(_ index: Int, _ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    pool.withBytes(spans[index], body)
  }

  /// The story's photo, if it has one.
  func photo(_ index: Int) -> Photo? { photos[index] < 0 ? nil : photoList[Int(photos[index])] }

  /// What other pages know of a story.
  public subscript(index: Int) -> Teaser {
    var teaser = withRecord(index) { bytes in
      var reader = ByteReader(bytes)
      return Teaser(&reader)
    }
    teaser.topics = topics[index].map(Int.init)
    teaser.series = series[index] < 0 ? nil : Int(series[index])
    teaser.photo = photo(index)
    return teaser
  }

  /// The day in a story's address.
  public func day(_ index: Int) -> CivilDate { CivilDate.epoch.adding(days: Int(days[index])) }

  /// The last parts of all addresses.
  var slugs: [String] { indices.map { lastPart(of: address($0)) } }

  /// The position of the newest story for each of the last parts of the addresses.
  func newestBySlug() -> [UInt64: Int] {
    Dictionary(slugKeys.enumerated().map { ($1, $0) }, uniquingKeysWith: { $1 })
  }

  /// Positions of the stories with a trait.
  func stories(with trait: StoryRecord.Traits) -> [Int] { indices.filter { traits[$0].contains(trait) } }
}

extension Catalogue {
  /// A catalogue of teasers in any order: for sites that are made up in memory.
  public init(_ teasers: [Teaser], clock: ZoneClock) {
    let sorted = teasers.sorted(by: Teaser.isOlder)
    let records = sorted.map { StoryRecord($0, clock: clock) }
    var positions: [String: Int32] = [:]
    var names: [String] = []
    for name in records.flatMap(\.byline) where positions[name] == nil {
      positions[name] = Int32(names.count)
      names.append(name)
    }
    var pool = BytePool()
    for record in records { pool.append(record.bytes) }
    self.init(pool: pool, names: names, reserving: records.count)
    var start = 0
    for (teaser, record) in zip(sorted, records) {
      append(
        Line(
          columns: record.columns,
          span: start..<start + record.bytes.count,
          digest: Fingerprint(of: record.bytes)
        ),
        topics: teaser.topics.map(Int32.init)[...],
        series: teaser.series.map(Int32.init) ?? -1,
        byline: record.byline.compactMap { positions[$0] }[...],
        words: record.words.map { Int32(bitPattern: $0) }[...],
        photo: teaser.photo
      )
      start += record.bytes.count
    }
  }
}
