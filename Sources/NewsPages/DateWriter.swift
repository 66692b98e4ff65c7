import ArabicText
import NewsCore

/// A date as a page shows it: for people, and for machines.
public struct DateText: Sendable, Hashable {
  /// «الاثنين، 5 أيلول 2016»; with the time where the story has one.
  public var text: String
  /// ISO 8601, with ASCII digits, for `datetime`.
  public var iso: String
}

/// Writes dates as the site's settings and language want them (patterns of CLDR's full date format).
public struct DateWriter: Sendable {
  let site: Site
  private let clock: ZoneClock
  private let language: String
  /// The names of the months from the first, and of the days of the week from Sunday: dates are on every page many times.
  private let months: [String]
  private let weekdays: [String]

  /// Gives the writer of a site's dates: its language, months, digits and clock.
  public init(site: Site) {
    self.site = site
    clock = ZoneClock(site.timeZone)
    let language = site.primaryLanguage
    self.language = language
    months = (1...12).map { Months.name($0, language: language, set: site.months) }
    weekdays = Weekday.allCases.map { $0.name(language: language) }
  }

  /// The date in the site's language and digits. A time is shown on the clocks of the site's zone.
  public func write(_ date: StoryDate) -> DateText {
    guard date.time != nil else { return DateText(text: fullDay(date.day), iso: date.iso) }
    return DateText(text: "\(fullDay(day(of: date)))\(timeDivider)\(timeOfDay(date))", iso: date.iso)
  }

  /// The date as a list shows it: whose clocks are meant is said on the page of the story (A-N4).
  func writeInList(_ date: StoryDate) -> DateText {
    guard date.time != nil else { return write(date) }
    return DateText(text: "\(fullDay(day(of: date)))\(timeDivider)\(clockTime(date))", iso: date.iso)
  }

  /// The date of an update: on the day of publication its time alone, for the day stands beside it (B-E3).
  public func writeUpdate(_ updated: StoryDate, after published: StoryDate) -> DateText {
    guard updated.time != nil, day(of: updated) == day(of: published) else { return write(updated) }
    return DateText(text: timeOfDay(updated), iso: updated.iso)
  }

  /// The day on which it is in the site's zone; of a day alone, that day.
  private func day(of date: StoryDate) -> CivilDate {
    date.time == nil ? date.day : clock.wallClock(at: clock.moment(of: date)).day
  }

  private func timeOfDay(_ date: StoryDate) -> String {
    let moment = clock.moment(of: date)
    let zone = zoneLabel(site.timeZone, language: language, offset: clock.offset(at: moment))
    return "\(clockTime(date)) \(site.digits.apply(to: zone))"
  }

  private func clockTime(_ date: StoryDate) -> String {
    time(clock.wallClock(at: clock.moment(of: date)).secondOfDay)
  }

  // The day, with the Hijri one where the site wants it.
  private func fullDay(_ day: CivilDate) -> String {
    guard !site.hasSolarDates, let offset = site.hijriOffset,
      let hijri = hijriDay(day, language: language, offset: offset, digits: site.digits)
    else { return longDay(day) }
    return "\(longDay(day)) \(hijri)"
  }

  /// When a story was updated, where readers should know: more than five minutes after it was published (B-E3).
  public func update(of story: Story) -> StoryDate? {
    guard let updated = story.updated, clock.moment(of: updated) - clock.moment(of: story.date) > 300 else {
      return nil
    }
    return updated
  }

  /// Weekday, day, month and year; with the Solar Hijri day where the site wants it.
  public func longDay(_ day: CivilDate) -> String {
    site.hasSolarDates ? solarDay(day) ?? gregorianDay(day) : gregorianDay(day)
  }

  func gregorianDay(_ day: CivilDate) -> String {
    let weekday = weekdays[day.weekday.rawValue - 1]
    let month = months[day.month - 1]
    let (number, year) = (digits(day.day), digits(day.year))
    switch language {
    case "ar": return "\(weekday)، \(number) \(month) \(year)"
    case "ur": return "\(weekday)، \(number) \(month)، \(year)"
    case "he": return "\(weekday), \(number) ב\(month) \(year)"
    case "fa": return "\(weekday) \(number) \(month) \(year)"
    default:
      return isMonthFirst ? "\(weekday), \(month) \(number), \(year)" : "\(weekday) \(number) \(month) \(year)"
    }
  }

  // English as the United States, Canada and the Philippines date it.
  private var isMonthFirst: Bool { ["en-US", "en-CA", "en-PH"].contains { site.language.hasPrefix($0) } }

  /// A day of a month without its weekday, `{d}` for the number of the day and `{y}` for that of the year.
  func monthPattern(_ month: Int) -> String {
    let name = months[month - 1]
    switch language {
    case "ur": return "{d} \(name)، {y}"
    case "he": return "{d} ב\(name) {y}"
    default: return "{d} \(name) {y}"
    }
  }

  /// A month with its year: «كانون الثاني 2026»; with the months of the Solar Hijri calendar where the site wants it.
  public func month(_ month: Int, year: Int) -> String {
    let name = "\(months[month - 1]) \(digits(year))"
    return site.hasSolarDates ? solarMonths(month, year: year, beside: name) ?? name : name
  }

  /// A year in the site's digits, with those of the Solar Hijri calendar where the site wants it.
  public func year(_ year: Int) -> String {
    site.hasSolarDates ? solarYears(year, beside: digits(year)) ?? digits(year) : digits(year)
  }

  private var timeDivider: String { ["ar", "ur", "fa"].contains(language) ? "، " : ", " }

  private func time(_ second: Int) -> String {
    let (hour, minute) = (second / 3600, second / 60 % 60)
    let minutes = minute < 10 ? "0\(minute)" : "\(minute)"
    switch site.clock {
    case .twentyFour: return site.digits.apply(to: "\(hour < 10 ? "0" : "")\(hour):\(minutes)")
    case .twelve:
      let marks = halfDayMarks[language] ?? ("AM", "PM")
      return site.digits.apply(to: "\((hour + 11) % 12 + 1):\(minutes)") + " " + (hour < 12 ? marks.0 : marks.1)
    }
  }

  func digits(_ number: Int) -> String { site.digits.apply(to: String(number)) }
}

private let halfDayMarks: [String: (String, String)] = [
  "ar": ("ص", "م"), "fa": ("ق.ظ.", "ب.ظ."), "ur": ("AM", "PM"), "he": ("לפנה״צ", "אחה״צ"), "en": ("AM", "PM"),
]
