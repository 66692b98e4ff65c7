import NewsTemplates

/// What the light edition's home page offers to `lite-home.mustache`.
struct LiteHomePage: Sendable {
  var frame: SiteFrame
  /// With the addresses of the light edition.
  var stories: [StoryCard]

  static let shape = Shape<LiteHomePage>([
    .list("stories", "The newest stories, with the addresses of the light edition.", StoryCard.shape) { $0.stories }
  ]).including(SiteFrame.shape) { $0.frame }
}
