import ArabicText
import NewsCore

/// What planning looks at in every story: plain numbers, to be kept between builds.
public struct StoryColumns: Sendable {
  /// Seconds since 1970.
  public var moment: Int
  /// The moment of the last change that a reader should know of, or of publication.
  public var changed: Int
  /// `addressKey` of the address.
  public var address: UInt64
  /// Fingerprint of the last part of the address.
  public var slug: UInt64
  /// 50 bits, of which the short address is made.
  public var short: UInt64
  /// The day in the address, as a number of days since 1970.
  public var day: Int32
  /// Which of the rarer things the story has.
  public var traits: StoryRecord.Traits

  /// Gives the columns of a story: moments in seconds of Unix time, topics by their places.
  public init(
    moment: Int = 0,
    changed: Int = 0,
    address: UInt64 = 0,
    slug: UInt64 = 0,
    short: UInt64 = 0,
    day: Int32 = 0,
    traits: StoryRecord.Traits = []
  ) {
    self.moment = moment
    self.changed = changed
    self.address = address
    self.slug = slug
    self.short = short
    self.day = day
    self.traits = traits
  }
}

/// What a catalogue is made of: one story in the compact form that is kept between builds.
public struct StoryRecord: Sendable {
  /// Traits that few stories have and planning looks for.
  public struct Traits: OptionSet, Sendable {
    /// One bit for each trait.
    public let rawValue: UInt8

    /// Gives traits from their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// It has notices of corrections.
    public static let corrections = Traits(rawValue: 1)
    /// It has earlier addresses.
    public static let aliases = Traits(rawValue: 2)
    /// It has a lasting name of its own.
    public static let id = Traits(rawValue: 4)
    /// Its editor chose related stories.
    public static let related = Traits(rawValue: 8)
  }

  /// What is asked of every story, as plain numbers.
  public var columns: StoryColumns
  /// The teaser, as `Teaser.write` has it.
  public var bytes: [UInt8]
  /// Who wrote it.
  public var byline: [String]
  /// Its telling words, as hashes.
  public var words: [UInt32]

  /// `clock` is that of the site's zone.
  public init(_ teaser: Teaser, clock: ZoneClock) {
    var writer = ByteWriter(reserving: 512)
    teaser.write(to: &writer)
    bytes = writer.bytes
    var traits: Traits = []
    if !teaser.corrections.isEmpty { traits.insert(.corrections) }
    if !teaser.aliases.isEmpty { traits.insert(.aliases) }
    if teaser.id != nil { traits.insert(.id) }
    if teaser.related != nil { traits.insert(.related) }
    columns = StoryColumns(
      moment: teaser.moment,
      changed: teaser.changed.map(clock.moment) ?? teaser.moment,
      address: addressKey(teaser.address),
      slug: slugKey(teaser.slug),
      short: shortKey(teaser.address),
      day: Int32(teaser.date.day.dayNumber),
      traits: traits
    )
    byline = teaser.byline
    words = Array(teaser.words.prefix(mostTellingWords))
  }
}

/// More words make a story no easier to find, and every build goes through all of them.
let mostTellingWords = 20

/// 64 bits that stand for an address whatever the case of its letters, as file systems without case have it.
public func addressKey(_ address: String) -> UInt64 {
  // Most are digits and Arabic letters, which have no case.
  let hasNoCase = address.utf8.allSatisfy { byte in
    byte < 0x80 ? !(0x41...0x5A).contains(byte) : byte < 0xC0 || (0xD8...0xDB).contains(byte)
  }
  return Fingerprint(of: Array((hasNoCase ? address : address.lowercased()).utf8)).short
}

/// 64 bits that stand for the last part of an address.
func slugKey(_ slug: String) -> UInt64 { Fingerprint(of: Array(slug.utf8)).short }
