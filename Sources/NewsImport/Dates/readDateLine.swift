import ArabicText
import NewsCore

/// What a line that is nothing but a date says.
struct DateReading {
  var date: StoryDate?
  var weekday: Weekday?
  /// Whether it is the time of the last change («آخر تحديث»).
  var isUpdate = false
  /// Whether a word such as «نشر» or «التاريخ» says what the date is.
  var isLabelled = false
  var hasHijri = false
  /// The Hijri date by the Umm al-Qura calendar, where it is one of its years.
  var hijri: HijriDate?
  var hasTime = false
}

/// Reads a whole line as a date with its label, weekday, time and zone; nil where any word of it is something else.
///
/// A time counts only with a zone of known offset; otherwise the day alone is taken.
func readDateLine(_ text: String) -> DateReading? {
  if text.utf8.count > 200 { return nil }
  let pieces = dateTokens(text)
  guard pieces.contains(where: { if case .number = $0.token { true } else { false } }) else { return nil }
  var reading = DateReading()
  var clock = Clock()
  var index = 0
  while index < pieces.count {
    if let match = matchDate(pieces, at: index) {
      if case .gregorian(let day) = match.day {
        if let other = reading.date, other.day != day { return nil }
        reading.date = StoryDate(day: day)
      } else if case .hijri(let day) = match.day {
        reading.hasHijri = true
        reading.hijri = day
      }
      index += match.length
    } else if let length = clock.read(pieces, at: index) ?? reading.readWord(pieces[index].token) {
      index += length
    } else {
      return nil
    }
  }
  reading.hasTime = clock.second != nil
  if let second = clock.second, let offset = clock.offset {
    reading.date?.time = StoryDate.Time(secondOfDay: second, offsetMinutes: offset)
  }
  return reading.date == nil && !reading.hasHijri && !reading.hasTime ? nil : reading
}

extension DateReading {
  fileprivate mutating func readWord(_ token: DateToken) -> Int? {
    switch token {
    case .mark(let mark): return "،,-–—()|:/.·•[]".unicodeScalars.contains(mark) ? 1 : nil
    case .number: return nil
    case .word(let word):
      if let day = Weekday.named(word) {
        weekday = day
      } else if updateWords.contains(word) {
        isUpdate = true
        isLabelled = true
      } else if labelWords.contains(word) {
        isLabelled = true
      } else if !fillerWords.contains(word) {
        return nil
      }
      return 1
    }
  }
}

private let updateWords = Set(
  ["تحديث", "تحديث", "حدث", "حدثت", "التحديث", "updated", "update", "modified"].map { normalize($0) }
)
private let labelWords = Set(
  ["نشر", "نشرت", "النشر", "تاريخ", "التاريخ", "بتاريخ", "حرر", "published", "posted", "date"].map { normalize($0) }
)
private let fillerWords = Set(
  [
    "آخر", "في", "يوم", "اليوم", "الموافق", "م", "ه", "هـ", "من", "شهر", "الساعة", "عند", "ميلادي", "ميلادية", "هجري",
    "هجرية", "للهجرة", "at", "on", "last", "of",
  ].map { normalize($0) }
)
