import NewsCore
import TestSupport

@testable import NewsPublish

/// Sites made by chance, with links between all kinds of pages, in which every link leads somewhere.
struct Web: Sendable {
  /// The digest stands for the version of a page.
  var files: [String: FileRecord] = [:]
  var links: [String: Set<String>] = [:]

  var manifest: Manifest { Manifest(release: "20260101-000000-aaaaaa", files: files) }

  private static let names = [
    "assets/a.css", "assets/site.0123456789abcdef.css", "images/x.jpg", "2026/01/02/خبر/index.html",
    "2026/01/03/سوق/index.html", "2026/01/04/ميناء/index.html", "about/index.html", "old/name/index.html",
    "2026/01/index.html", "2026/index.html", "topics/index.html", "topics/سوريا/index.html",
    "topics/سوريا/page/1/index.html", "latest/index.html", "lite/index.html", "lite/2026/01/02/خبر/index.html",
    "404.html", "feed.xml", "sitemap.xml", "topics/سوريا/feed.json", "robots.txt",
  ]

  init(_ random: inout SeededRandom) {
    var chosen = Set(Self.names.filter { _ in random.chance(55) })
    chosen.insert("index.html")
    for path in chosen {
      // The same version of a page leads to the same pages wherever those are there; few have more than one version.
      let version = random.chance(70) ? 0 : random.next(3)
      var own = SeededRandom(seed: UInt64(path.utf8.reduce(version) { $0 &* 31 &+ Int($1) } & 0xFFFF_FFFF))
      let targets = (Self.names + ["index.html"]).filter { target in
        let isWanted = own.chance(30)
        return isWanted && target != path && chosen.contains(target) && Self.mayLead(path, to: target)
      }
      if path.hasSuffix(".html") || path.hasSuffix(".css") { links[path] = Set(targets) }
      files[path] = FileRecord(digest: SHA256.hex(Array("\(path)#\(version)#\(targets)".utf8)), size: 10)
    }
  }

  /// Styles lead to fonts and pictures alone.
  private static func mayLead(_ path: String, to target: String) -> Bool {
    FileClass(path) != .asset || FileClass(target) == .asset
  }
}

/// A host on which files of two sites may be mixed.
struct MixedHost {
  /// What stands at each path: the record, and the links that it brings.
  var pages: [String: (record: FileRecord, links: Set<String>)] = [:]

  init(_ web: Web? = nil) {
    guard let web else { return }
    for (path, record) in web.files { pages[path] = (record, web.links[path] ?? []) }
  }

  mutating func carryOut(_ operation: PublishPlan.Operation, from web: Web) {
    switch operation {
    case .upload(let path, _, let record): pages[path] = (record, web.links[path] ?? [])
    case .delete(let path): pages[path] = nil
    }
  }

  /// Links that lead nowhere, on what a reader reaches from the home page.
  var deadLinks: [String] {
    guard pages["index.html"] != nil else { return [] }
    var (seen, todo, dead): (Set<String>, [String], [String]) = (["index.html"], ["index.html"], [])
    while let path = todo.popLast() {
      for link in pages[path]?.links ?? [] where seen.insert(link).inserted {
        if pages[link] == nil { dead.append("\(path) → \(link)") } else { todo.append(link) }
      }
    }
    return dead
  }
}
