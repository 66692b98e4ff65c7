import ArabicText

/// When a story happened in its life: a day, or a day and time with its offset, exactly as an editor wrote it.
///
/// Written form: ISO 8601, `2016-09-05` or `2016-09-05T14:30+03:00` (seconds optional, `Z` for UTC).
public struct StoryDate: Sendable, Hashable {
  /// A time of day and the offset from UTC it was written with.
  public struct Time: Sendable, Hashable {
    /// 0..<86,400.
    public var secondOfDay: Int
    /// Minutes east of UTC.
    public var offsetMinutes: Int

    /// Gives a time of day in seconds, and its distance from UTC in minutes.
    public init(secondOfDay: Int, offsetMinutes: Int) {
      self.secondOfDay = secondOfDay
      self.offsetMinutes = offsetMinutes
    }
  }

  /// The day as written: it is the day in the story's address, whatever the site's time zone.
  public var day: CivilDate
  /// The time of day, where it is known.
  public var time: Time?

  /// Gives a day, with its time of day where that is known.
  public init(day: CivilDate, time: Time? = nil) {
    self.day = day
    self.time = time
  }

  /// The date that the ISO 8601 text names, or nil.
  public init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, let day = CivilDate(iso: String(decoding: bytes[..<10], as: UTF8.self)) else {
      return nil
    }
    self.day = day
    if bytes.count == 10 { return }
    guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") else { return nil }
    guard let time = Self.time(String(decoding: bytes[11...], as: UTF8.self)) else { return nil }
    self.time = time
  }

  private static func time(_ text: String) -> Time? {
    guard let split = text.lastIndex(where: { $0 == "+" || $0 == "-" || $0 == "Z" }) else { return nil }
    let clock = text[..<split].split(separator: ":", omittingEmptySubsequences: false).map(twoDigits)
    guard (2...3).contains(clock.count), let hour = clock[0], let minute = clock[1], hour < 24, minute < 60 else {
      return nil
    }
    let second = clock.count == 3 ? clock[2] : 0
    guard let second, second < 60, let offset = offset(text[split...]) else { return nil }
    return Time(secondOfDay: hour * 3600 + minute * 60 + second, offsetMinutes: offset)
  }

  private static func offset(_ text: Substring) -> Int? {
    if text == "Z" { return 0 }
    let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false).map(twoDigits)
    guard parts.count == 2, let hours = parts[0], let minutes = parts[1], hours <= 14, minutes < 60 else { return nil }
    return (hours * 60 + minutes) * (text.first == "-" ? -1 : 1)
  }

  private static func twoDigits(_ text: Substring) -> Int? {
    guard text.utf8.count == 2, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  /// The written form, which `init(iso:)` reads back.
  public var iso: String {
    guard let time else { return day.iso }
    let second = time.secondOfDay % 60
    let clock = "\(Self.padded(time.secondOfDay / 3600)):\(Self.padded(time.secondOfDay / 60 % 60))"
    return "\(day.iso)T\(clock)\(second == 0 ? "" : ":" + Self.padded(second))\(Self.offsetText(time.offsetMinutes))"
  }

  /// `+03:00`, `-05:30` or `Z`.
  public static func offsetText(_ minutes: Int) -> String {
    if minutes == 0 { return "Z" }
    return "\(minutes < 0 ? "-" : "+")\(padded(abs(minutes) / 60)):\(padded(abs(minutes) % 60))"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
