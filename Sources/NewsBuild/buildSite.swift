import ArabicText
import NewsCore
import NewsPages

/// Builds a site: raw articles → story files → pages → Output. The whole line, read from top to bottom.
///
/// Only what changed since the build before is made again; a first build is the one in which everything changed. Content
/// errors hold their stories back and are in the report; the site's earlier pages of those stories stay. Throws
/// `BuildTrouble` where settings or templates are wrong (nothing is written) or the system fails (what is there stays).
public func buildSite(
  _ folder: SiteFolder,
  options: BuildOptions,
  progress: BuildProgress = { _, _, _ in }
) async throws(BuildTrouble) -> BuildReport {
  var log = BuildLog()
  let setup = try SiteSetup(folder, for: options.audience)
  let writer = SiteWriter(output: folder.output, rewritesAll: options.clean)
  let lock = try SiteLock(folder)
  defer { lock.release() }
  log.finish(.settings)

  let sources = try await SourceScan(folder)
  let last = LastBuild(folder, inputs: setup.inputs(sources, options), now: options.now)
  if !options.clean, options.audience == .readers, let report = last.report {
    log.finish(.read)
    return log.saying(report)
  }
  var (record, notes) = try orStop { () throws(FileTrouble) in try writer.readRecord() }
  if record.reading != setup.reading || options.clean { record.forgetReading() }
  record.reading = setup.reading

  let reader = StoryReader(setup)
  var changes = await readStories(folder, reader, sources.stories, into: &record.stories) { progress(.read, $0, nil) }
  log.finish(.read)

  let imports = await importArticles(
    folder,
    setup: setup,
    index: record.stories,
    settled: record.articles,
    gone: changes.gone,
    scan: sources.articles,
    today: ZoneClock(setup.site.timeZone).wallClock(at: options.now).day
  ) { progress(.convert, $0, nil) }
  changes.add(await record.stories.take(imports.writes, reader))
  var images = ImageShelf(articles: sources.articles, images: sources.images, measured: record.images)
  let pages = try readPages(folder, site: setup.site)
  let edition = await editStories(record.stories, images: &images, setup: setup, options: options, folder: folder)
  log.report.diagnostics = setup.diagnostics + notes + sources.stories.diagnostics
  log.report.diagnostics += imports.diagnostics + pages.diagnostics
  log.report.diagnostics = (log.report.diagnostics + edition.diagnostics).sorted().namingEachGlyphOnce
  log.report.articles = imports.articles
  log.report.heldBack = edition.heldBack.count + pages.heldBack.count
  if options.strict && log.report.hasErrors {
    log.report.wroteSite = false
    return log.report
  }
  try await writeStories(imports.writes, folder)
  record.stories.stampWritten(imports.writes, folder)
  log.report.imported = imports.writes.count
  log.finish(.convert)

  record.removed = changes.removed
  let related = relateStories(record.stories, edition, changes)
  let plan = withMachineFiles(
    planSite(
      edition.catalogue,
      related: related,
      topics: edition.topics,
      site: setup.site,
      staticPages: pages.pages
    ),
    topics: edition.topics,
    site: setup.site,
    now: options.now,
    isPublic: !options.isForDesk
  )
  log.report.diagnostics = (log.report.diagnostics + plan.diagnostics).sorted()
  log.report.stories = edition.rows.count
  log.report.topics = plan.topicCounts.count { $0 > 0 }
  log.report.pages = plan.pageCount
  log.report.nextChange = [edition.nextChange, nextNewsChange(plan, now: options.now)].compactMap { $0 }.min()
  if options.audience == .desk { log.report.survey(record.stories, edition, setup.topics, plan, now: options.now) }
  record.take(imports: imports, images: images, isChanged: !changes.isEmpty)
  log.finish(.plan)

  let desk = PrintDesk(
    folder: folder,
    plan: plan,
    press: Press(site: setup.site, theme: setup.theme, topics: edition.topics, plan: plan),
    prints: PagePrints(plan, topics: edition.topics, common: setup.common),
    edition: edition,
    shelf: changes.shelf,
    writer: writer
  )
  try await writeSite(desk, theme: setup.theme, pages: pages, record: &record, log: &log, progress: progress)
  log.report.diagnostics = log.report.diagnostics.boundingPhotoNotes
  try await writeSearch(desk, setup: setup, stories: record.stories)
  log.finish(.search)
  try writeFacts(log.report, options, writer)
  // What the newsroom is told besides is not kept.
  if sources.isSettled && notes.isEmpty && !log.report.hasErrors && options.audience == .readers {
    try orStop { () throws(FileTrouble) in try last.keep(log.report, writer) }
  }
  return log.report
}

/// Collects what happened and how long each stage took.
struct BuildLog {
  var report = BuildReport()
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant

  init() { last = clock.now }

  /// The report of a build that had nothing to do.
  func saying(_ report: BuildReport) -> BuildReport {
    var report = report
    report.stages = self.report.stages
    return report
  }

  mutating func finish(_ stage: BuildStage) {
    let now = clock.now
    report.stages.append((stage, (now - last).milliseconds))
    last = now
  }
}

extension Duration {
  var milliseconds: Double { Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15 }
}

extension StoryIndex {
  /// Takes in the story files that an import is about to write.
  mutating func take(_ writes: [StoryWrite], _ reader: StoryReader) async -> StoryChanges {
    let stories = writes.filter { $0.kind != .incoming }.sorted { precedesByBytes($0.path, $1.path) }
    let texts = Dictionary(stories.map { ($0.path, printStory($0.story)) }, uniquingKeysWith: { $1 })
    let files = stories.map { FolderScan.File(path: $0.path, stamp: .none) }
    return await update(to: files, whole: false) { file in
      reader.read(Array((texts[file.path] ?? "").utf8), path: file.path, stamp: file.stamp)
    }
  }

  /// Gives the rows of story files that were written the stamps of those files.
  mutating func stampWritten(_ writes: [StoryWrite], _ folder: SiteFolder) {
    for write in writes where write.kind != .incoming {
      guard let position = position(ofPath: write.path), let stamp = Files.stamp(of: folder.path(write.path)) else {
        continue
      }
      rows[position].stamp = stamp
      if stamp.isFresh(at: Files.now()) { rows[position].flags.insert(.fresh) }
    }
  }
}
