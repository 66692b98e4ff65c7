import NewsCore

/// The steps of a publishing, in their order. Whatever is cut short within or between them leaves no dead link: nothing
/// on the host leads to a new page until all new pages are there, and nothing goes while something leads to it.
public enum PublishPhase: Int, Sendable, CaseIterable, Comparable {
  /// Styles, fonts, photos, icons that are new: pages need them.
  case assets
  /// Those of a publishing that was cut short, for the reason that `doubtfulPages` gives.
  case doubtfulAssets
  /// Those that changed under their old names, and may need new ones.
  case changedAssets
  /// Pages that no page on the host leads to yet.
  case newPages
  /// Pages of a publishing that was cut short. If it had come as far as to lead readers to one of them, all of them are
  /// there, and what they newly lead to is there by now; if not, nobody sees them yet.
  case doubtfulPages
  /// Pages that are there already, stories and static pages.
  case changedPages
  /// Pages that list others, and are there already.
  case lists
  /// The home page.
  case home
  /// Feeds, sitemaps, and what hosts and crawlers read.
  case machines
  /// What the site no longer has.
  case deletes

  /// Whether the first is carried out before.
  public static func < (left: PublishPhase, right: PublishPhase) -> Bool { left.rawValue < right.rawValue }

  /// What is being sent, for people.
  public var words: String {
    switch self {
    case .assets, .doubtfulAssets, .changedAssets: "styles, fonts and photos"
    case .newPages, .doubtfulPages: "new pages"
    case .changedPages: "changed pages"
    case .lists: "lists"
    case .home: "the home page"
    case .machines: "feeds and sitemaps"
    case .deletes: "removals"
    }
  }
}

/// What a file is, told by its path alone.
public enum FileClass: Sendable, CaseIterable {
  case asset, story, list, home, machine

  /// The class of a path relative to the site's root; a compressed sibling goes with what it is made of.
  public init(_ path: String) {
    let plain = path.hasSuffix(".gz") || path.hasSuffix(".br") ? String(path.dropLast(3)) : path
    let parts = plain.split(separator: "/")
    let name = parts.last ?? ""
    switch name {
    case "index.html": self = parts.count == 1 ? .home : Self.isList(parts.dropLast()) ? .list : .story
    case _ where name.hasSuffix(".html"): self = .story
    case "feed.xml", "atom.xml", "feed.json", "stories.json", "robots.txt", "manifest.webmanifest", "_headers",
      "_redirects", ".htaccess", ".nojekyll":
      self = .machine
    case _ where name.hasSuffix(".xml"): self = .machine
    default: self = .asset
    }
  }

  /// Years, months and days, topics, authors, archives: whatever gathers other pages. What is not known as a list
  /// counts as a page of its own; only the order among changed pages depends on it.
  private static func isList(_ folders: ArraySlice<Substring>) -> Bool {
    var folders = folders
    if folders.first == "lite" { folders = folders.dropFirst() }
    guard let first = folders.first else { return true }
    if ["topics", "authors", "latest", "archive", "corrections"].contains(first) { return true }
    return folders.count <= 3 && folders.allSatisfy { part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  /// When the file is sent, by what is known of its path on the host; nil: nothing is there.
  public func phase(over before: FileRecord?) -> PublishPhase {
    let isNew = before == nil || before == .perhaps
    let isDoubtful = before == .perhapsShown || before?.isFresh == true
    switch self {
    case .asset: return isNew ? .assets : isDoubtful ? .doubtfulAssets : .changedAssets
    case .home: return .home
    case _ where isNew: return .newPages
    case _ where isDoubtful: return .doubtfulPages
    case .story: return .changedPages
    case .list: return .lists
    // Pages name feeds in their heads: a new one is there before they do, and comes with the new pages above.
    case .machine: return .machines
    }
  }
}

/// Whether a file's name changes with its bytes, so that it may be kept for ever by browsers: a part of at least eight
/// hexadecimal digits, as in `site.3f9a21c0.css`. Digits alone are more likely a day, except among the theme's own files.
public func isFingerprinted(_ path: String) -> Bool {
  guard FileClass(path) == .asset, let name = path.split(separator: "/").last else { return false }
  return name.utf8.split { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }.dropFirst().contains { part in
    part.count >= 8 && part.allSatisfy(isHexadecimal) && part.contains { $0 < UInt8(ascii: "a") }
      && (path.hasPrefix("assets/") || part.contains { $0 >= UInt8(ascii: "a") })
  }
}
