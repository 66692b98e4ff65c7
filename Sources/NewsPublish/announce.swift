import NewsCore

/// Tells hubs and search engines of what changed, once one changed page has been fetched from the site's own address and
/// is the one that was sent: nobody is called to a page that is not there. Does nothing unless `ping` is set.
///
/// Returns a warning for each one that could not be told; what is published stays published.
package func announce(_ report: PublishReport, site: Site, host: WebHost) async -> [Diagnostic] {
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
      let ending = try await curl.run(
        ["--silent", "--fail", "--max-time", "20", "--output", "/dev/null"] + request.arguments,
        input: request.body
      )
      if ending.code != 0 {
        warnings.append(warning(host, "\(request.address) would not take the news (curl ended with \(ending.code))"))
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

private struct PingRequest {
  var address: String
  var arguments: [String]
  var body: [UInt8]
}

private func requests(_ pages: [PublishPlan.Operation], site: Site, pings: WebHost.Pings) -> [PingRequest] {
  var requests: [PingRequest] = []
  if let hub = pings.webSub {
    // W3C WebSub, 7: the topics are the feeds.
    for feed in ["feed.xml", "atom.xml", "feed.json"] {
      let fields = ["hub.mode=publish", "hub.url=\(site.baseURL)/\(feed)"].flatMap { ["--data-urlencode", $0] }
      requests.append(PingRequest(address: hub, arguments: fields + [hub], body: []))
    }
  }
  if let key = pings.indexNow {
    // indexnow.org: at most 10,000 addresses in one list.
    let addresses = pages.prefix(10_000).map { jsonText(address($0.path, site)) }.joined(separator: ",")
    let hostName = site.baseURL.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    let body = "{\"host\":\(jsonText(hostName)),\"key\":\(jsonText(key)),\"urlList\":[\(addresses)]}"
    let arguments = [
      "--header", "Content-Type: application/json; charset=utf-8", "--data-binary", "@-", pings.indexNowAddress,
    ]
    requests.append(PingRequest(address: pings.indexNowAddress, arguments: arguments, body: Array(body.utf8)))
  }
  return requests
}

/// The full address of a page, percent-encoded (RFC 3986).
package func address(_ path: String, _ site: Site) -> String {
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

private func jsonText(_ text: String) -> String {
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
