import ArabicText
import Markup
import NewsCore
import NewsTemplates

/// What the search offers to `search.mustache`.
struct SearchPage: Sendable {
  var frame: SiteFrame
  /// What the script needs to know (JSON).
  var settings: String
  /// The address of the script.
  var scriptHref: String

  static let shape = Shape<SearchPage>([
    .text("settings", "What the script needs: addresses, words, months and digits of the site's language (JSON).") {
      $0.settings
    },
    .text("script-href", "The address of the script.") { $0.scriptHref },
    .text("host", "The site's host and path, for a search elsewhere.") { page in
      page.frame.wide.site.baseURL.split(separator: "/", maxSplits: 1).last.map { String($0.drop { $0 == "/" }) }
    },
  ]).including(SiteFrame.shape) { $0.frame }
}
