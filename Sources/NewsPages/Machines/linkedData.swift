import Markup
import NewsCore

extension MachinePress {
  /// One JSON-LD document of several things (schema.org).
  func linkedData(_ things: [JSON]) -> JSON {
    .object([("@context", .text("https://schema.org")), ("@graph", .list(things))])
  }

  /// The newsroom as a publisher with what it promises: each policy by the page that states it.
  var newsroomData: JSON {
    var fields = publisherFields(of: site)
    for policy in PageFile.Policy.allCases {
      let page = plan.policies.first { $0.policy == policy }?.address
      let address = policy == .corrections ? page ?? correctionsAddress : page
      fields.append((policy.property, address.map { .text(absolute($0)) }))
    }
    return .object(fields)
  }

  var siteData: JSON {
    .object([
      ("@type", .text("WebSite")),
      ("@id", .text(absolute("") + "#site")),
      ("name", .text(site.title)),
      ("url", .text(absolute(""))),
      ("inLanguage", .text(site.language)),
      ("publisher", .object([("@id", .text(site.baseURL + "/#publisher"))])),
    ])
  }

  /// The way to a page; its last step is the page itself and leads nowhere.
  func breadcrumbList(_ links: [Link], last: String) -> JSON {
    var steps = links.enumerated().map { index, link in
      JSON.object([
        ("@type", .text("ListItem")),
        ("position", .number(index + 1)),
        ("name", .text(bare(link.text))),
        ("item", .text(absolute(String(link.href.dropFirst(site.basePath.count + 1))))),
      ])
    }
    steps.append(
      .object([("@type", .text("ListItem")), ("position", .number(steps.count + 1)), ("name", .text(bare(last)))])
    )
    return .object([("@type", .text("BreadcrumbList")), ("itemListElement", .list(steps))])
  }
}

extension PageFile.Policy {
  /// The property of schema.org's NewsMediaOrganization.
  fileprivate var property: String {
    switch self {
    case .principles: "publishingPrinciples"
    case .corrections: "correctionsPolicy"
    case .ethics: "ethicsPolicy"
    case .masthead: "masthead"
    case .ownership: "ownershipFundingInfo"
    case .diversity: "diversityPolicy"
    case .feedback: "actionableFeedbackPolicy"
    case .factChecking: "verificationFactCheckingPolicy"
    case .unnamedSources: "unnamedSourcesPolicy"
    }
  }
}

/// The newsroom as a publisher.
func publisherData(of site: Site) -> JSON { .object(publisherFields(of: site)) }

private func publisherFields(of site: Site) -> [(String, JSON?)] {
  let logo = "\(site.baseURL)/\(percentEncoded(Icon.large))"
  return [
    ("@type", .text("NewsMediaOrganization")),
    ("@id", .text(site.baseURL + "/#publisher")),
    ("name", .text(site.publisher)),
    ("url", .text(site.baseURL + "/")),
    ("description", site.description.map(JSON.text)),
    (
      "logo",
      .object([
        ("@type", .text("ImageObject")), ("url", .text(logo)), ("contentUrl", .text(logo)),
        ("width", .number(512)), ("height", .number(512)),
      ])
    ),
  ]
}
