import Markup
import NewsTemplates

/// What a page that leads on to a story offers to `redirect.mustache`.
struct RedirectPage: Sendable {
  /// With the story's title, description and address.
  var frame: SiteFrame
  var title: String
  var headline: HTML
  /// Percent-encoded, without the host.
  var target: String

  static let shape = Shape<RedirectPage>([
    .text("title", "The headline of the story, for attributes.") { $0.title },
    .html("headline", "The headline of the story.") { $0.headline },
    .text("target-href", "The address of the story.") { $0.target },
  ]).including(SiteFrame.shape) { $0.frame }
}
