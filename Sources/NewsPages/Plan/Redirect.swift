import ArabicText
import NewsCore

/// An address that leads on to a story: an older one, or the short one for sharing.
package struct Redirect: Sendable, Hashable {
  /// Relative to the site's address: `old/story/`, `old/story.html`, `a/3f9k2m8c1x/`.
  package var address: String
  /// Position in `SitePlan.stories`.
  package var story: Int

  package var path: String { address.hasSuffix("/") ? address + "index.html" : address }
}

/// Redirects of a site, and what is wrong with the aliases that got none.
struct RedirectPlan {
  /// From older addresses, for `_redirects` too.
  var aliases: [Redirect] = []
  /// From short addresses: as many as stories, so they have pages alone.
  var short: [Redirect] = []
  var diagnostics: [Diagnostic] = []
}

/// The short address of each story; nil where short addresses are off.
///
/// It is made of the story's `id`, or of the digest of its address: 10 signs of base 32, 50 bits, so that among 100,000
/// stories two alike are as likely as 1 in 200,000.
func shortAddresses(_ stories: [Teaser], site: Site) -> (addresses: [String?], diagnostics: [Diagnostic]) {
  guard site.hasShortAddresses else { return (stories.map { _ in nil }, []) }
  var holders: [String: Int] = [:]
  var diagnostics: [Diagnostic] = []
  for (index, story) in stories.enumerated() {
    guard let id = story.shortID else { continue }
    if let holder = holders[id] {
      diagnostics.append(sharedID(id, of: story, holder: stories[holder]))
    } else {
      holders[id] = index
    }
  }
  let addresses: [String?] = stories.enumerated().map { index, story in
    if let id = story.shortID, holders[id] == index { return shortAddress(id) }
    let id = shortDigest(of: story.address)
    if holders[id] != nil { return nil }
    holders[id] = index
    return shortAddress(id)
  }
  return (addresses, diagnostics)
}

/// Redirects from aliases that are free, and from the short addresses that those once had.
func planRedirects(_ stories: [Teaser], short: [String?], pages: [PlannedPage], site: Site) -> RedirectPlan {
  var plan = RedirectPlan()
  plan.short = short.enumerated().compactMap { index, address in address.map { Redirect(address: $0, story: index) } }
  guard stories.contains(where: { !$0.aliases.isEmpty }) else { return plan }
  var taken = TakenPaths(pages.map(\.path) + plan.short.map(\.path))
  for (index, story) in stories.enumerated() {
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
      let oldShort = Redirect(address: shortAddress(shortDigest(of: address)), story: index)
      if site.hasShortAddresses, taken.add(oldShort.path) { plan.short.append(oldShort) }
    }
  }
  return plan
}

/// The files that the site has, so that no alias stands in their way, on file systems without case too.
private struct TakenPaths {
  private var files: Set<String>
  private var folders: Set<String> = []

  init(_ paths: [String]) { files = Set(paths.map { $0.lowercased() }) }

  mutating func add(_ path: String) -> Bool {
    let path = path.lowercased()
    var parents: [String] = []
    var parent = Files.parentFolder(of: path)
    while let folder = parent {
      parents.append(folder)
      parent = Files.parentFolder(of: folder)
    }
    if files.contains(path) || folders.contains(path) || parents.contains(where: files.contains) { return false }
    files.insert(path)
    folders.formUnion(parents)
    return true
  }
}

extension Teaser {
  /// The story's `id` where it can be part of a short address.
  fileprivate var shortID: String? {
    guard let id = id?.lowercased(), (1...24).contains(id.utf8.count) else { return nil }
    let isPlain = id.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "-")
    }
    return isPlain ? id : nil
  }
}

private func shortAddress(_ id: String) -> String { "a/\(id)/" }

/// Without letters that are mistaken for digits (Crockford's base 32).
private let shortDigits = Array("0123456789abcdefghjkmnpqrstvwxyz")

private func shortDigest(of address: String) -> String {
  let hexadecimal = SHA256.hex(Array(address.utf8)).prefix(13)
  var number = UInt64(hexadecimal, radix: 16) ?? 0
  var digest = ""
  for _ in 0..<10 {
    digest.append(shortDigits[Int(number & 31)])
    number >>= 5
  }
  return digest
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

private func sharedID(_ id: String, of story: Teaser, holder: Teaser) -> Diagnostic {
  Diagnostic(
    .warning,
    "shared-id",
    path: story.file,
    "the `id` \(excerpt(id)) belongs to \(visible(holder.file)) too; the short address of this story is another",
    fix: "give one of them another `id`"
  )
}
