import ArabicText
import NewsCore

/// A moment as machines read it: to the second, with its offset from UTC, in English names and ASCII digits whatever the
/// site's language is.
struct Timestamp: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00Z.
  let moment: Int
  /// Minutes east of UTC.
  let offsetMinutes: Int

  /// A date of a story: a time keeps the offset it was written with, a day alone is its first second in the zone.
  init(_ date: StoryDate, clock: ZoneClock) {
    moment = clock.moment(of: date)
    offsetMinutes = date.time?.offsetMinutes ?? clock.offset(at: moment) / 60
  }

  /// `2016-09-05T14:30:00+03:00` (RFC 3339).
  var rfc3339: String {
    let (day, second) = wallClock
    return "\(day.iso)T\(clockText(second))\(StoryDate.offsetText(offsetMinutes))"
  }

  /// `Mon, 05 Sep 2016 14:30:00 +0300` (RFC 822 with the four-digit years of RFC 2822).
  var rfc822: String {
    let (day, second) = wallClock
    let weekday = weekdays[(day.dayNumber % 7 + 7) % 7]
    let sign = offsetMinutes < 0 ? "-" : "+"
    let offset = "\(twoDigits(abs(offsetMinutes) / 60))\(twoDigits(abs(offsetMinutes) % 60))"
    let year = day.iso.prefix(4)
    return "\(weekday), \(twoDigits(day.day)) \(months[day.month - 1]) \(year) \(clockText(second)) \(sign)\(offset)"
  }

  static func < (left: Timestamp, right: Timestamp) -> Bool { left.moment < right.moment }

  private var wallClock: (day: CivilDate, second: Int) {
    let local = moment + offsetMinutes * 60
    let second = (local % 86_400 + 86_400) % 86_400
    return (CivilDate.epoch.adding(days: (local - second) / 86_400), second)
  }

  private func clockText(_ second: Int) -> String {
    "\(twoDigits(second / 3600)):\(twoDigits(second / 60 % 60)):\(twoDigits(second % 60))"
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

// Day 0, 1970-01-01, was a Thursday.
private let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
private let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
