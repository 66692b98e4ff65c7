import NewsCore
import NewsPages

/// Prints what changed and puts it into Output: assets and photos, then stories, then the lists that link to them; what is
/// no page any more goes last.
func writeSite(
  _ desk: PrintDesk,
  theme: Theme,
  pages shelf: PageShelf,
  record: inout BuildRecord,
  log: inout BuildLog,
  progress: BuildProgress
) async throws(BuildTrouble) {
  let writer = desk.writer
  try orStop { () throws(FileTrouble) in try writer.prepare() }
  let unfinished = try orStop { () throws(FileTrouble) in try writer.readUnfinished() }
  let work = WorkList(
    desk,
    theme: theme,
    pages: shelf,
    record: record,
    unfinished: unfinished,
    all: writer.rewritesAll
  )
  if !work.isEmpty {
    // Should the build be interrupted, the next one knows what it may have touched.
    let paths = work.paths(desk)
    try orStop { () throws(FileTrouble) in
      try writer.begin(paths.map(\.path) + work.removals + unfinished.sorted(by: precedesByBytes))
      try writer.note(record.unknown(paths, work), whole: record.isEmpty)
    }
    try await printAll(work, desk, &record, &log, progress)
  }
  log.report.unchanged = log.report.pages + theme.assets.count + work.photoCount - log.report.written
  log.report.replayBodyNotes(record, edition: desk.edition, printed: Set(work.stories.map(\.row)))
  log.finish(.write)

  for path in work.removals {
    try orStop { () throws(FileTrouble) in try writer.remove(path) }
    log.report.removed += 1
    log.report.changed.append(path)
  }
  let isKnown = record.settle(desk, work)
  if !work.isEmpty || !isKnown || record.hasChanged || !unfinished.isEmpty {
    try orStop { () throws(FileTrouble) in
      try writer.write(&record)
      try writer.finish()
    }
  }
  log.finish(.remove)
}

private func printAll(
  _ work: WorkList,
  _ desk: PrintDesk,
  _ record: inout BuildRecord,
  _ log: inout BuildLog,
  _ progress: BuildProgress
) async throws(BuildTrouble) {
  var tally = Tally()
  for asset in work.assets {
    tally.add("assets", asset.path) { () throws(FileTrouble) in try desk.writer.write(asset.path, asset.bytes) }
  }
  for photo in work.photos {
    tally.add("photos", photo.address) { () throws(FileTrouble) in
      try desk.writer.write(photo.address, Files.read(desk.folder.path(photo.source)))
    }
  }
  let total = work.stories.count + work.pages.count
  var done = 0
  func put(_ stories: [PrintDesk.Task]) async {
    // Only one holds the index, so that it is not copied.
    var index = record.stories
    record.stories = StoryIndex()
    let before = done
    await inParallel(stories, batch: 32, progress: { progress(.write, before + $0, total) }, desk.printStory) {
      tally.add($0)
      index.take($0, desk)
    }
    record.stories = index
    done += stories.count
  }
  func put(_ pages: [PlannedPage]) async {
    let before = done
    await inParallel(pages, batch: 8, progress: { progress(.write, before + $0, total) }) { page -> Tally in
      var tally = Tally()
      tally.add(page.kind, page.path) { () throws(FileTrouble) in
        try desk.writer.write(page.path, desk.press.printPage(page))
      }
      return tally
    } take: {
      tally.add($0)
    }
    done += pages.count
  }
  await put(work.newStories)
  await put(work.newPages)
  if let trouble = tally.trouble { throw .environment(trouble) }
  await put(work.changedStories)
  await put(work.changedPages)
  if let trouble = tally.trouble { throw .environment(trouble) }
  log.report.written = tally.written.count
  log.report.changed = tally.written
  log.report.templates = tally.nanoseconds.mapValues { Double($0) / 1e6 }
  log.report.diagnostics = (log.report.diagnostics + tally.diagnostics).sorted()
}

/// What became of many files.
private struct Tally: Sendable {
  var files = 0
  var written: [String] = []
  var trouble: FileTrouble?
  var diagnostics: [Diagnostic] = []
  var nanoseconds: [String: Int] = [:]

  mutating func add(_ kind: String, _ path: String, _ write: () throws(FileTrouble) -> Bool) {
    let clock = ContinuousClock()
    let start = clock.now
    files += 1
    do { if try write() { written.append(path) } } catch { trouble = trouble ?? error }
    nanoseconds[kind, default: 0] += (clock.now - start).nanoseconds
  }

  mutating func add(_ outcome: PrintDesk.Outcome) {
    files += outcome.files
    written += outcome.written
    trouble = trouble ?? outcome.trouble
    diagnostics += outcome.diagnostics
    nanoseconds["story", default: 0] += outcome.nanoseconds
  }

  mutating func add(_ other: Tally) {
    files += other.files
    written += other.written
    trouble = trouble ?? other.trouble
    diagnostics += other.diagnostics
    nanoseconds.merge(other.nanoseconds) { $0 + $1 }
  }
}

extension WorkList {
  /// Every path that the work may write, with the file of Content that it comes from.
  fileprivate func paths(_ desk: PrintDesk) -> [MadeFile] {
    var paths = assets.map { MadeFile(path: $0.path) } + photos.map { MadeFile(path: $0.address) }
    paths.reserveCapacity(paths.count + pages.count + 3 * stories.count)
    for path in pages.lazy.map(\.path) { paths.append(MadeFile(path: path, source: pageFiles[path] ?? "")) }
    for task in stories {
      let page = desk.plan.stories.address(task.place) + "index.html"
      let file = desk.plan.stories.file(task.place)
      paths.append(MadeFile(path: page, source: file))
      if desk.plan.hasLite { paths.append(MadeFile(path: litePath(page), source: file)) }
      if let short = desk.plan.short[task.place] { paths.append(MadeFile(path: short + "index.html", source: file)) }
    }
    return paths
  }
}

extension BuildRecord {
  /// The paths of which nothing tells that a build made them; where the record is new, all that ever were made.
  fileprivate func unknown(_ paths: [MadeFile], _ work: WorkList) -> [MadeFile] {
    if isEmpty { return orphans.map { MadeFile(path: $0.key, source: $0.value) } + paths }
    let known = Set(work.stories.lazy.flatMap { self.paths(ofBuilt: self.stories.rows[$0.row]) })
    return paths.filter { files[$0.path] == nil && !known.contains($0.path) }
  }
}

extension StoryIndex {
  /// Notes what the story's pages show now.
  fileprivate mutating func take(_ outcome: PrintDesk.Outcome, _ desk: PrintDesk) {
    let row = outcome.task.row
    guard outcome.isDone else {
      rows[row].built = .unknown
      return
    }
    rows[row].built = outcome.task.print
    rows[row].builtRecord = rows[row].record
    rows[row].builtShort = desk.plan.short.isMade(of: outcome.task.place)
    if desk.plan.hasLite { rows[row].flags.insert(.builtLite) } else { rows[row].flags.remove(.builtLite) }
    rows[row].bodyNotes = keep(outcome.diagnostics)
  }
}

extension BuildRecord {
  /// Takes in what is in Output now, and says whether the record held it all already.
  fileprivate mutating func settle(_ desk: PrintDesk, _ work: WorkList) -> Bool {
    var isKnown = files == work.files && pageFiles == work.pageFiles && removed.isEmpty
    files = work.files
    pageFiles = work.pageFiles
    removed = []
    isKnown = isKnown && orphans.isEmpty
    orphans = [:]
    var places = [Int32](repeating: -1, count: stories.rows.count)
    for (place, row) in desk.edition.rows.enumerated() { places[row] = Int32(place) }
    stories.rows.withUnsafeMutableBufferPointer { rows in
      for position in rows.indices {
        let place = Int(places[position])
        var related = StoryRow.unrelated
        if place >= 0 { related = desk.plan.related.numbers(place) { Int32(desk.edition.rows[$0]) } }
        let isOff = place < 0 && (!desk.edition.heldBack.contains(position) || work.lost.contains(position))
        let isSame =
          rows[position].flags.contains(.listed) == (place >= 0) && rows[position].related == related
          && (!isOff || rows[position].builtRecord.isEmpty)
        if isSame { continue }
        isKnown = false
        rows[position].related = related
        if place >= 0 { rows[position].flags.insert(.listed) } else { rows[position].flags.remove(.listed) }
        if isOff {
          rows[position].builtRecord = .none
          rows[position].built = .unknown
        }
      }
    }
    return isKnown
  }
}

extension BuildReport {
  /// What earlier builds found in the bodies of stories that this one did not print again.
  fileprivate mutating func replayBodyNotes(_ record: BuildRecord, edition: Edition, printed: Set<Int>) {
    var replayed: [Diagnostic] = []
    for row in edition.rows where !record.stories.rows[row].bodyNotes.isEmpty && !printed.contains(row) {
      replayed += record.stories.diagnostics(record.stories.rows[row].bodyNotes)
    }
    if !replayed.isEmpty { diagnostics = (diagnostics + replayed).sorted() }
  }
}
