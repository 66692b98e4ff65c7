import ArabicText
import Markup
import NewsCore

extension Press {
  var searchPage: SearchPage {
    let title = theme.phrases[.search]
    return SearchPage(
      frame: frame(title: title, description: theme.phrases[.searchHint], address: searchAddress, crumbs: [homeLink]),
      settings: String(decoding: searchSettings.bytes, as: UTF8.self),
      scriptHref: href(theme.searchScript)
    )
  }

  /// What the script is told. Dates are those of the site's lists, with the weekday left out.
  private var searchSettings: JSON {
    let phrases = theme.phrases
    return .object([
      ("index", .text(href("\(searchAddress)index/"))),
      ("root", .text(href(""))), ("lite", .text(site.hasLite ? liteAddress : "")),
      ("language", .text(site.language)),
      ("direction", .text(TextDirection.of(languageTag: site.language).rawValue)),
      ("digits", .text(site.digits.apply(to: "0123456789"))),
      ("months", .list((1...12).map { .text(dates.monthPattern($0)) })),
      ("count", .object(phrases.forms(of: .resultCount).map { ($0.category.rawValue, .text($0.words)) })),
      ("least", .text(phrases[.atLeast])),
      ("meant", .text(phrases[.didYouMean])),
      ("hint", .text(phrases[.searchHint])),
      ("searching", .text(phrases[.searching])),
      ("none", .text(phrases[.noResults])),
      ("some", .text(phrases[.someWords])),
      ("error", .text(phrases[.searchTrouble])),
    ])
  }
}
