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

  /// File names with media types that hosts do not give them by themselves.
  static let fileTypes: [(file: String, type: String)] =
    FeedFormat.allCases.map { ($0.fileName, $0.mediaType) }
    + [
      (manifestAddress, "application/manifest+json"), (openSearchAddress, "application/opensearchdescription+xml"),
    ]

  /// The media types of all other files by their endings, so that every server sends the same (IANA's names).
  static let textTypes: [(ending: String, type: String)] = [
    ("html", "text/html"), ("css", "text/css"), ("js", "text/javascript"), ("txt", "text/plain"),
    ("xml", "application/xml"), ("json", "application/json"), ("svg", "image/svg+xml"),
  ]

  /// The same of files that are no text and have no character set.
  static let otherTypes: [(ending: String, type: String)] = [
    ("png", "image/png"), ("jpg", "image/jpeg"), ("jpeg", "image/jpeg"), ("webp", "image/webp"),
    ("avif", "image/avif"), ("gif", "image/gif"), ("ico", "image/x-icon"), ("woff2", "font/woff2"),
    ("pdf", "application/pdf"), ("mp3", "audio/mpeg"), ("mp4", "video/mp4"),
  ]

  /// The expression for addresses that nobody is to see: what the program and the hosts read.
  var hiddenPattern: String {
    "^\(escapedForExpression(site.basePath))/(\\.warraq(/|$)|\\.htaccess$|_headers$|_redirects$)"
  }

  /// The expression for addresses of a shelf life; nil for that of all others.
  func pattern(of life: ShelfLife) -> String? {
    let base = "^\(escapedForExpression(site.basePath))/"
    switch life {
    case .minute: return nil
    case .hour: return "\(base)((\(ShelfLife.folders.joined(separator: "|")))/|[^/]+\\.(ico|png|svg)$)"
    case .forever: return "\(base)assets/.*[.-][0-9a-f]{8,64}\\.[a-z0-9]+$"
    }
  }
}

/// How long a copy of a file may be shown before the host is asked for a newer one (RFC 9111).
enum ShelfLife: CaseIterable {
  /// Pages, feeds, sitemaps.
  case minute
  /// Photos, icons, and assets under their plain names.
  case hour
  /// Assets whose name holds the digest of what they are.
  case forever

  /// The folders with files of the second kind.
  static let folders = ["assets", "images"]

  var cacheControl: String {
    switch self {
    case .minute: "public, max-age=60, must-revalidate"
    case .hour: "public, max-age=3600"
    case .forever: "public, max-age=31536000, immutable"
    }
  }
}
