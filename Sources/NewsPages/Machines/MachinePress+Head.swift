import ArabicText
import Markup
import NewsCore

extension MachinePress {
  /// What machines take from a page; `address` is nil for pages that have none of their own, which no search engine
  /// should keep.
  func head(title: String?, description: String?, address: String?) -> PageHead {
    let summary = description.map { plain(truncate($0, graphemes: 160), siteDirection) }
    var head = PageHead(
      description: summary,
      robots: address != nil && plan.isPublic ? "max-image-preview:large" : "noindex",
      feeds: address == nil ? [] : siteFeeds,
      icons: IconLinks(site)
    )
    if address != nil {
      head.card = SocialCard(
        title: plain(title ?? site.title, siteDirection),
        description: summary,
        locale: siteLocale
      )
    }
    if site.machines.metaPolicy { head.policy = contentPolicy(inHeader: false) }
    return head
  }

  /// The three feeds of the site, a topic or an author, for autodiscovery.
  func feedLinks(_ subject: FeedPlan.Subject) -> [FeedLink] {
    discoveryLinks(of: site, folder: folder(of: subject), title: feedTitle(subject))
  }

  /// The way to a page as data, for pages that are no stories and lie below others.
  func pathData(_ crumbs: [Link], title: String) -> HTML? {
    crumbs.isEmpty ? nil : HTML(jsonScript: linkedData([breadcrumbList(crumbs, last: title)]))
  }

  /// What the home page says of the publisher.
  var homeData: HTML { HTML(jsonScript: linkedData([newsroomData, siteData])) }

  /// `ar_SY` of `ar-SY`.
  func locale(of tag: String) -> String { tag == site.language ? siteLocale : openGraphLocale(of: tag) }
}

/// `ar_SY` of `ar-SY` or `ar-Arab-SY` (Open Graph writes locales so).
func openGraphLocale(of tag: String) -> String {
  let parts = tag.split(separator: "-")
  let country = parts.dropFirst().first { $0.utf8.count == 2 }
  return [parts.first.map { $0.lowercased() }, country.map { $0.uppercased() }].compactMap { $0 }.joined(separator: "_")
}

/// The feeds of a folder, for autodiscovery.
func discoveryLinks(of site: Site, folder: String, title: String) -> [FeedLink] {
  FeedFormat.of(site).map { format in
    FeedLink(
      type: format.mediaType,
      title: "\(title) (\(format.name))",
      href: "\(site.basePath)/\(folder)\(format.fileName)"
    )
  }
}

extension FeedFormat {
  /// As people call it.
  var name: String {
    switch self {
    case .rss: "RSS"
    case .atom: "Atom"
    case .json: "JSON Feed"
    }
  }
}
