import ArabicText
import Markup
import NewsCore

extension MachinePress {
  /// Adds what a story's page says of the story: its card, its translations, and its data for search engines.
  func describeStory(_ index: Int, _ story: Story, crumbs: [Link], in head: inout PageHead) {
    let teaser = plan.stories[index]
    let direction = direction(of: teaser)
    head.description = plain(truncate(teaser.summary, graphemes: 160), direction)
    head.translations = translations(of: index)
    var card = card(teaser, story, direction, description: head.description)
    card.otherLocales = head.translations.dropLast().map { locale(of: $0.language) }.filter { $0 != card.locale }
    head.card = card
    head.data = HTML(
      jsonScript: linkedData([articleData(teaser, story), breadcrumbList(crumbs, last: story.title)])
    )
  }

  private func card(
    _ teaser: Teaser,
    _ story: Story,
    _ direction: TextDirection,
    description: String?
  ) -> SocialCard {
    SocialCard(
      type: "article",
      title: plain(story.title, direction),
      description: description,
      locale: locale(of: language(of: teaser)),
      image: teaser.photo.map { photo in
        SocialCard.Picture(
          address: absolute(photo.address),
          mediaType: imageMediaType(photo.address),
          alt: story.image?.alt.map(bare),
          width: photo.width,
          height: photo.height
        )
      },
      article: SocialCard.Article(
        published: published(teaser).rfc3339,
        modified: teaser.changed == nil ? nil : changed(teaser).rfc3339,
        section: teaser.topics.first.map { topicNames[$0] },
        tags: teaser.topics.map { topicNames[$0] },
        authors: teaser.byline.map(bare)
      )
    )
  }

  /// The story in each of its languages, then the one for readers of none of them: the site's own where it is there.
  /// Empty where there is no translation.
  func translations(of index: Int) -> [LanguageLink] {
    guard let group = plan.translations[index] else { return [] }
    let links = group.map { member in
      LanguageLink(language: language(of: plan.stories[member]), href: absolute(plan.stories[member].address))
    }
    let main = group.first { plan.stories[$0].language == nil } ?? group[0]
    return links + [LanguageLink(language: "x-default", href: absolute(plan.stories[main].address))]
  }
}
