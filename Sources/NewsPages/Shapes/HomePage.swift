import Markup
import NewsTemplates

/// What the home page offers to `home.mustache`.
struct HomePage: Sendable {
  var frame: SiteFrame
  var lead: StoryCard?
  var secondary: [StoryCard]
  var blocks: [HomeBlock]
  var recent: [StoryCard]

  static let shape = Shape<HomePage>([
    .nested("lead", "The first story of the day.", StoryCard.shape) { page in
      page.lead.map { StoryCard.seenFirst([$0])[0] }
    },
    .flag("has-secondary", "Whether there are stories beside the lead.") { !$0.secondary.isEmpty },
    .list("secondary", "The stories beside the lead.", StoryCard.shape) {
      $0.lead?.photo == nil ? StoryCard.seenFirst($0.secondary) : $0.secondary
    },
    .list("blocks", "Topics, each with its newest stories.", HomeBlock.shape) { $0.blocks },
    .flag("has-recent", "Whether there are other recent stories.") { !$0.recent.isEmpty },
    .list("recent", "The newest stories that stand nowhere above.", StoryCard.shape) { $0.recent },
  ]).including(SiteFrame.shape) { $0.frame }
}

/// A topic on the home page.
struct HomeBlock: Sendable {
  var name: HTML
  var href: String
  var stories: [StoryCard]

  static let shape = Shape<HomeBlock>([
    .html("name", "The topic's name.") { $0.name },
    .text("href", "The address of its page.") { $0.href },
    .list("stories", "Its newest stories that stand nowhere above.", StoryCard.shape) { $0.stories },
  ])
}
