import Foundation
import NewsCore

/// The links of a page to addresses of its site at which no file stands, and to places in the page that are not there.
///
/// `files` are the paths of all files of the site, `page` the page's own; `baseURL` and `basePath` say which links lead
/// into the site. Links to other sites are not followed.
func deadLinks(
  in bytes: [UInt8],
  page: String,
  files: Set<String>,
  site: Site,
  path: String
) -> [Diagnostic] {
  var reader = PageReader(bytes)
  var places: Set<String> = ["", "top"]
  var within: [(name: String, line: Int)] = []
  var found: [Diagnostic] = []
  while let piece = reader.next() {
    guard case .opening(let name, let attributes) = piece else { continue }
    for key in ["id", "name"] { if let place = attributes[key] { places.insert(place) } }
    // What a page says of itself to machines is an address, not a link that a reader follows.
    guard let link = attributes["href"] ?? attributes["src"], name != "base" else { continue }
    if link.hasPrefix("#") {
      within.append((link.dropFirst().removingPercentEncoding ?? String(link.dropFirst()), reader.line))
    } else if let target = file(of: link, on: page, site), !files.contains(target),
      !files.contains(target.isEmpty ? "index.html" : "\(target)/index.html")
    {
      found.append(dead(link, "no page or file of the site stands at", line: reader.line, path: path))
    }
  }
  let lost = within.filter { !places.contains($0.name) }
  return found + lost.map { dead("#\($0.name)", "nothing on this page is named", line: $0.line, path: path) }
}

private func dead(_ link: String, _ sentence: String, line: Int, path: String) -> Diagnostic {
  Diagnostic(
    .error,
    "dead-link",
    path: path,
    line: line,
    "\(sentence) \(excerpt(link))",
    fix: "correct the address where the link is written, or make what it leads to"
  )
}

/// The path of the file in Output that a link means; nil for a link that leads out of the site or is none.
private func file(of link: String, on page: String, _ site: Site) -> String? {
  var address = link.prefix { $0 != "?" && $0 != "#" }
  if address.hasPrefix(site.baseURL + "/") || address == site.baseURL {
    address = address.dropFirst(site.baseURL.count)
  } else if address.hasPrefix("/"), !address.hasPrefix("//") {
    // A path outside the site's own on the same host is another site's matter.
    guard address.hasPrefix(site.basePath + "/") || address == site.basePath else { return nil }
    address = address.dropFirst(site.basePath.count)
  } else if address.isEmpty || address.hasPrefix("//") || address.contains(":") {
    return nil
  } else {
    address = "/" + page.prefix(upTo: page.lastIndex(of: "/") ?? page.startIndex) + "/" + address
  }
  guard let path = address.removingPercentEncoding else { return String(address) }
  var parts: [Substring] = []
  for part in path.split(separator: "/") where part != "." {
    if part == ".." { _ = parts.popLast() } else { parts.append(part) }
  }
  if parts.isEmpty { return "index.html" }
  return parts.joined(separator: "/") + (path.hasSuffix("/") ? "/index.html" : "")
}
