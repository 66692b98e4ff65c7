import NewsCore
import NewsPages
import NewsRender

/// Prints every planned page and puts it into Output: assets and photos, then stories, then the lists that link to
/// them; what an earlier build made and this one does not goes last.
func writeSite(
  _ folder: SiteFolder,
  plan: SitePlan,
  press: Press,
  theme: Theme,
  edition: Edition,
  clean: Bool,
  log: inout BuildLog,
  progress: BuildProgress
) async throws(BuildTrouble) {
  let writer = try orStop { () throws(FileTrouble) in
    try SiteWriter(output: folder.output, rewritesAll: clean)
  }
  let before = try orStop { () throws(FileTrouble) in try writer.readLedger() }
  var ledger = ledger(of: plan, theme: theme, edition: edition)
  for (path, source) in before.sources where edition.heldBack.contains(source) && ledger.sources[path] == nil {
    ledger.sources[path] = source
  }
  // Should the build be interrupted, everything it may have made is already known to the next one.
  let union = Ledger(sources: before.sources.merging(ledger.sources) { $1 })
  try orStop { () throws(FileTrouble) in try writer.writeLedger(union) }

  let stories = plan.pages.filter(\.isStory)
  let others = plan.pages.filter { !$0.isStory }
  let total = plan.pages.count
  var outcomes = writeFiles(theme: theme, images: edition.images, folder, writer)
  let printed = await inParallel(stories, progress: { progress(.write, $0, total) }) { page in
    writeStoryPages(page, folder: folder, plan: plan, press: press, images: edition.images, writer)
  }
  outcomes += printed.flatMap { $0 }
  outcomes += await inParallel(others, batch: 8, progress: { progress(.write, stories.count + $0, total) }) { page in
    PageOutcome { () throws(FileTrouble) in try writer.write(page.path, press.printPage(page)) }
  }
  try log.report.add(outcomes)
  log.finish(.write)

  for path in before.sources.keys.sorted(by: precedesByBytes) where ledger.sources[path] == nil {
    try orStop { () throws(FileTrouble) in try writer.remove(path) }
    log.report.removed += 1
  }
  try orStop { () throws(FileTrouble) in try writer.writeLedger(ledger) }
  log.finish(.remove)
}

private func ledger(of plan: SitePlan, theme: Theme, edition: Edition) -> Ledger {
  var ledger = Ledger()
  for page in plan.pages {
    switch page.content {
    case .story(let planned):
      ledger.sources[page.path] = plan.stories[planned.story].file
      if let path = planned.litePath { ledger.sources[path] = plan.stories[planned.story].file }
    case .redirect(let redirect): ledger.sources[page.path] = plan.stories[redirect.story].file
    case .staticPage(let planned): ledger.sources[page.path] = planned.file
    default: ledger.sources[page.path] = ""
    }
  }
  for asset in theme.assets { ledger.sources[asset.path] = "" }
  for image in edition.images.values { ledger.sources[image.address] = "" }
  return ledger
}

/// What became of one file.
private struct PageOutcome: Sendable {
  var written = false
  var trouble: FileTrouble?
  var diagnostics: [Diagnostic] = []

  init(diagnostics: [Diagnostic] = [], _ write: () throws(FileTrouble) -> Bool) {
    self.diagnostics = diagnostics
    do { written = try write() } catch { trouble = error }
  }
}

extension BuildReport {
  fileprivate mutating func add(_ outcomes: [PageOutcome]) throws(BuildTrouble) {
    if let trouble = outcomes.lazy.compactMap(\.trouble).first { throw .environment(trouble) }
    written = outcomes.filter(\.written).count
    unchanged = outcomes.count - written
    diagnostics = (diagnostics + outcomes.flatMap(\.diagnostics)).sorted()
  }
}

extension PlannedPage {
  fileprivate var isStory: Bool {
    if case .story = content { return true }
    return false
  }
}

private func writeFiles(
  theme: Theme,
  images: [String: ImageFile],
  _ folder: SiteFolder,
  _ writer: SiteWriter
) -> [PageOutcome] {
  let assets = theme.assets.map { asset in
    PageOutcome { () throws(FileTrouble) in try writer.write(asset.path, asset.bytes) }
  }
  let photos = Set(images.values).sorted { precedesByBytes($0.address, $1.address) }.map { image in
    PageOutcome { () throws(FileTrouble) in
      try writer.write(image.address, Files.read(folder.path(image.source)))
    }
  }
  return assets + photos
}

/// Reads the story again with its body, renders it, and prints its page and that of the light edition. A file that changed since it was read keeps the page it
/// has until the next build: a page never mixes two states.
private func writeStoryPages(
  _ page: PlannedPage,
  folder: SiteFolder,
  plan: SitePlan,
  press: Press,
  images: [String: ImageFile],
  _ writer: SiteWriter
) -> [PageOutcome] {
  guard case .story(let planned) = page.content else { preconditionFailure("only stories come here") }
  let path = plan.stories[planned.story].file
  let bytes: [UInt8]
  do { bytes = try Files.read(folder.path(path)) } catch {
    return [PageOutcome(diagnostics: [unreadable(path, error)]) { false }]
  }
  let parsed = parseStory(bytes, path: path)
  guard let story = parsed.story, story.title == plan.stories[planned.story].title else {
    return [PageOutcome(diagnostics: [changedMeanwhile(path)]) { false }]
  }
  let body = renderBody(
    story.body,
    path: path,
    firstLine: parsed.bodyLine,
    base: press.direction(of: story),
    isolatingRanges: press.isolatesRanges
  )
  let full = PageOutcome(diagnostics: body.diagnostics) { () throws(FileTrouble) in
    try writer.write(
      page.path,
      press.printStory(planned, story: story, body: body.html, imageAddress: images[path]?.address)
    )
  }
  guard let litePath = planned.litePath else { return [full] }
  let lite = PageOutcome { () throws(FileTrouble) in
    try writer.write(litePath, press.printLiteStory(planned, story: story, body: body.html.withoutImages))
  }
  return [full, lite]
}

private func changedMeanwhile(_ path: String) -> Diagnostic {
  Diagnostic(
    .error,
    "changed-meanwhile",
    path: path,
    "this file was changed while the site was being built",
    fix: "run warraq build again"
  )
}
