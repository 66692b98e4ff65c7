import NewsCore
import NewsTemplates

/// What a page of a list offers to `latest.mustache`, `topic.mustache` and `author.mustache`.
struct ListPage: Sendable {
  var frame: SiteFrame
  var heading: String
  var introduction: String?
  /// «الصفحة 3»; nil at the list's own address.
  var number: String?
  var stories: [StoryCard]
  var subtopics: [Link] = []
  var older: Link?
  var newer: Link?

  static let shape = Shape<ListPage>([
    .html("heading", "The name of the list.") { $0.frame.type.set($0.heading) },
    .html("introduction", "The topic's description.") { page in
      page.introduction.map { page.frame.type.set($0) }
    },
    .text("number", "The number of the page; nothing on the first.") { $0.number },
    .list("stories", "The stories of the page, newest first.", StoryCard.shape) { StoryCard.seenFirst($0.stories) },
    .flag("has-subtopics", "Whether topics with pages stand below this one.") { !$0.subtopics.isEmpty },
    .list("subtopics", "The topics right below this one.", Link.shape) { $0.subtopics },
    .flag("has-pager", "Whether the list has more pages.") { $0.older != nil || $0.newer != nil },
    .nested("older-page", "The page with older stories.", Link.shape) { $0.older },
    .nested("newer-page", "The page with newer stories.", Link.shape) { $0.newer },
  ]).including(SiteFrame.shape) { $0.frame }
}

/// A story as a list shows it.
struct StoryCard: Sendable {
  var teaser: Teaser
  var href: String
  var date: DateText
  /// The story's language and direction, where they are not the site's.
  var language: String?
  var direction: String?
  var topics: [Link]
  var photo: CardPhoto?
  /// The word for the teaser's label.
  var label: String?
  /// Whether its photo is the first that a reader sees.
  var isSeenFirst = false
  /// For the words of the story.
  var type: Typesetter

  static let shape = Shape<StoryCard>([
    .html("title", "The headline.") { $0.type.set($0.teaser.title) },
    .html("kicker", "The line above the headline.") { card in card.teaser.kicker.map { card.type.set($0) } },
    .html("summary", "The deck, or the beginning of the story.") { $0.type.set($0.teaser.summary) },
    .text("href", "The address of the story.") { $0.href },
    .nested("date", "When it was published.", DateText.shape) { $0.date },
    .text("story-language", "The story's language tag, where it is not the site's.") { $0.language },
    .text("story-direction", "The story's direction, where its language is not the site's.") { $0.direction },
    .list("topics", "The topics of the story.", Link.shape) { $0.topics },
    .nested("photo", "Its photo, if it has one.", CardPhoto.shape) { $0.photo },
    .text("label", "Breaking, exclusive, opinion and the like, in the site's language.") { $0.label },
    .text("label-kind", "The same as in the story file, for the stylesheet: `urgent`, `opinion` …") {
      $0.teaser.label?.rawValue
    },
    .flag("is-seen-first", "Whether its photo is the first on the page: the browser should not wait with it.") {
      $0.isSeenFirst
    },
  ])
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
