import NewsCore

extension Press {
  func archivePage(_ archive: ArchivePlan) -> ArchivePage {
    switch archive {
    case .years(let years):
      let title = theme.phrases[.archive]
      return ArchivePage(
        frame: frame(title: title, description: title, address: archiveAddress, crumbs: [homeLink]),
        heading: title,
        periods: years.map { period(dates.year($0.number), yearAddress($0.number), $0.stories) }
      )
    case .year(let year, let months):
      return ArchivePage(
        frame: archiveFrame(dates.year(year), yearAddress(year), []),
        heading: dates.year(year),
        periods: months.map { month in
          period(dates.month(month.number, year: year), monthAddress(year, month.number), month.stories)
        }
      )
    case .month(let year, let month, let days):
      let heading = dates.month(month, year: year)
      return ArchivePage(
        frame: archiveFrame(heading, monthAddress(year, month), [yearLink(year)]),
        heading: heading,
        days: days.map { day in
          ArchiveDay(
            name: dates.longDay(day.day),
            href: href(dayAddress(day.day)),
            stories: day.stories.map(card)
          )
        }
      )
    case .day(let day):
      let heading = dates.longDay(day.day)
      let (year, month) = (day.day.year, day.day.month)
      let monthLink = Link(text: dates.month(month, year: year), href: href(monthAddress(year, month)))
      return ArchivePage(
        frame: archiveFrame(heading, dayAddress(day.day), [yearLink(year), monthLink]),
        heading: heading,
        stories: day.stories.map(card)
      )
    }
  }

  private func period(_ name: String, _ address: String, _ stories: Int) -> IndexLine {
    IndexLine(name: name, href: href(address), count: storyCount(stories), type: type)
  }

  private func yearLink(_ year: Int) -> Link { Link(text: dates.year(year), href: href(yearAddress(year))) }

  private func archiveFrame(_ heading: String, _ address: String, _ above: [Link]) -> SiteFrame {
    let archive = Link(text: theme.phrases[.archive], href: href(archiveAddress))
    let title = "\(theme.phrases[.archive]): \(heading)"
    return frame(title: title, description: title, address: address, crumbs: [homeLink, archive] + above)
  }
}
