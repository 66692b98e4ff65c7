import Markup

/// The links of a page to stories that readers do not see, each once, for the preview's script: address, badge and moment in
/// turn, a line each. nil where there are none, as on most pages.
func unreleasedLinks(in page: [UInt8], of site: ServedSite) -> String? {
  if site.ribbonsByAddress.isEmpty { return nil }
  var found: [String] = []
  var seen: Set<String> = []
  let start = Array(" href=\"/".utf8)
  var index = 0
  while index + start.count <= page.count {
    guard page[index] == start[0], page[index..<index + start.count].elementsEqual(start) else {
      index += 1
      continue
    }
    let begin = index + start.count - 1
    let end = page[begin...].firstIndex(of: UInt8(ascii: "\"")) ?? page.count
    let address = String(decoding: page[begin..<end], as: UTF8.self)
    if let ribbon = site.ribbonsByAddress[address], seen.insert(address).inserted {
      found += [address, ribbon.badge, ribbon.moment]
    }
    index = end
  }
  return found.isEmpty ? nil : found.joined(separator: "\n")
}
