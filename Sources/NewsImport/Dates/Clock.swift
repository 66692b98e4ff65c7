import ArabicText

/// A time of day and its zone, as they are met among the tokens of a date line.
struct Clock {
  /// Since midnight.
  private(set) var second: Int?
  /// Minutes east of UTC, where the zone is one that never changes its clocks.
  private(set) var offset: Int?

  /// How many tokens from `index` are part of a time or zone; nil where none is.
  mutating func read(_ pieces: [DatePiece], at index: Int) -> Int? {
    readTime(pieces, index) ?? readHalf(pieces, index) ?? readZone(pieces, index)
  }

  private mutating func readTime(_ pieces: [DatePiece], _ index: Int) -> Int? {
    guard second == nil, let hour = Self.number(pieces, index), hour < 24, Self.mark(pieces, index + 1) == ":",
      let minute = Self.number(pieces, index + 2), minute < 60
    else { return nil }
    second = hour * 3600 + minute * 60
    guard Self.mark(pieces, index + 3) == ":", let rest = Self.number(pieces, index + 4), rest < 60 else { return 3 }
    second = hour * 3600 + minute * 60 + rest
    return 5
  }

  // «ص», «مساء», PM right after the time.
  private mutating func readHalf(_ pieces: [DatePiece], _ index: Int) -> Int? {
    guard let time = second, time < 13 * 3600, index > 0, Self.number(pieces, index - 1) != nil,
      let word = Self.word(pieces, index)
    else { return nil }
    let isNoon = time / 3600 == 12
    if afternoonWords.contains(word) {
      if word == "م", Self.number(pieces, index - 1) ?? 0 > 59 { return nil }
      second = isNoon ? time : time + 12 * 3600
      return 1
    }
    guard morningWords.contains(word) else { return nil }
    second = isNoon ? time - 12 * 3600 : time
    return 1
  }

  private mutating func readZone(_ pieces: [DatePiece], _ index: Int) -> Int? {
    guard second != nil else { return nil }
    if Self.word(pieces, index) == "ت", Self.word(pieces, index + 1) == "م" {
      offset = 180
      return 2
    }
    if let sign = Self.mark(pieces, index), sign == "+", let hours = Self.number(pieces, index + 1), hours <= 14 {
      let minutes = Self.mark(pieces, index + 2) == ":" ? Self.number(pieces, index + 3) : nil
      offset = hours * 60 + (minutes ?? 0)
      return minutes == nil ? 2 : 4
    }
    guard let word = Self.word(pieces, index) else { return nil }
    if zoneLabels.contains(word) { return 1 }
    guard let minutes = zones[word] else { return nil }
    if let minutes = minutes { offset = offset ?? minutes }
    return 1
  }

  private static func number(_ pieces: [DatePiece], _ index: Int) -> Int? {
    guard pieces.indices.contains(index), case .number(let value, let digits) = pieces[index].token, digits <= 2 else {
      return nil
    }
    return value
  }

  private static func mark(_ pieces: [DatePiece], _ index: Int) -> Unicode.Scalar? {
    guard index < pieces.count, case .mark(let mark) = pieces[index].token else { return nil }
    return mark
  }

  private static func word(_ pieces: [DatePiece], _ index: Int) -> String? {
    guard index < pieces.count, case .word(let word) = pieces[index].token else { return nil }
    return word
  }
}

private let afternoonWords = Set(["م", "مساء", "ظهرا", "عصرا", "pm"].map { normalize($0) })
private let morningWords = Set(["ص", "صباحا", "فجرا", "am"].map { normalize($0) })
private let zoneLabels = Set(["بتوقيت", "توقيت", "المحلي", "time"].map { normalize($0) })
// nil: a zone that moves its clocks, or has moved them, so that the offset depends on the day.
private let zones: [String: Int?] = {
  let table: [String: Int?] = [
    "غرينتش": 0, "جرينتش": 0, "غرينيتش": 0, "gmt": 0, "utc": 0, "مكة": 180, "المكرمة": 180, "السعودية": 180,
    "الرياض": 180, "الدوحة": 180, "قطر": 180, "الكويت": 180, "بغداد": nil, "أبوظبي": 240, "الإمارات": 240, "دبي": 240,
    "القدس": nil, "القاهرة": nil, "دمشق": nil, "بيروت": nil, "عمان": nil, "تونس": nil, "الجزائر": 60,
  ]
  return Dictionary(uniqueKeysWithValues: table.map { (normalize($0.key), $0.value) })
}()
