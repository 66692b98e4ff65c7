/// Writes values one after the other as bytes that `ByteReader` reads back.
public struct ByteWriter: Sendable {
  public private(set) var bytes: [UInt8] = []

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

  public mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  public mutating func write(_ text: String?) {
    write(text.map { $0.utf8.count } ?? -1)
    if let text { bytes.append(contentsOf: text.utf8) }
  }

  public mutating func write(_ texts: [String]) {
    write(texts.count)
    for text in texts { write(text) }
  }

  public mutating func write(_ texts: [String]?) {
    write(texts != nil ? 1 : 0)
    if let texts { write(texts) }
  }

  public mutating func write(_ fingerprint: Fingerprint) {
    withUnsafeBytes(of: fingerprint.high.littleEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: fingerprint.low.littleEndian) { bytes.append(contentsOf: $0) }
  }

  public mutating func write(_ date: StoryDate) {
    write(date.day.year)
    write(date.day.month)
    write(date.day.day)
    write(date.time?.secondOfDay ?? -1)
    if let time = date.time { write(time.offsetMinutes) }
  }

  public mutating func write(_ date: StoryDate?) {
    write(date != nil ? 1 : 0)
    if let date { write(date) }
  }
}
