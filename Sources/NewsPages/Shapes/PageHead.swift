import Markup
import NewsCore
import NewsTemplates

/// What search engines, feed readers and shared links take from a page.
struct PageHead: Sendable {
  /// At most 160 characters.
  var description: String?
  /// What crawlers may do with the page.
  var robots: String
  var feeds: [FeedLink]
  /// nil for pages without an address.
  var card: SocialCard?
  var translations: [LanguageLink] = []
  /// JSON-LD (schema.org).
  var data: HTML?
  /// The content security policy, where the site wants it in each page.
  var policy: String?
  var icons: IconLinks

  static let shape = Shape<PageHead>([
    .text("description", "What the page is about, at most 160 characters.") { $0.description },
    .text("robots", "What crawlers may do with the page.") { $0.robots },
    .text("policy", "The content security policy, where `headers` has `meta: on`.") { $0.policy },
    .nested("card", "What stands on a card where the page is shared.", SocialCard.shape) { $0.card },
    .list("feeds", "The feeds that follow what the page shows.", FeedLink.shape) { $0.feeds },
    .list("translations", "The same story in each language, with this one.", LanguageLink.shape) { $0.translations },
    .html("data", "What the page says to search engines (JSON-LD), as a script element.") { $0.data },
    .nested("icons", "The addresses of the site's icons.", IconLinks.shape) { $0.icons },
  ])
}

/// A feed to be found by readers (autodiscovery).
struct FeedLink: Sendable {
  var type: String
  var title: String
  var href: String
  /// Its number among the feeds of the site as a whole, which every page names.
  var number: Int?

  static let shape = Shape<FeedLink>([
    .text("type", "The media type of the feed.") { $0.type },
    .text("title", "The name of the feed.") { $0.title },
    .text("href", "The address of the feed.") { $0.href },
  ]) { $0.number }
}

/// A translation of the page (`hreflang`).
struct LanguageLink: Sendable {
  /// BCP 47, or `x-default` for readers of no language that there is.
  var language: String
  var href: String

  static let shape = Shape<LanguageLink>([
    .text("language", "The language tag, or `x-default`.") { $0.language },
    .text("href", "The full address of the page in that language.") { $0.href },
  ])
}

/// The icons and the manifest, at addresses that never change.
struct IconLinks: Sendable {
  var basePath: String
  var hasSearch = true

  init(_ site: Site) {
    basePath = site.basePath
    hasSearch = site.hasSearch
  }

  static let shape = Shape<IconLinks>([
    .text("classic", "The icon for old browsers (ICO).") { "\($0.basePath)/\(Icon.classic)" },
    .text("vector", "The icon as SVG.") { "\($0.basePath)/\(Icon.vector)" },
    .text("apple", "The icon for a home screen, 180 pixels.") { "\($0.basePath)/\(Icon.apple)" },
    .text("manifest", "The web app manifest.") { "\($0.basePath)/\(manifestAddress)" },
    .text("search", "The description of the search (OpenSearch), if there is one.") { icons in
      icons.hasSearch ? "\(icons.basePath)/\(openSearchAddress)" : nil
    },
  ]) { _ in 0 }
}
