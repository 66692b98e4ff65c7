import ArabicText
import NewsCore
import NewsPages

/// Builds a site: raw articles → story files → pages → Output. The whole line, read from top to bottom.
///
/// Content errors hold their stories back and are in the report; the site's earlier pages of those stories stay. Throws
/// `BuildTrouble` where settings or templates are wrong (nothing is written) or the system fails (what is there stays).
package func buildSite(
  _ folder: SiteFolder,
  options: BuildOptions,
  progress: BuildProgress = { _, _, _ in }
) async throws(BuildTrouble) -> BuildReport {
  var log = BuildLog()
  let setup = try SiteSetup(folder)
  let images = try ImageShelf(folder)
  log.finish(.settings)

  var (shelf, walked) = try await readStories(folder, matcher: setup.matcher) { progress(.read, $0, nil) }
  log.finish(.read)

  let today = ZoneClock(setup.site.timeZone).wallClock(at: options.now).day
  let imports = try await importArticles(folder, setup: setup, shelf: shelf, today: today) {
    progress(.convert, $0, nil)
  }
  shelf = placing(imports.writes, on: shelf, matcher: setup.matcher)
  let pages = try readPages(folder, site: setup.site)
  var edition = editStories(shelf, images: images, setup: setup, options: options)
  edition.heldBack.formUnion(pages.heldBack)
  edition.diagnostics += pages.diagnostics
  await edition.measurePhotos(folder)
  log.report.diagnostics = (setup.diagnostics + walked + imports.diagnostics + edition.diagnostics).sorted()
  log.report.articles = imports.articles
  log.report.heldBack = edition.heldBack.count
  if options.strict && log.report.hasErrors {
    log.report.wroteSite = false
    return log.report
  }
  try await writeStories(imports.writes, folder)
  log.report.imported = imports.writes.count
  log.finish(.convert)

  let pagePlan = planSite(edition.teasers, topics: edition.topics, site: setup.site, staticPages: pages.pages)
  log.report.pages = pagePlan.pageCount
  let plan = withMachineFiles(
    pagePlan,
    topics: edition.topics,
    site: setup.site,
    now: options.now,
    isPublic: !options.drafts
  )
  let press = Press(site: setup.site, theme: setup.theme, topics: edition.topics, plan: plan)
  log.report.diagnostics = (log.report.diagnostics + plan.diagnostics).sorted()
  log.report.stories = plan.stories.count
  log.report.topics = plan.topicCounts.filter { $0 > 0 }.count
  log.finish(.plan)

  try await writeSite(
    folder,
    plan: plan,
    press: press,
    theme: setup.theme,
    edition: edition,
    clean: options.clean,
    log: &log,
    progress: progress
  )
  try await writeSearch(folder, plan: plan, topics: edition.topics, clean: options.clean)
  return log.report
}

/// Collects what happened and how long each stage took.
struct BuildLog {
  var report = BuildReport()
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant

  init() { last = clock.now }

  mutating func finish(_ stage: BuildStage) {
    let now = clock.now
    let duration = now - last
    let milliseconds = Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
    report.stages.append((stage, milliseconds))
    last = now
  }
}

/// The shelf as it is after the import: new stories in the order of their paths, updated ones in their places.
func placing(_ writes: [StoryWrite], on shelf: [StoryFile], matcher: TopicMatcher) -> [StoryFile] {
  let files = writes.filter { $0.kind != .incoming }.map { write in
    readStoryFile(Array(printStory(write.story).utf8), path: write.path, matcher: matcher)
  }
  if files.isEmpty { return shelf }
  let replaced = Set(files.map(\.path))
  return (shelf.filter { !replaced.contains($0.path) } + files).sorted { precedesByBytes($0.path, $1.path) }
}
