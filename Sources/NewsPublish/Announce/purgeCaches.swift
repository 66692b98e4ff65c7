import Foundation
import NewsCore

/// The keys of the caches before a host, from the environment; empty where one is not set.
public struct CacheKeys: Sendable {
  var cloudflare: String
  var amazonKey: String
  var amazonSecret: String
  var amazonSession: String

  /// Takes the keys from the variables that the makers of the caches name.
  public init(_ environment: [String: String]) {
    func value(_ name: String) -> String { environment[name] ?? "" }
    cloudflare = value("CLOUDFLARE_API_TOKEN")
    amazonKey = value("AWS_ACCESS_KEY_ID")
    (amazonSecret, amazonSession) = (value("AWS_SECRET_ACCESS_KEY"), value("AWS_SESSION_TOKEN"))
  }

  var secrets: [String] { [cloudflare, amazonKey, amazonSecret, amazonSession] }
}

/// Tells the caches before a host to forget the addresses whose pages have changed, and no others; where they are more
/// than `most`, everything. Does nothing unless `purge` is set. Returns a warning for each cache that would not.
func purgeCaches(_ report: PublishReport, site: Site, host: WebHost, keys: CacheKeys) async -> [Diagnostic] {
  let addresses = staleAddresses(report, site)
  if addresses.isEmpty { return [] }
  var warnings: [Diagnostic] = []
  for (cache, request) in requests(addresses, site: site, host: host, keys: keys, release: report.release) {
    do throws(HostTrouble) {
      let failed = try await request.ask(secrets: keys.secrets).filter { !(200..<300).contains($0) && $0 != 404 }
      guard let status = failed.first else { continue }
      let answer = status == 0 ? "it did not answer" : "it answered \(status)"
      warnings.append(notPurged(cache, "\(answer)\(failed.count > 1 ? ", \(failed.count) times" : "")", host))
    } catch { warnings.append(notPurged(cache, "\(error)", host)) }
  }
  return warnings
}

private func notPurged(_ cache: String, _ reason: String, _ host: WebHost) -> Diagnostic {
  Diagnostic(
    .warning,
    "purge",
    path: SiteFolder.settings,
    line: host.line,
    "\(cache) was not told what changed: \(reason); it shows old pages until their time is over"
  )
}

/// The addresses whose bytes are other than they were, removed ones among them. New files that pages need had none
/// before; new pages may have been asked for, and their absence kept.
func staleAddresses(_ report: PublishReport, _ site: Site) -> [String] {
  let changed = report.plan.operations.filter { $0.phase != .assets }.map(\.path)
  return (report.switched ?? changed).filter { !$0.hasSuffix(".gz") && !$0.hasSuffix(".br") }.map { address($0, site) }
}

private func requests(
  _ addresses: [String],
  site: Site,
  host: WebHost,
  keys: CacheKeys,
  release: String
) -> [(cache: String, request: CurlRequest)] {
  var requests: [(String, CurlRequest)] = []
  let purges = host.purges
  let all = addresses.count > purges.most
  if let zone = purges.cloudflare {
    let address = "\(purges.cloudflareAddress)/zones/\(zone)/purge_cache"
    let bodies = all ? [#"{"purge_everything":true}"#] : cloudflareLists(addresses)
    requests += bodies.map { ("Cloudflare", cloudflare(address, $0, keys)) }
  }
  if let distribution = purges.cloudFront {
    let paths = all ? ["/*"] : addresses.map { path(of: $0) }
    requests.append(("CloudFront", cloudFront(distribution, paths, purges, keys, release)))
  }
  if let cache = purges.request {
    requests.append(("the cache at \(cache)", purge(addresses, at: cache, site)))
  }
  return requests
}

/// At most 30 addresses in one request (Cloudflare API v4, `purge_cache`).
private func cloudflareLists(_ addresses: [String]) -> [String] {
  stride(from: 0, to: addresses.count, by: 30).map { start in
    let part = addresses[start..<min(start + 30, addresses.count)]
    return "{\"files\":[\(part.map(jsonText).joined(separator: ","))]}"
  }
}

private func cloudflare(_ address: String, _ body: String, _ keys: CacheKeys) -> CurlRequest {
  CurlRequest(
    addresses: [address],
    headers: ["Authorization: Bearer \(keys.cloudflare)", "Content-Type: application/json"],
    options: [("data-raw", body)]
  )
}

/// CreateInvalidation of CloudFront's API of 2020-05-31, signed by curl (AWS Signature Version 4).
private func cloudFront(
  _ distribution: String,
  _ paths: [String],
  _ purges: WebHost.Purges,
  _ keys: CacheKeys,
  _ release: String
) -> CurlRequest {
  let items = paths.map { "<Path>\(xmlText($0))</Path>" }.joined()
  let body =
    "<InvalidationBatch xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\">"
    + "<Paths><Quantity>\(paths.count)</Quantity><Items>\(items)</Items></Paths>"
    + "<CallerReference>\(release)-\(UUID().uuidString)</CallerReference></InvalidationBatch>"
  let session = keys.amazonSession.isEmpty ? [] : ["X-Amz-Security-Token: \(keys.amazonSession)"]
  return CurlRequest(
    addresses: ["\(purges.cloudFrontAddress)/2020-05-31/distribution/\(distribution)/invalidation"],
    headers: ["Content-Type: text/xml"] + session,
    options: [
      ("data-raw", body), ("user", "\(keys.amazonKey):\(keys.amazonSecret)"),
      ("aws-sigv4", "aws:amz:us-east-1:cloudfront"),
    ]
  )
}

/// The method PURGE for each address, to the cache itself; it knows the site by its name.
private func purge(_ addresses: [String], at cache: String, _ site: Site) -> CurlRequest {
  let base = cache.hasSuffix("/") ? String(cache.dropLast()) : cache
  let name = site.baseURL.split(separator: "/").dropFirst().first.map(String.init) ?? ""
  return CurlRequest(method: "PURGE", addresses: addresses.map { base + path(of: $0) }, headers: ["Host: \(name)"])
}

/// What follows the host's name in an address.
private func path(of address: String) -> String {
  let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
  return "/" + (parts.count == 4 ? String(parts[3]) : "")
}

private func xmlText(_ text: String) -> String {
  text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;")
    .split(separator: "<", omittingEmptySubsequences: false).joined(separator: "&lt;")
}
