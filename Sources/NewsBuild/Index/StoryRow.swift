import NewsCore
import NewsPages

/// One story file as it is kept between builds: numbers, and where its texts lie in the index.
struct StoryRow: Sendable {
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt16

    /// The file holds an error: it has no record.
    static let broken = Flags(rawValue: 1)
    static let draft = Flags(rawValue: 2)
    /// The file lists its topics; else they were matched.
    static let namesTopics = Flags(rawValue: 4)
    static let image = Flags(rawValue: 8)
    /// The story was on the site after the last build.
    static let listed = Flags(rawValue: 32)
    /// Its page in the light edition is in Output.
    static let builtLite = Flags(rawValue: 64)
    /// The file may have changed since without a sign of it.
    static let fresh = Flags(rawValue: 128)
  }

  /// A stretch of one of the index's pools.
  struct Span: Sendable, Equatable {
    var start: Int32
    var count: Int32

    static let none = Span(start: 0, count: 0)

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
    var isEmpty: Bool { count == 0 }
  }

  /// A stretch of the index's bytes; four gigabytes of them are enough for six million stories.
  struct ByteSpan: Sendable, Equatable {
    var start: UInt32
    var count: UInt32

    static let none = ByteSpan(start: 0, count: 0)

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
    var isEmpty: Bool { count == 0 }
  }

  var stamp: FileStamp
  /// Fingerprint of the file.
  var content = Fingerprint.unknown
  /// Relative to the site's folder.
  var path: ByteSpan
  var flags: Flags = []
  var columns = StoryColumns()
  /// The teaser, in the form of `StoryRecord`, and its fingerprint.
  var record = ByteSpan.none
  var digest = Fingerprint.unknown
  /// The moments from which and until which it may be seen.
  var visibleFrom = Int.min
  /// The moment that the file gives for that; the least number where it gives none.
  var publishAt = Int.min
  var visibleUntil = Int.max
  /// Positions in the index's names where `namesTopics`, else in the list of topics.
  var topics = Span.none
  /// Position of the series in the index's names, or -1.
  var series: Int32 = -1
  /// Positions in the index's names.
  var byline = Span.none
  var words = Span.none
  /// The raw article and its digest, and the photo that the story wants.
  var extra = ByteSpan.none
  /// The raw article as 64 bits; 0 where there is none.
  var source: UInt64 = 0
  /// What was found in the file, and in its body when it was printed.
  var notes = ByteSpan.none
  var bodyNotes = ByteSpan.none
  /// What its pages in Output show, and the record that they were made of.
  var built = Fingerprint.unknown
  var builtRecord = ByteSpan.none
  /// What its short address in Output is made of (`ShortAddresses.isMade`); 0 where it has none.
  var builtShort: UInt64 = 0
  /// Rows of the related stories; empty places -1.
  var related = StoryRow.unrelated

  static let unrelated: RelatedStories.Numbers = (-1, -1, -1, -1, -1)

  var isBroken: Bool { flags.contains(.broken) }
}
