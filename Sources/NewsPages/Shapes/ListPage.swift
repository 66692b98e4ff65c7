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
