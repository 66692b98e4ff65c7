import ArabicText
import NewsCore
import NewsPages
import NewsRender

/// The static pages of a site, and what was found in their files.
struct PageShelf: Sendable {
  /// In the order of the menu.
  var pages: [StaticPage] = []
  /// Files with an error: their pages of an earlier build stay.
  var heldBack: Set<String> = []
  var diagnostics: [Diagnostic] = []
}

/// Reads and renders every page below `Content/Pages`. They are few, so their bodies are held.
func readPages(_ folder: SiteFolder, site: Site) throws(BuildTrouble) -> PageShelf {
  var shelf = PageShelf()
  let walk = try orStop { () throws(FileTrouble) in try walkFolder(SiteFolder.pages, under: folder.root) }
  shelf.diagnostics = walk.diagnostics
  var holders: [String: String] = [:]
  for name in walk.files where name.hasSuffix(".md") {
    let path = "\(SiteFolder.pages)/\(name)"
    do throws(FileTrouble) {
      shelf.add(try Files.read(folder.path(path)), path: path, site: site, &holders)
    } catch {
      shelf.heldBack.insert(path)
      shelf.diagnostics.append(unreadable(path, error))
    }
  }
  shelf.pages.sort(by: StaticPage.standsBefore)
  return shelf
}

extension PageShelf {
  fileprivate mutating func add(_ bytes: [UInt8], path: String, site: Site, _ holders: inout [String: String]) {
    let parsed = parsePage(bytes, path: path)
    diagnostics += parsed.diagnostics
    guard let page = parsed.page else {
      heldBack.insert(path)
      return
    }
    let slug = page.slug ?? slug(path: path, title: page.title)
    if StaticPage.isTaken(slug) || holders[slug] != nil {
      heldBack.insert(path)
      diagnostics.append(taken(path, slug: slug, holder: holders[slug]))
      return
    }
    holders[slug] = path
    diagnostics += proofread(bytes, path: path)
    let base = TextDirection.of(languageTag: page.lang ?? site.language)
    let body = renderBody(
      page.body,
      path: path,
      firstLine: parsed.bodyLine,
      base: base,
      isolatingRanges: site.ranges == .ltr
    )
    diagnostics += body.diagnostics
    let language = page.lang == site.language ? nil : page.lang
    pages.append(StaticPage(file: path, slug: slug, page: page, language: language, body: body.html))
  }

  private func slug(path: String, title: String) -> String {
    let name = path.split(separator: "/").last.map { String($0.dropLast(3)) } ?? ""
    return Slug.make(name) ?? Slug.make(title) ?? String(SHA256.hex(Array(path.utf8)).prefix(12))
  }

  private func taken(_ path: String, slug: String, holder: String?) -> Diagnostic {
    Diagnostic(
      .error,
      "shared-address",
      path: path,
      "this page would stand at /\(visible(slug))/, which belongs to "
        + (holder.map { visible($0) } ?? "the site's own pages"),
      fix: "give it another `slug`"
    )
  }
}
