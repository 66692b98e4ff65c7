/// Writes values one after the other as bytes that `ByteReader` reads back.
public struct ByteWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// Gives a writer with room for some bytes.
  public init(reserving count: Int = 0) { bytes.reserveCapacity(count) }

  /// A number in seven bits a byte, the lowest first (LEB128).
  public mutating func write(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number << 1) ^ Int64(number >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes a text with its length before it.
  public mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes a text that may be absent.
  public mutating func write(_ text: String?) {
    write(text.map { $0.utf8.count } ?? -1)
    if let text { bytes.append(contentsOf: text.utf8) }
  }

  /// Writes a list of texts with its length before it.
  public mutating func write(_ texts: [String]) {
    write(texts.count)
    for text in texts { write(text) }
  }

  /// Writes a list of texts that may be absent.
  public mutating func write(_ texts: [String]?) {
    write(texts != nil ? 1 : 0)
    if let texts { write(texts) }
  }

  /// Writes a fingerprint, 16 bytes.
  public mutating func write(_ fingerprint: Fingerprint) {
    withUnsafeBytes(of: fingerprint.high.littleEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: fingerprint.low.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Writes a date, with its time if it has one.
  public mutating func write(_ date: StoryDate) {
    write(date.day.year)
    write(date.day.month)
    write(date.day.day)
    write(date.time?.secondOfDay ?? -1)
    if let time = date.time { write(time.offsetMinutes) }
  }

  /// Writes a date that may be absent.
  public mutating func write(_ date: StoryDate?) {
    write(date != nil ? 1 : 0)
    if let date { write(date) }
  }
}
