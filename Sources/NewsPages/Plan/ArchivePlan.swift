import ArabicText

/// A page of the archive: all years, or the stories of one year, month or day, as their addresses have it.
public enum ArchivePlan: Sendable, Hashable {
  /// Every year with stories, the newest first.
  case years([Count])
  /// The months of a year, the newest first.
  case year(Int, [Count])
  /// The days of a month, the newest first.
  case month(year: Int, month: Int, [Day])
  case day(Day)

  /// A year or a month with the number of its stories.
  public struct Count: Sendable, Hashable {
    /// The number of the year or of the month.
    public var number: Int
    /// How many stories are of it.
    public var stories: Int

    /// Gives a year or month with the number of its stories.
    public init(number: Int, stories: Int) {
      self.number = number
      self.stories = stories
    }
  }

  /// A day with its stories, positions in `SitePlan.stories`, the newest first.
  public struct Day: Sendable, Hashable {
    /// The day.
    public var day: CivilDate
    /// Its stories by their places in the catalogue, the newest first.
    public var stories: [Int]

    /// Gives a day with its stories.
    public init(day: CivilDate, stories: [Int]) {
      self.day = day
      self.stories = stories
    }
  }
}

/// The pages of the archive: a new story changes those of its day, month and year, and the list of years.
func planArchive(_ stories: Catalogue) -> [PlannedPage] {
  var byDay: [Int32: [Int]] = [:]
  for index in stories.indices { byDay[stories.days[index], default: []].append(index) }
  let days = byDay.keys.sorted(by: >).compactMap { number in
    CivilDate(dayNumber: Int(number)).map { ArchivePlan.Day(day: $0, stories: (byDay[number] ?? []).reversed()) }
  }
  var pages = days.map { page(dayAddress($0.day), .day($0)) }
  let years = runs(days) { $0.day.year }.map { year in
    let months = runs(year.days) { $0.day.month }
    pages += months.map { month in
      page(monthAddress(year.number, month.number), .month(year: year.number, month: month.number, month.days))
    }
    pages.append(page(yearAddress(year.number), .year(year.number, months.map(count))))
    return count(year)
  }
  return pages + [page(archiveAddress, .years(years))]
}

private typealias Period = (number: Int, days: [ArchivePlan.Day])

/// Neighbouring days of one year or month.
private func runs(_ days: [ArchivePlan.Day], _ number: (ArchivePlan.Day) -> Int) -> [Period] {
  var runs: [Period] = []
  for day in days {
    if runs.last?.number == number(day) {
      runs[runs.count - 1].days.append(day)
    } else {
      runs.append((number(day), [day]))
    }
  }
  return runs
}

private func count(_ period: Period) -> ArchivePlan.Count {
  ArchivePlan.Count(number: period.number, stories: period.days.reduce(0) { $0 + $1.stories.count })
}

private func page(_ address: String, _ plan: ArchivePlan) -> PlannedPage {
  PlannedPage(path: address + "index.html", content: .archive(plan))
}
