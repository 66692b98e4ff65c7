import Markup
import NewsTemplates

/// What a static page offers to `page.mustache`.
struct StaticPageShape: Sendable {
  var frame: SiteFrame
  var title: String
  var body: HTML
  /// The page's own language and direction.
  var language: String
  var direction: String

  static let shape = Shape<StaticPageShape>([
    .html("title", "The page's title.") { page in
      Typesetter(language: page.language, ranges: page.frame.wide.site.ranges).set(page.title)
    },
    .html("body", "The page's text.") { $0.body },
    .text("own-language", "The page's own language tag.") { $0.language },
    .text("own-direction", "`rtl` or `ltr` for the page's text.") { $0.direction },
  ]).including(SiteFrame.shape) { $0.frame }
}
