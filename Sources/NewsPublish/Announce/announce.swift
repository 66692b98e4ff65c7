import NewsCore

/// Tells caches to forget what changed, then hubs and search engines of it, once one changed page has been fetched from
/// the site's own address and is the one that was sent: nobody is called to a page that is not there. Does nothing unless
/// `purge` or `ping` is set.
///
/// Returns a warning for each one that could not be told; what is published stays published.
public func announce(
  _ report: PublishReport,
  site: Site,
  host: WebHost,
  keys: CacheKeys
) async -> [Diagnostic] {
  await purgeCaches(report, site: site, host: host, keys: keys) + tellHubs(report, site: site, host: host)
}

private func tellHubs(_ report: PublishReport, site: Site, host: WebHost) async -> [Diagnostic] {
  let pings = host.pings
  let pages = report.plan.operations.filter {
    FileClass($0.path) != .asset && $0.path.hasSuffix("index.html") && $0.phase != .deletes
  }
  guard pings.webSub != nil || pings.indexNow != nil, let first = pages.first else { return [] }
  let curl = Tool(name: "curl")
  do {
    let fetched = try await curl.run([
      "--silent", "--fail", "--location", "--max-time", "20", address(first.path, site),
    ])
    guard fetched.code == 0, isSent(first, fetched.output) else {
      return [
        warning(
          host,
          "nobody was told of the new pages, because \(address(first.path, site)) does not show what was sent"
        )
      ]
    }
    var warnings: [Diagnostic] = []
    for request in requests(pages, site: site, pings: pings) {
      let statuses = try await request.ask()
      for (address, status) in zip(request.addresses, statuses) where !(200..<300).contains(status) {
        let answer = status == 0 ? "did not answer" : "answered \(status)"
        warnings.append(warning(host, "\(address) would not take the news: it \(answer)"))
      }
    }
    return warnings
  } catch {
    return [warning(host, "nobody was told of the new pages: \(error)")]
  }
}

private func isSent(_ operation: PublishPlan.Operation, _ bytes: [UInt8]) -> Bool {
  guard case .upload(_, _, let record) = operation else { return false }
  return SHA256.hex(bytes) == record.digest
}

private func warning(_ host: WebHost, _ message: String) -> Diagnostic {
  Diagnostic(.warning, "ping", path: SiteFolder.settings, line: host.line, message)
}

private func requests(_ pages: [PublishPlan.Operation], site: Site, pings: WebHost.Pings) -> [CurlRequest] {
  var requests: [CurlRequest] = []
  if let hub = pings.webSub {
    // W3C WebSub, 7: the topics are the feeds.
    for feed in ["feed.xml", "atom.xml", "feed.json"] {
      let fields = ["hub.mode=publish", "hub.url=\(site.baseURL)/\(feed)"]
      requests.append(CurlRequest(addresses: [hub], options: fields.map { ("data-urlencode", $0) }))
    }
  }
  if let key = pings.indexNow {
    // indexnow.org: at most 10,000 addresses in one list.
    let addresses = pages.prefix(10_000).map { jsonText(address($0.path, site)) }.joined(separator: ",")
    let hostName = site.baseURL.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    let body = "{\"host\":\(jsonText(hostName)),\"key\":\(jsonText(key)),\"urlList\":[\(addresses)]}"
    requests.append(
      CurlRequest(
        addresses: [pings.indexNowAddress],
        headers: ["Content-Type: application/json; charset=utf-8"],
        options: [("data-raw", body)]
      )
    )
  }
  return requests
}

/// The full address of a page, percent-encoded (RFC 3986).
public func address(_ path: String, _ site: Site) -> String {
  var text = path
  if text == "index.html" || text.hasSuffix("/index.html") { text.removeLast("index.html".count) }
  let digits = Array("0123456789ABCDEF")
  var encoded = "\(site.baseURL)/"
  for byte in text.utf8 {
    let isPlain =
      byte < 0x80
      && (Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber
        || "-._~/".utf8.contains(byte))
    if isPlain {
      encoded.unicodeScalars.append(UnicodeScalar(byte))
    } else {
      encoded += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }
  }
  return encoded
}

/// A word in JSON (RFC 8259), in its quotes.
func jsonText(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": quoted += "\\\(scalar)"
    case _ where scalar.value < 0x20: quoted += " "
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}
