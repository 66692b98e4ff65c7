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
      feeds: address == nil ? [] : feedLinks(.site),
      icons: IconLinks(site)
    )
    if address != nil {
      head.card = SocialCard(
        title: plain(title ?? site.title, siteDirection),
        description: summary,
        locale: locale(of: site.language)
      )
    }
    if site.machines.metaPolicy { head.policy = contentPolicy(inHeader: false) }
    return head
  }

  /// The three feeds of the site, a topic or an author, for autodiscovery.
  func feedLinks(_ subject: FeedPlan.Subject) -> [FeedLink] {
    let folder = "\(site.basePath)/\(folder(of: subject))"
    let title = feedTitle(subject)
    return FeedFormat.of(site).map { format in
      FeedLink(type: format.mediaType, title: "\(title) (\(format.name))", href: folder + format.fileName)
    }
  }

  /// The way to a page as data, for pages that are no stories and lie below others.
  func pathData(_ crumbs: [Link], title: String) -> HTML? {
    crumbs.isEmpty ? nil : HTML(jsonScript: linkedData([breadcrumbList(crumbs, last: title)]))
  }

  /// What the home page says of the publisher.
  var homeData: HTML { HTML(jsonScript: linkedData([newsroomData, siteData])) }

  /// `ar_SY` of `ar-SY` or `ar-Arab-SY` (Open Graph writes locales so).
  func locale(of tag: String) -> String {
    let parts = tag.split(separator: "-")
    let country = parts.dropFirst().first { $0.utf8.count == 2 }
    return [parts.first.map { $0.lowercased() }, country.map { $0.uppercased() }].compactMap { $0 }.joined(
      separator: "_"
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
