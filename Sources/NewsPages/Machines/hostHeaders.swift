import NewsCore

extension MachinePress {
  /// The content security policy (CSP 3): everything comes from the site itself, and no script or style stands in a
  /// page. A `meta` element may not say who frames the page.
  func contentPolicy(inHeader: Bool) -> String {
    let own = ["script-src", "style-src", "font-src", "connect-src", "manifest-src"].map {
      "\($0) 'self'"
    }
    // Without JavaScript the search page sends its reader's words there.
    let forms = "form-action 'self' https://duckduckgo.com"
    let rules = ["default-src 'none'", "img-src 'self' data:"] + own + [forms, "base-uri 'none'"]
    return (rules + (inHeader ? ["frame-ancestors 'none'"] : [])).joined(separator: "; ")
  }

  /// The headers of every answer.
  var headers: [(name: String, value: String)] {
    var headers = [
      ("Content-Security-Policy", contentPolicy(inHeader: true)),
      ("X-Content-Type-Options", "nosniff"),
      ("Referrer-Policy", "strict-origin-when-cross-origin"),
      ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"),
    ]
    if site.machines.strictTransport { headers.append(("Strict-Transport-Security", "max-age=31536000")) }
    if !plan.isPublic { headers.append(("X-Robots-Tag", "noindex")) }
    return headers
  }

  /// File names with the media type that hosts do not give them by themselves.
  static let mediaTypes: [(file: String, type: String)] =
    FeedFormat.allCases.map { ($0.fileName, "\($0.mediaType); charset=utf-8") }
    + [
      (manifestAddress, "application/manifest+json; charset=utf-8"),
      (openSearchAddress, "application/opensearchdescription+xml; charset=utf-8"),
    ]
}
