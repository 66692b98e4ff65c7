import ArabicText
import Markup
import NewsCore
import NewsTemplates

/// What every page offers to its template: the frame around its own content.
struct SiteFrame: Sendable {
  var site: Site
  var phrases: Phrasebook
  /// `title – site`, for the browser's tab.
  var pageTitle: String
  /// What search engines, feeds readers and shared links take from the page.
  var head: PageHead
  /// The page's own address, relative to the site's; nil for pages that have none of their own.
  var address: String?
  var stylesheet: String
  /// What stands above the page, from the home page down.
  var crumbs: [Link] = []
  /// Static pages for the menu at the foot.
  var menu: [Link] = []

  /// Sets text in the site's language.
  var type: Typesetter { Typesetter(language: site.language) }

  static let shape = Shape<SiteFrame>([
    .html("site-title", "The site's title, from `site.yaml`.") { $0.type.set($0.site.title) },
    .html("site-description", "The site's description, from `site.yaml`.") { frame in
      frame.site.description.map { frame.type.set($0) }
    },
    .html("publisher", "Who publishes the site.") { $0.type.set($0.site.publisher) },
    .text("language", "The site's language tag (BCP 47), for `lang`.") { $0.site.language },
    .text("direction", "`rtl` or `ltr`, from the language's script, for `dir`.") {
      TextDirection.of(languageTag: $0.site.language).rawValue
    },
    .text("page-title", "The page's title for the browser's tab.") { $0.pageTitle },
    .text("description", "What the page is about, at most 160 characters.") { $0.head.description },
    .text("canonical", "The page's full address, percent-encoded.") { frame in
      frame.address.map { "\(frame.site.baseURL)/\(percentEncoded($0))" }
    },
    .text("home-href", "The address of the home page.") { $0.site.basePath + "/" },
    .text("latest-href", "The address of the list of all stories.") { "\($0.site.basePath)/\(latestAddress)" },
    .text("topics-href", "The address of the list of topics.") { "\($0.site.basePath)/\(topicsAddress)" },
    .text("authors-href", "The address of the list of authors.") { "\($0.site.basePath)/\(authorsAddress)" },
    .text("archive-href", "The address of the archive.") { "\($0.site.basePath)/\(archiveAddress)" },
    .text("corrections-href", "The address of the list of corrections.") {
      "\($0.site.basePath)/\(correctionsAddress)"
    },
    .text("search-href", "The address of the search.") { "\($0.site.basePath)/\(searchAddress)" },
    .text("lite-home-href", "The address of the light edition, if there is one.") { frame in
      frame.site.hasLite ? "\(frame.site.basePath)/\(liteAddress)" : nil
    },
    .flag("has-crumbs", "Whether pages stand above this one.") { !$0.crumbs.isEmpty },
    .list("crumbs", "The pages above this one, from the home page down.", Link.shape) { $0.crumbs },
    .list("menu-pages", "The static pages that the menu leads to.", Link.shape) { $0.menu },
    .text("stylesheet-href", "The address of the stylesheet.") { "\($0.site.basePath)/\($0.stylesheet)" },
    .flag("web-fonts", "Whether the theme's own fonts are used (`fonts` in `site.yaml`).") { $0.site.fonts },
    .text("font-href", "The font of the text, to be fetched early; nothing where the site has none.") { frame in
      let isInArabicLetters = ["ar", "fa"].contains(frame.site.primaryLanguage)
      return frame.site.fonts && isInArabicLetters ? "\(frame.site.basePath)/\(Theme.bodyFont)" : nil
    },
    .nested("head", "What machines take from the page, for the partial `head`.", PageHead.shape) { $0.head },
    .nested("words", "The words of the site's furniture, from `strings/`.", Phrasebook.shape) { $0.phrases },
  ])
}

extension Phrasebook {
  static let shape = Shape<Phrasebook>(
    Phrase.allCases.map { phrase in .text(phrase.rawValue, "From the strings file.") { $0[phrase] } }
  )
}

/// A link with its words.
struct Link: Sendable {
  var text: String
  var href: String
  /// For text that may be of two directions; without one it is set in the direction of most of its letters.
  var type: Typesetter?
  /// The language of the text, where it is not the one around it.
  var language: String?

  /// The words for the inside of an element.
  var words: HTML { (type ?? Typesetter(base: TextDirection.dominant(in: text) ?? .rtl)).set(text, language: language) }

  static let shape = Shape<Link>([
    .html("text", "The words of the link.") { $0.words },
    .text("href", "Where it leads.") { $0.href },
  ])
}

extension DateText {
  static let shape = Shape<DateText>([
    .text("text", "The date in the site's language and digits.") { $0.text },
    .text("iso", "The date for machines (ISO 8601).") { $0.iso },
  ])
}
