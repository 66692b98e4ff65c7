import NewsTemplates

/// What a page of the archive offers to `archive.mustache`: years, months or days, and the stories of a day.
struct ArchivePage: Sendable {
  var frame: SiteFrame
  var heading: String
  var periods: [IndexLine] = []
  var days: [ArchiveDay] = []
  var stories: [StoryCard] = []

  static let shape = Shape<ArchivePage>([
    .text("heading", "The year, month or day, or the name of the archive.") { $0.heading },
    .flag("has-periods", "Whether years or months are listed.") { !$0.periods.isEmpty },
    .list("periods", "The years of the archive or the months of a year, the newest first.", IndexLine.shape) {
      $0.periods
    },
    .list("days", "The days of a month, the newest first.", ArchiveDay.shape) { $0.days },
    .flag("has-stories", "Whether the stories of a day are listed.") { !$0.stories.isEmpty },
    .list("stories", "The stories of a day, the newest first.", StoryCard.shape) { StoryCard.seenFirst($0.stories) },
  ]).including(SiteFrame.shape) { $0.frame }
}

/// A day in the list of a month.
struct ArchiveDay: Sendable {
  var name: String
  var href: String
  var stories: [StoryCard]

  static let shape = Shape<ArchiveDay>([
    .text("name", "The day.") { $0.name },
    .text("href", "The address of its page.") { $0.href },
    .list("stories", "The stories of the day, the newest first.", StoryCard.shape) { $0.stories },
  ])
}
