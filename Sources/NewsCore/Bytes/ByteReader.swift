import ArabicText

/// Reads what `ByteWriter` wrote, in the same order. The bytes are our own and checked as a whole before: those that end
/// too early are a bug.
public struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  /// Reads from memory that stays while the reader is used.
  public init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The next whole number, or 0 at the end.
  public mutating func number() -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
  }

  /// The next text, or an empty one at the end.
  public mutating func text() -> String { text(of: number()) }

  /// The next text that may be absent.
  public mutating func optionalText() -> String? {
    let count = number()
    return count < 0 ? nil : text(of: count)
  }

  /// The next list of texts.
  public mutating func texts() -> [String] {
    let count = number()
    return count == 0 ? [] : (0..<count).map { _ in text() }
  }

  /// The next list of texts that may be absent.
  public mutating func optionalTexts() -> [String]? { number() == 0 ? nil : texts() }

  /// The next fingerprint, 16 bytes.
  public mutating func fingerprint() -> Fingerprint {
    let high = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    let low = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position + 8, as: UInt64.self))
    position += 16
    return Fingerprint(high: high, low: low)
  }

  /// The next date, with its time if it has one.
  public mutating func date() -> StoryDate {
    let (year, month, day) = (number(), number(), number())
    let second = number()
    let time = second < 0 ? nil : StoryDate.Time(secondOfDay: second, offsetMinutes: number())
    return StoryDate(day: CivilDate(year: year, month: month, day: day) ?? .epoch, time: time)
  }

  /// The next date that may be absent.
  public mutating func optionalDate() -> StoryDate? { number() == 0 ? nil : date() }

  /// Steps over a text.
  public mutating func skipText() { position += max(0, number()) }

  private mutating func text(of count: Int) -> String {
    defer { position += count }
    return String(trusted: UnsafeRawBufferPointer(rebasing: bytes[position..<position + count]))
  }
}
