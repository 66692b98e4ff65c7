import NewsCore

/// What `checkSite` looks for.
public enum SiteCheck: String, Sendable, CaseIterable {
  /// Words and numbers that are painted out of the order in which they are read.
  case bidi
  /// Links of the site that lead nowhere.
  case links
}

/// What was found on the pages of a site, and how many pages were read.
public struct CheckReport: Sendable {
  /// HTML pages that were read.
  public var pages: Int
  /// What is wrong in them, sorted by file and line.
  public var diagnostics: [Diagnostic]
}

/// Reads every page in the site's Output, whoever made it, on all cores, and reports the faults of each.
public func checkSite(_ folder: SiteFolder, _ checks: Set<SiteCheck>) async throws(BuildTrouble) -> CheckReport {
  let site = try readSettings(folder)
  let walk = try orStop { () throws(FileTrouble) in try walkFolder("", under: folder.output) }
  let files = Set(walk.files)
  let pages = walk.files.filter { $0.hasSuffix(".html") }
  let found = await inParallel(pages, progress: { _ in }) { page -> [Diagnostic] in
    let path = "Output/\(page)"
    do throws(FileTrouble) {
      let bytes = try Files.read("\(folder.output)/\(page)")
      let dead = checks.contains(.links) ? deadLinks(in: bytes, page: page, files: files, site: site, path: path) : []
      return dead + (checks.contains(.bidi) ? BidiLint.faults(in: bytes, path: path) : [])
    } catch {
      return [unreadable(path, error)]
    }
  }
  return CheckReport(pages: pages.count, diagnostics: found.flatMap { $0 }.sorted())
}
