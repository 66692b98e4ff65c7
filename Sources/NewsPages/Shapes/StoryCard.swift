import ArabicText
import NewsCore
import NewsTemplates

/// A story as a list shows it. It holds nothing but the story's place in the catalogue: what a template shows is read from
/// there.
struct StoryCard: Sendable {
  let press: Press
  let story: Int
  /// Whether it leads to the light edition.
  var isLite = false
  /// Whether its photo is the first that a reader sees.
  var isSeenFirst = false

  static let shape = Shape<StoryCard>([
    .html("title", "The headline.") { $0.type.set($0.press.plan.stories.title($0.story)) },
    .html("kicker", "The line above the headline.") { card in
      card.press.plan.stories.kicker(card.story).map { card.type.set($0) }
    },
    .html("summary", "The deck, or the beginning of the story.") {
      $0.type.set($0.press.plan.stories.summary($0.story))
    },
    .text("href", "The address of the story.") { $0.href },
    .nested("date", "When it was published.", DateText.shape) {
      $0.press.dates.writeInList($0.press.plan.stories.date($0.story))
    },
    .text("story-language", "The story's language tag, where it is not the site's.") { $0.language },
    .text("story-direction", "The story's direction, where its language is not the site's.") { card in
      card.language.map { TextDirection.of(languageTag: $0).rawValue }
    },
    .list("topics", "The topics of the story.", Link.shape) {
      $0.press.links(to: $0.press.plan.stories.topics[$0.story].map(Int.init))
    },
    .nested("photo", "Its photo, if it has one.", CardPhoto.shape) { card in
      card.photo.map { CardPhoto(photo: $0, href: card.press.href(percentEncoded($0.address))) }
    },
    .text("label", "Breaking, exclusive, opinion and the like, in the site's language.") { card in
      card.press.plan.stories.label(card.story).map { card.press.theme.phrases[Phrase($0)] }
    },
    .text("label-kind", "The same as in the story file, for the stylesheet: `urgent`, `opinion` …") {
      $0.press.plan.stories.label($0.story)?.rawValue
    },
    .flag("is-seen-first", "Whether its photo is the first on the page: the browser should not wait with it.") {
      $0.isSeenFirst
    },
  ]) { $0.isLite || $0.isSeenFirst ? nil : $0.story }

  var photo: Photo? { press.plan.stories.photo(story) }

  private var href: String { press.href((isLite ? liteAddress : "") + press.plan.stories.address(story)) }

  private var language: String? { press.plan.stories.language(story) }

  /// For the words of the story.
  private var type: Typesetter {
    language.map { Typesetter(language: $0, ranges: press.site.ranges) } ?? press.type
  }
}

extension StoryCard {
  /// The cards with the first photo marked, if it stands where a page is seen before anyone scrolls (B-U5).
  static func seenFirst(_ cards: [StoryCard]) -> [StoryCard] {
    guard let first = cards.prefix(3).firstIndex(where: { $0.photo != nil }) else { return cards }
    var cards = cards
    cards[first].isSeenFirst = true
    return cards
  }
}
