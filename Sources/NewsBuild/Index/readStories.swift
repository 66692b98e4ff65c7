import NewsCore
import NewsPages

/// What became of the story files since the index was made.
struct StoryChanges: Sendable {
  /// Rows of files that are not there any more.
  var removed: [StoryRow] = []
  /// The earlier rows of files that were read anew.
  var replaced: [StoryRow] = []
  /// The position in the old index of each row of the new one, or -1.
  var origins: [Int32] = []
  /// Files that were read, as positions in the new index.
  var read: [Int] = []
  /// Those of them for which there was room, whole.
  var shelf = StoryShelf()

  var gone: [StoryRow] { removed + replaced }

  /// Whether every row is as it was.
  var isEmpty: Bool { removed.isEmpty && read.isEmpty }

  /// Joins what changed later to this; later rows know nothing of rows before this.
  mutating func add(_ later: StoryChanges) {
    if later.isEmpty { return }
    removed += later.removed
    replaced += later.replaced
    let before = (read, origins)
    origins = later.origins.map { $0 < 0 ? -1 : before.1[Int($0)] }
    shelf = shelf.moved(to: later.origins)
    shelf.add(later.shelf)
    var isRead = [Bool](repeating: false, count: before.1.count)
    for position in before.0 { isRead[position] = true }
    let readLater = Set(later.read)
    read = later.origins.indices.filter { position in
      readLater.contains(position) || (later.origins[position] >= 0 && isRead[Int(later.origins[position])])
    }
  }
}

/// Brings the index up to date with the story files: only files whose stamp is another are read,
/// on all cores.
func readStories(
  _ folder: SiteFolder,
  _ reader: StoryReader,
  _ scan: FolderScan,
  into index: inout StoryIndex,
  progress: (Int) -> Void
) async -> StoryChanges {
  let files = scan.files.filter { isStoryFile($0.path) }
  return await index.update(to: files, whole: true, progress: progress) { reader.read($0, folder) }
}

extension StoryIndex {
  /// Takes in the story files as they are: reads those that are new or whose stamp is another, and, where `whole`, drops
  /// the rows of files that are not in the list. `files` must be sorted by their paths.
  mutating func update(
    to files: [FolderScan.File],
    whole: Bool,
    progress: (Int) -> Void = { _ in },
    read: @escaping @Sendable (FolderScan.File) -> ReadStory
  ) async -> StoryChanges {
    let old = rows
    var changes = StoryChanges()
    var fresh: [FolderScan.File] = []
    /// For each new row: the old row, or the one's complement of the place among the files to be read.
    var plan: [(old: Int32, fresh: Int32)] = []
    plan.reserveCapacity(files.count)
    var position = 0
    func drop(before path: String?) {
      while position < old.count, path.map({ precedes(old[position], $0) }) ?? true {
        if whole { changes.removed.append(old[position]) } else { plan.append((Int32(position), -1)) }
        position += 1
      }
    }
    for file in files {
      drop(before: file.path)
      let isKnown = position < old.count && isAt(old[position], file.path)
      let row = isKnown ? Int32(position) : -1
      if isKnown, old[position].stamp == file.stamp, !old[position].flags.contains(.fresh) {
        plan.append((row, -1))
      } else {
        plan.append((row, Int32(fresh.count)))
        fresh.append(file)
      }
      if isKnown { position += 1 }
    }
    drop(before: nil)
    if fresh.isEmpty && changes.removed.isEmpty {
      changes.origins = Array(0..<Int32(old.count))
      return changes
    }
    var made: [StoryRow] = []
    made.reserveCapacity(fresh.count)
    let moment = Files.now()
    var whole: [WholeStory?] = []
    await inParallel(fresh, progress: progress, read) { story in
      made.append(row(of: story, readAt: moment))
      whole.append(story.whole.flatMap { changes.shelf.reserve($0) ? $0 : nil })
    }
    rows = []
    rows.reserveCapacity(plan.count)
    changes.origins.reserveCapacity(plan.count)
    let oldOrder = order
    for (origin, place) in plan {
      changes.origins.append(origin)
      if place < 0 {
        rows.append(old[Int(origin)])
        continue
      }
      changes.read.append(rows.count)
      changes.shelf[rows.count] = whole[Int(place)]
      var row = made[Int(place)]
      if origin >= 0 {
        row.takeBuilt(from: old[Int(origin)])
        changes.replaced.append(old[Int(origin)])
      }
      rows.append(row)
    }
    order = renewedOrder(oldOrder, changes)
    return changes
  }

  /// The order of time: what did not change keeps its place, what was read finds its own.
  private func renewedOrder(_ old: [Int32], _ changes: StoryChanges) -> [Int32] {
    var places = [Int32](repeating: -1, count: Int(changes.origins.max() ?? -1) + 1)
    for (row, origin) in changes.origins.enumerated() where origin >= 0 { places[Int(origin)] = Int32(row) }
    for row in changes.read where changes.origins[row] >= 0 { places[Int(changes.origins[row])] = -1 }
    let kept = old.compactMap { row in
      Int(row) < places.count && places[Int(row)] >= 0 ? places[Int(row)] : nil
    }
    let new = changes.read.filter { !rows[$0].record.isEmpty }.map(Int32.init).sorted { isOlder(Int($0), Int($1)) }
    var order: [Int32] = []
    order.reserveCapacity(kept.count + new.count)
    var next = 0
    for row in kept {
      while next < new.count, isOlder(Int(new[next]), Int(row)) {
        order.append(new[next])
        next += 1
      }
      order.append(row)
    }
    return order + new[next...]
  }

  private func precedes(_ row: StoryRow, _ path: String) -> Bool { order(row, path) < 0 }

  private func isAt(_ row: StoryRow, _ path: String) -> Bool { order(row, path) == 0 }

  private mutating func row(of read: ReadStory, readAt moment: Int) -> StoryRow {
    var row = StoryRow(stamp: read.stamp, content: read.content, path: keep(Array(read.path.utf8)))
    row.flags = read.flags
    if read.stamp.isFresh(at: moment) { row.flags.insert(.fresh) }
    row.visibleFrom = read.visibleFrom
    row.visibleUntil = read.visibleUntil
    row.publishAt = read.publishAt
    row.series = read.series.map { position(ofName: $0) } ?? -1
    row.notes = keep(read.diagnostics)
    row.extra = keep(read.extra.bytes)
    row.source = read.extra.source.map { sourceKey($0) } ?? 0
    guard let record = read.record else { return row }
    row.columns = record.columns
    row.record = keep(record.bytes)
    row.digest = Fingerprint(of: record.bytes)
    row.topics = keep(read.namedTopics.map { $0.map { position(ofName: $0) } } ?? read.matchedTopics.map(Int32.init))
    row.byline = keep(record.byline.map { position(ofName: $0) })
    row.words = keep(record.words.map { Int32(bitPattern: $0) })
    return row
  }
}

extension StoryRow {
  /// Takes over what is in Output of the file's earlier state.
  mutating func takeBuilt(from old: StoryRow) {
    built = old.built
    builtRecord = old.builtRecord
    builtShort = old.builtShort
    bodyNotes = old.bodyNotes
    related = old.related
    if old.flags.contains(.builtLite) { flags.insert(.builtLite) }
    if old.flags.contains(.listed) { flags.insert(.listed) }
  }
}

/// 64 bits that stand for a raw article.
func sourceKey(_ source: String) -> UInt64 { Fingerprint(of: Array(source.utf8)).short | 1 }
