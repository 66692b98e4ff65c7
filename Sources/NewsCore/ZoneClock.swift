import ArabicText
import Foundation

/// Turns dates as written into moments, and moments into the wall clock of the site's time zone (IANA tz database).
///
/// Moments are seconds since 1970-01-01T00:00Z.
public struct ZoneClock: Sendable {
  private let zone: TimeZone

  /// A zone that the system does not know counts as UTC; `parseSite` refuses such names before.
  public init(_ identifier: String) { zone = TimeZone(identifier: identifier) ?? .gmt }

  /// The moment of a date; a day alone is its first second in the zone.
  public func moment(of date: StoryDate) -> Int {
    let midnight = date.day.dayNumber * 86_400
    if let time = date.time { return midnight + time.secondOfDay - time.offsetMinutes * 60 }
    let guess = midnight - offset(at: midnight)
    return midnight - offset(at: guess)
  }

  /// The day and the second of the day that the zone's clocks show at a moment.
  public func wallClock(at moment: Int) -> (day: CivilDate, secondOfDay: Int) {
    let local = moment + offset(at: moment)
    let day = Int((Double(local) / 86_400).rounded(.down))
    return (CivilDate.epoch.adding(days: day), local - day * 86_400)
  }

  /// Seconds east of UTC at a moment.
  public func offset(at moment: Int) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment)))
  }
}
