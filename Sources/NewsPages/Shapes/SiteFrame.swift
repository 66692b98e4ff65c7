import ArabicText
import Markup
import NewsCore
import NewsTemplates

/// What is the same on every page of a site. A class only because every page holds it: one reference for all of it.
final class SiteWide: Sendable {
  let site: Site
  let phrases: Phrasebook
  /// Paths in Output.
  let stylesheet: String
  let bodyFont: String
  /// Static pages for the menu at the foot.
  let menu: [Link]
  /// Sets text in the site's language.
  let type: Typesetter

  init(site: Site, phrases: Phrasebook, stylesheet: String, bodyFont: String, menu: [Link]) {
    self.site = site
    self.phrases = phrases
    self.stylesheet = stylesheet
    self.bodyFont = bodyFont
    self.menu = menu
    type = Typesetter(language: site.language, ranges: site.ranges)
  }
}

/// What every page offers to its template: the frame around its own content.
struct SiteFrame: Sendable {
  let wide: SiteWide
  /// `title – site`, for the browser's tab.
  var pageTitle: String
  /// The page's own address, relative to the site's; nil for pages that have none of their own.
  var address: String?
  /// What stands above the page, from the home page down.
  var crumbs: [Link]
  /// Makes what search engines, feed readers and shared links take from the page; asked for where a template shows it.
  private(set) var makeHead: @Sendable () -> PageHead

  /// Sets text in the site's language.
  var type: Typesetter { wide.type }

  init(
    wide: SiteWide,
    pageTitle: String,
    address: String? = nil,
    crumbs: [Link] = [],
    makeHead: @escaping @Sendable () -> PageHead
  ) {
    self.wide = wide
    self.pageTitle = pageTitle
    self.address = address
    self.crumbs = crumbs
    self.makeHead = makeHead
  }

  /// Adds to what machines take from the page.
  mutating func completeHead(_ change: @escaping @Sendable (inout PageHead) -> Void) {
    let make = makeHead
    makeHead = {
      var head = make()
      change(&head)
      return head
    }
  }

  /// The names whose values are the same on every page of a site.
  static let constants: Set<String> = [
    "site-title", "site-name", "site-description", "publisher", "language", "direction", "home-href", "latest-href",
    "topics-href", "assets-href", "authors-href", "archive-href", "corrections-href", "search-href", "lite-home-href",
    "stylesheet-href", "web-fonts", "font-href",
    "words",
  ]

  static let shape = Shape<SiteFrame>([
    .html("site-title", "The site's title, from `site.yaml`.") { $0.type.set($0.wide.site.title) },
    .text("site-name", "The site's title as bare text, for attributes.") { $0.wide.site.title },
    .html("site-description", "The site's description, from `site.yaml`.") { frame in
      frame.wide.site.description.map { frame.type.set($0) }
    },
    .html("publisher", "Who publishes the site.") { $0.type.set($0.wide.site.publisher) },
    .text("language", "The site's language tag (BCP 47), for `lang`.") { $0.wide.site.language },
    .text("direction", "`rtl` or `ltr`, from the language's script, for `dir`.") {
      TextDirection.of(languageTag: $0.wide.site.language).rawValue
    },
    .text("page-title", "The page's title for the browser's tab.") { $0.pageTitle },
    .text("description", "What the page is about, at most 160 characters.") { $0.makeHead().description },
    .text("canonical", "The page's full address, percent-encoded.") { frame in
      frame.address.map { "\(frame.wide.site.baseURL)/\(percentEncoded($0))" }
    },
    .text("home-href", "The address of the home page.") { $0.wide.site.basePath + "/" },
    .text("latest-href", "The address of the list of all stories.") { "\($0.wide.site.basePath)/\(latestAddress)" },
    .text("topics-href", "The address of the list of topics.") { "\($0.wide.site.basePath)/\(topicsAddress)" },
    .text("authors-href", "The address of the list of authors.") { "\($0.wide.site.basePath)/\(authorsAddress)" },
    .text("archive-href", "The address of the archive, if there is one.") { frame in
      frame.wide.site.hasArchive ? "\(frame.wide.site.basePath)/\(archiveAddress)" : nil
    },
    .text("corrections-href", "The address of the list of corrections.") {
      "\($0.wide.site.basePath)/\(correctionsAddress)"
    },
    .text("search-href", "The address of the search, if there is one.") { frame in
      frame.wide.site.hasSearch ? "\(frame.wide.site.basePath)/\(searchAddress)" : nil
    },
    .text("lite-home-href", "The address of the light edition, if there is one.") { frame in
      frame.wide.site.hasLite ? "\(frame.wide.site.basePath)/\(liteAddress)" : nil
    },
    .flag("has-crumbs", "Whether pages stand above this one.") { !$0.crumbs.isEmpty },
    .list("crumbs", "The pages above this one, from the home page down.", Link.shape) { $0.crumbs },
    .list("menu-pages", "The static pages that the menu leads to.", Link.shape) { $0.wide.menu },
    .text("stylesheet-href", "The address of the stylesheet.") { "\($0.wide.site.basePath)/\($0.wide.stylesheet)" },
    .text("assets-href", "The folder of the assets: the path of a file of `Templates/assets` follows it.") {
      "\($0.wide.site.basePath)/assets/"
    },
    .flag("web-fonts", "Whether the theme's own fonts are used (`fonts` in `site.yaml`).") { $0.wide.site.fonts },
    .text("font-href", "The font of the text, to be fetched early; nothing where the site has none.") { frame in
      let isInArabicLetters = ["ar", "fa"].contains(frame.wide.site.primaryLanguage)
      return frame.wide.site.fonts && isInArabicLetters ? "\(frame.wide.site.basePath)/\(frame.wide.bodyFont)" : nil
    },
    .nested("head", "What machines take from the page, for the partial `head`.", PageHead.shape) { $0.makeHead() },
    .nested("words", "The words of the site's furniture, from `strings/`.", Phrasebook.shape) { $0.wide.phrases },
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

  /// The words for the inside of an element, where they were set before.
  private var prepared: HTML?
  /// Its number among the links that stand on many pages.
  private(set) var number: Int?

  init(text: String, href: String, type: Typesetter? = nil, language: String? = nil) {
    self.text = text
    self.href = href
    self.type = type
    self.language = language
  }

  /// The link as it stands on many pages: its words are set once, and it is shown once where that is the same everywhere.
  /// `number` is its own among such links.
  func prepared(number: Int) -> Link {
    var link = self
    link.prepared = words
    link.number = number
    return link
  }

  /// The words for the inside of an element.
  var words: HTML {
    prepared ?? (type ?? Typesetter(base: TextDirection.dominant(in: text) ?? .rtl)).set(text, language: language)
  }

  static let shape = Shape<Link>([
    .html("text", "The words of the link.") { $0.words },
    .text("href", "Where it leads.") { $0.href },
  ]) { $0.number }
}

extension DateText {
  static let shape = Shape<DateText>([
    .text("text", "The date in the site's language and digits.") { $0.text },
    .text("iso", "The date for machines (ISO 8601).") { $0.iso },
  ])
}
