import ArabicText
import NewsCore

/// An address that leads on to a story: an older one, or the short one for sharing.
public struct Redirect: Sendable, Hashable {
  /// Relative to the site's address: `old/story/`, `old/story.html`, `a/3f9k2m8c1x/`.
  public var address: String
  /// Position in `SitePlan.stories`.
  public var story: Int

  /// Gives a redirect from an address to a story, by its place in the catalogue.
  public init(address: String, story: Int) {
    self.address = address
    self.story = story
  }

  /// The file in Output.
  public var path: String { address.hasSuffix("/") ? address + "index.html" : address }
}

/// Redirects of a site, and what is wrong with the aliases that got none.
struct RedirectPlan {
  /// From older addresses, for `_redirects` too.
  var aliases: [Redirect] = []
  /// From the short addresses that the older addresses had.
  var short: [Redirect] = []
  var diagnostics: [Diagnostic] = []
}

/// Redirects from aliases that are free, and from the short addresses that those once had.
func planRedirects(_ stories: Catalogue, short: ShortAddresses, pages: [PlannedPage], site: Site) -> RedirectPlan {
  var plan = RedirectPlan()
  let bearers = stories.stories(with: .aliases)
  if bearers.isEmpty { return plan }
  var taken = TakenPaths(stories, short: short, pages: pages)
  for index in bearers {
    let story = stories[index]
    for alias in story.aliases {
      guard let address = aliasAddress(alias, baseURL: site.baseURL) else {
        plan.diagnostics.append(badAlias(alias, in: story.file))
        continue
      }
      let redirect = Redirect(address: address, story: index)
      guard address != story.address else { continue }
      guard taken.add(redirect.path) else {
        plan.diagnostics.append(sharedAlias(alias, in: story.file))
        continue
      }
      plan.aliases.append(redirect)
      let oldShort = Redirect(address: shortAddress(shortKey(address)), story: index)
      if site.hasShortAddresses, taken.add(oldShort.path) { plan.short.append(oldShort) }
    }
  }
  return plan
}

/// The files that the site has, so that no alias stands in their way, on file systems without case too.
private struct TakenPaths {
  private let stories: Set<UInt64>
  private let short: ShortAddresses
  private var files: Set<String>
  private var folders: Set<String> = []

  init(_ stories: Catalogue, short: ShortAddresses, pages: [PlannedPage]) {
    self.stories = Set(stories.addressKeys)
    self.short = short
    files = Set(pages.map { $0.path.lowercased() })
    for page in pages { folders.formUnion(parents(of: page.path.lowercased())) }
  }

  mutating func add(_ path: String) -> Bool {
    let path = path.lowercased()
    let parents = parents(of: path)
    if isFile(path) || isFolder(path) || parents.contains(where: isFile) { return false }
    files.insert(path)
    folders.formUnion(parents)
    return true
  }

  private func isFile(_ path: String) -> Bool {
    if files.contains(path) { return true }
    guard path.hasSuffix("/index.html") else { return false }
    return isStoryFolder(String(path.dropLast("index.html".count)))
  }

  private func isFolder(_ path: String) -> Bool { folders.contains(path) || isStoryFolder(path + "/") }

  private func isStoryFolder(_ address: String) -> Bool {
    if stories.contains(addressKey(address)) || short.holds(address) { return true }
    return address.hasPrefix(liteAddress) && stories.contains(addressKey(String(address.dropFirst(liteAddress.count))))
  }
}

private func parents(of path: String) -> [String] {
  var parents: [String] = []
  var parent = Files.parentFolder(of: path)
  while let folder = parent {
    parents.append(folder)
    parent = Files.parentFolder(of: folder)
  }
  return parents
}

private func badAlias(_ alias: String, in path: String) -> Diagnostic {
  Diagnostic(
    .warning,
    "bad-alias",
    path: path,
    "this alias cannot lead to the story from every web host: \(excerpt(alias))",
    fix: "write an address of this site without ? and #, such as /2016/old-name/"
  )
}

private func sharedAlias(_ alias: String, in path: String) -> Diagnostic {
  Diagnostic(
    .warning,
    "shared-alias",
    path: path,
    "a page stands at this alias already, so it leads nowhere: \(excerpt(alias))",
    fix: "take it out of `aliases`"
  )
}
