import ArabicText
import Foundation
import NewsBuild
import NewsCore

/// The site as it is served after a build: a folder, and what is known of its addresses.
public struct ServedSite: Sendable {
  /// The folder that was built into, with every link in its path resolved.
  public var folder: String
  /// The names of the path that the site lies under; none for a site at the root of its host.
  public var base: [String] = []
  /// The names under which it may be asked for.
  public var hosts = HostRule.loopback
  /// The files of the site.
  public var files: HostFiles
  /// Ribbons of stories that readers do not see, by the paths of their pages.
  public var ribbons: [String: Ribbon] = [:] {
    didSet { ribbonsByAddress = ribbonsAtAddresses }
  }
  /// The same by the addresses to which links lead.
  private(set) var ribbonsByAddress: [String: Ribbon] = [:]
  /// Whether a build has come to its end.
  public var isBuilt = false

  /// `basePath` is the site's, empty or `/path`.
  public init(folder: String, basePath: String = "") {
    self.folder = Files.resolved(folder) ?? folder
    base = Self.names(of: basePath)
    files = HostFiles(folder: folder)
  }

  /// The path of the site on its host, with slashes around it.
  public var root: String { Self.root(base) }

  /// The same of a site by its settings.
  static func root(of site: Site) -> String { root(names(of: site.basePath)) }

  private static func root(_ base: [String]) -> String {
    base.isEmpty ? "/" : "/\(encodePath(base.joined(separator: "/")))/"
  }

  private static func names(of basePath: String) -> [String] {
    decodePath(basePath).map { $0.filter { !$0.isEmpty } } ?? []
  }

  /// A file's address as pages see it: percent-encoded, without the `index.html` at its end.
  public func address(ofFile path: String) -> String {
    let isIndex = path == "index.html" || path.hasSuffix("/index.html")
    return root + encodePath(isIndex ? String(path.dropLast("index.html".count)) : path)
  }

  private var ribbonsAtAddresses: [String: Ribbon] {
    Dictionary(ribbons.map { (address(ofFile: $0.key), $0.value) }) { first, _ in first }
  }

  /// The path of the file that stands for the names, in the folder, in whichever normal form it was named (UAX #15); nil
  /// where there is none. What hosts and programs read is nobody's to see.
  func file(_ names: [String]) -> (path: String, kind: Files.Kind)? {
    guard let first = names.first, !Self.hidden.contains(first.lowercased()) else { return nil }
    let path = names.joined(separator: "/")
    for spelling in [path, composed(path), path.decomposedStringWithCanonicalMapping] {
      // Both the name and what links make of it must lie in the folder.
      guard let resolved = Files.resolved("\(folder)/\(spelling)"), let kind = Files.kind(at: resolved) else {
        continue
      }
      guard resolved == folder || resolved.hasPrefix("\(folder)/"), !resolved.hasPrefix("\(folder)/.warraq") else {
        continue
      }
      return (spelling, kind)
    }
    return nil
  }

  private static let hidden: Set<String> = [".warraq", ".htaccess", "_headers", "_redirects", ".gitignore"]
}

/// What a page of a story shows that readers do not see.
public struct Ribbon: Sendable, Hashable {
  /// `draft`, `scheduled`, `expired`.
  public var kind: String
  /// In the language of the site.
  public var words: String
  /// The same in a word or two, for lists.
  public var badge: String
  /// The moment that stands behind both, as digits; empty where there is none. It has a direction of its own.
  public var moment: String

  /// Gives a mark for a page that readers do not see.
  public init(kind: String, words: String, badge: String = "", moment: String = "") {
    (self.kind, self.words, self.badge, self.moment) = (kind, words, badge, moment)
  }
}
