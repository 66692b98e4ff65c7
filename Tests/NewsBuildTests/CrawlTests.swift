import Foundation
import NewsBuild
import NewsCore
import TestSupport
import Testing

/// Follows every link of whole sites, as they stand in the files.
@Suite struct CrawlTests {
  @Test(arguments: ["https://news.example", "https://news.example/arabic"])
  func everyLinkOfASiteLeadsToAFile(_ address: String) async throws {
    let site = try TestSite.newspaper(baseURL: address)
    let report = try await buildSite(site.folder, options: BuildOptions(now: 1_795_500_000))
    #expect(!report.hasErrors)
    let files = try site.snapshot()
    let base = address.split(separator: "/", maxSplits: 2).dropFirst(2).first.map { "/\($0)" } ?? ""
    var followed = 0
    for (path, page) in files where path.hasSuffix(".html") {
      for link in links(in: page) where link.hasPrefix("/") {
        #expect(link.hasPrefix(base + "/"), "\(path): \(link)")
        let target = try #require(link.dropFirst(base.count + 1).prefix { $0 != "#" }.removingPercentEncoding)
        let file = target.isEmpty || target.hasSuffix("/") ? target + "index.html" : target
        #expect(files[file] != nil, "\(path) links to \(link)")
        followed += 1
      }
    }
    #expect(followed > 500)
  }

  @Test func everyPageIsReachedFromTheHomePage() async throws {
    let site = try TestSite.newspaper()
    _ = try await buildSite(site.folder, options: BuildOptions(now: 1_795_500_000))
    let files = try site.snapshot()
    var (seen, waiting): (Set<String>, [String]) = ([], ["index.html"])
    while let path = waiting.popLast() {
      guard seen.insert(path).inserted, let page = files[path] else { continue }
      for link in links(in: page) where link.hasPrefix("/") {
        let target = link.dropFirst().removingPercentEncoding ?? ""
        waiting.append(target.isEmpty || target.hasSuffix("/") ? target + "index.html" : target)
      }
    }
    // Short addresses and older ones are for links from elsewhere.
    let isForOthers = { (path: String) in path.hasPrefix("a/") || path.hasPrefix("old/") || path == "404.html" }
    let lost = files.keys.filter { $0.hasSuffix(".html") && !isForOthers($0) && !seen.contains($0) }
    #expect(lost.isEmpty, "\(lost.sorted())")
  }

  /// The values of `href` and `src`, with the entities that the escaper writes taken back.
  private func links(in page: String) -> [String] {
    [" href=\"", " src=\""].flatMap { mark in
      page.components(separatedBy: mark).dropFirst().map { rest in
        String(rest.prefix { $0 != "\"" }).replacing("&amp;", with: "&").replacing("&#39;", with: "'")
      }
    }
  }
}
