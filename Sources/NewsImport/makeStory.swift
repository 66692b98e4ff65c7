import ArabicText
import NewsCore

/// Article → complete story without its import record.
///
/// `topics` are the matched names, which an article's own list overrides. Without a date the story gets `today`, without
/// a letter or digit in its headline the slug `fallbackSlug`; a note says so of either.
public func makeStory(
  from article: Article,
  site: Site,
  topics: [String]?,
  today: CivilDate,
  fallbackSlug: String
) -> (story: Story, notes: [Diagnostic]) {
  var notes: [Diagnostic] = []
  let path = "\(SiteFolder.articles)/\(article.file)"
  var story = Story(
    title: article.headline,
    date: article.date ?? StoryDate(day: today),
    body: markdown(of: article.blocks)
  )
  if article.date == nil {
    notes.append(
      Diagnostic(
        .note,
        "no-date",
        path: path,
        "no date was found; the story got today's, \(today.iso)",
        fix: "add a line such as `التاريخ: 2016-09-05` at the top of the article"
      )
    )
  }
  story.slug = article.slug ?? Slug.make(article.headline, style: site.slugs)
  if story.slug == nil {
    story.slug = fallbackSlug
    notes.append(
      Diagnostic(
        .note,
        "no-slug",
        path: path,
        "nothing of the headline can stand in an address; it became \(fallbackSlug)",
        fix: "add a line such as `Slug: my-story` at the top of the article"
      )
    )
  }
  fill(&story, from: article)
  story.topics = article.topics ?? topics
  return (story, notes)
}

private func fill(_ story: inout Story, from article: Article) {
  story.kicker = article.kicker
  story.deck = article.deck
  story.updated = article.updated
  story.lang = article.lang
  story.kind = article.kind
  story.byline = article.byline
  story.dateline = article.dateline
  story.sources = article.sources.map { StorySource($0) }
  story.image = article.image
}
