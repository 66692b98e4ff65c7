import Markup
import NewsCore

extension MachinePress {
  /// JSON Feed 1.1 (jsonfeed.org).
  func printJSONFeed(_ head: FeedHead, _ stories: [FeedStory]) -> [UInt8] {
    let feed = JSON.object([
      ("version", .text("https://jsonfeed.org/version/1.1")),
      ("title", .text(head.title)),
      ("home_page_url", .text(head.home)),
      ("feed_url", .text(head.ownAddress)),
      ("description", .text(head.description)),
      ("icon", .text(absolute(Icon.large))),
      ("favicon", .text(absolute(Icon.feed))),
      ("authors", .list([.object([("name", .text(site.publisher)), ("url", .text(absolute("")))])])),
      ("language", .text(site.language)),
      ("items", .list(stories.map(item))),
    ])
    return feed.bytes + [0x0A]
  }

  private func item(_ story: FeedStory) -> JSON {
    let authors = story.authors.map { JSON.object([("name", .text($0))]) }
    return .object([
      ("id", .text(story.id)),
      ("url", .text(story.address)),
      ("title", .text(story.title)),
      ("content_html", .text(story.contentHTML)),
      ("summary", .text(story.summary)),
      ("image", story.image.map { .text($0.address) }),
      ("date_published", .text(story.published.rfc3339)),
      ("date_modified", .text(story.changed.rfc3339)),
      ("authors", authors.isEmpty ? nil : .list(authors)),
      ("tags", .texts(story.topics)),
      ("language", .text(story.language ?? site.language)),
    ])
  }

  /// The newest stories of a topic as plain JSON, for apps that read one topic and no feed.
  func printTopicStories(_ topic: Topic, stories: [Int]) -> [UInt8] {
    let list = stories.map { index in
      let story = plan.stories[index]
      return JSON.object([
        ("title", .text(bare(story.title))),
        ("url", .text(absolute(story.address))),
        ("date", .text(published(story).rfc3339)),
        ("summary", .text(bare(story.summary))),
        ("language", .text(language(of: story))),
      ])
    }
    let file = JSON.object([
      ("title", .text(bare(topic.name))),
      ("url", .text(absolute(topicAddress(topic)))),
      ("language", .text(site.language)),
      ("stories", .list(list)),
    ])
    return file.bytes + [0x0A]
  }
}
