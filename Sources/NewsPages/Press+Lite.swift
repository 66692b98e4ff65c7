import ArabicText
import Markup
import NewsCore

extension Press {
  /// Prints a story's page of the light edition: the same story without images, its `canonical` the full page.
  ///
  /// `body` must be without images already.
  public func printLiteStory(_ planned: StoryPlan, story: Story, body: HTML) -> [UInt8] {
    printLiteStory(storyPage(planned, story: story, body: body, imageAddress: nil), body: body)
  }

  func printLiteStory(_ page: StoryPage, body: HTML) -> [UInt8] {
    var page = page
    page.body = body
    page.figure = page.figure?.withoutFile
    return theme.liteStory.render(page, reserving: body.bytes.count + 4096)
  }

  func liteHomePage(_ stories: [Int]) -> LiteHomePage {
    LiteHomePage(
      frame: frame(title: nil, description: site.description, address: ""),
      stories: stories.map { index in
        var card = card(index)
        card.isLite = true
        return card
      }
    )
  }
}
