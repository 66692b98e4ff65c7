import ArabicText
import NewsCore

/// One update of the index, from segment to segment.
struct SearchWork {
  let layout: IndexLayout
  private(set) var documentsRead = 0
  private let entries: [SearchEntry]
  private let last: SearchState?
  private let program: Fingerprint
  private let document: @Sendable (Int) -> SearchDocument?
  private let files: SearchFiles
  private var state = SearchState()
  private var marks: [String] = []

  init(
    _ entries: [SearchEntry],
    last: SearchState?,
    program: Fingerprint,
    document: @escaping @Sendable (Int) -> SearchDocument?,
    files: SearchFiles
  ) {
    layout = IndexLayout(count: entries.count)
    self.entries = entries
    self.last = last
    self.program = program
    self.document = document
    self.files = files
    state.count = entries.count
    state.keysCount = last?.keysCount ?? 0
  }

  /// Brings the files of a segment to their state: as they are, or a few of them, or all.
  mutating func update(_ segment: IndexLayout.Segment) async throws(FileTrouble) {
    let digests = entries[segment.range].map(\.digest)
    marks.append(mark(digests))
    if let old = old(segment) {
      let changed = digests.indices.filter { old.stories[old.stories.startIndex + $0].digest != digests[$0] }
      if changed.isEmpty {
        state.stories += old.stories
        state.notes.append(old.notes)
        state.widths.append(old.widths)
        return
      }
      if changed.count <= SegmentPatch.mostStories, try patch(segment, old, changed, digests) { return }
    }
    try await remake(segment, digests)
  }

  /// A segment of the same shape in the last state.
  private func old(_ segment: IndexLayout.Segment)
    -> (stories: ArraySlice<SearchState.StoryState>, notes: [ShardNote], widths: [UInt32])?
  {
    guard let last, let index = IndexLayout(count: last.count).segments.firstIndex(of: segment) else { return nil }
    return (last.stories[segment.range], last.notes[index], last.widths[index])
  }

  private mutating func patch(
    _ segment: IndexLayout.Segment,
    _ old: (stories: ArraySlice<SearchState.StoryState>, notes: [ShardNote], widths: [UInt32]),
    _ changed: [Int],
    _ digests: [SearchDigest]
  ) throws(FileTrouble) -> Bool {
    var patch = SegmentPatch(segment: segment, files: files, notes: old.notes, widths: old.widths)
    for number in changed {
      guard let story = document(segment.first + number),
        patch.change(
          number,
          from: old.stories[old.stories.startIndex + number],
          to: story,
          digest: digests[number],
          keysCount: state.keysCount
        )
      else { return false }
    }
    guard try patch.write() else { return false }
    documentsRead += changed.count
    try keep(patch.keys)
    var stories = Array(old.stories)
    for (number, story) in patch.stories { stories[number] = story }
    state.stories += stories
    state.notes.append(patch.notes)
    state.widths.append(patch.widths)
    return true
  }

  private mutating func remake(_ segment: IndexLayout.Segment, _ digests: [SearchDigest]) async throws(FileTrouble) {
    let writer = SegmentWriter(segment: segment, digests: digests, document: document, files: files)
    var outcome = try await writer.make(from: sources(digests), keysCount: state.keysCount)
    if outcome == nil { outcome = try await writer.make(from: [], keysCount: state.keysCount) }
    guard let outcome else { preconditionFailure("nothing old was to be read") }
    documentsRead += outcome.documentsRead
    for keys in outcome.keys { try keep(keys) }
    state.stories += outcome.stories
    state.notes.append(outcome.notes)
    state.widths.append(outcome.widths)
  }

  /// The old segments that have stories of this one.
  private func sources(_ digests: [SearchDigest]) -> [OldSegment] {
    guard let last else { return [] }
    let places = Dictionary(digests.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
    return IndexLayout(count: last.count).segments.compactMap { segment in
      let stories = last.stories[segment.range]
      let numbers = stories.map { places[$0.digest] ?? -1 }
      guard numbers.contains(where: { $0 >= 0 }) else { return nil }
      return OldSegment(segment: segment, stories: stories, numbers: numbers, read: files.read)
    }
  }

  private mutating func keep(_ keys: [UInt8]) throws(FileTrouble) {
    if keys.isEmpty { return }
    try files.extend(SearchState.keysPath, state.keysCount, keys)
    state.keysCount += keys.count
  }

  /// A short name for a segment's state, by which browsers tell files of two states apart.
  private func mark(_ digests: [SearchDigest]) -> String {
    var print = program
    for digest in digests {
      print.mix(digest.high)
      print.mix(digest.low)
    }
    return String(print.short, radix: 36)
  }

  /// Writes the head. The newest stories in it are read only where others were there before.
  mutating func writeHead(_ topics: [SearchTopic]) throws(FileTrouble) {
    let recent = entries[layout.firstRecent...]
    var print = Fingerprint()
    print.mix(layout.firstRecent)
    for entry in recent {
      print.mix(entry.digest.high)
      print.mix(entry.digest.low)
    }
    let segments = layout.segments.indices.map { HeadSegment(layout.segments[$0], marks[$0], state.widths[$0]) }
    let line = headLine(segments, layout: layout, years: years(entries), topics: topics)
    if last?.recent == print, let old = files.read(headPath), let end = old.firstIndex(of: newline) {
      try files.write(headPath, line + old[end...])
    } else {
      let documents = recent.indices.map(document)
      documentsRead += documents.count
      if documents.contains(where: { $0 == nil }) { print = .unknown }
      try files.write(headPath, line + headRest(documents))
    }
    state.recent = print
  }

  /// Removes what an earlier update made and this one did not.
  func removeOthers() throws(FileTrouble) {
    let kept = layout.segments.flatMap(\.paths) + [headPath]
    var others: [String]
    if let last {
      let old = IndexLayout(count: last.count)
      if old.segments == layout.segments { return }
      others = old.segments.flatMap(\.paths)
    } else {
      others = try files.list()
    }
    let known = Set(kept)
    others.removeAll { known.contains($0) }
    for path in others { try files.remove(path) }
  }

  /// Writes the state. Where most of the keys are of stories that are no more, they are left behind.
  mutating func finish(_ inputs: Fingerprint) throws(FileTrouble) {
    let live = state.stories.reduce(0) { $0 + Int($1.size) }
    if state.keysCount > 2 * live + 1 << 16 { try gatherKeys(live) }
    let isComplete = state.recent != .unknown && state.stories.allSatisfy { $0.digest != SearchDigest(high: 0, low: 0) }
    state.inputs = isComplete ? inputs : .unknown
    try files.write(SearchState.path, state.bytes(program: program))
  }

  private mutating func gatherKeys(_ live: Int) throws(FileTrouble) {
    guard let all = files.readPart(SearchState.keysPath, 0..<state.keysCount) else { return }
    var keys: [UInt8] = []
    keys.reserveCapacity(live)
    for index in state.stories.indices {
      let range = state.stories[index].keys
      state.stories[index].start = UInt32(keys.count / 3)
      keys += all[range]
    }
    try files.extend(SearchState.keysPath, 0, keys)
    state.keysCount = keys.count
  }
}

/// The number of the first story of each year.
private func years(_ entries: [SearchEntry]) -> [(year: Int, first: Int)] {
  var years: [(year: Int, first: Int)] = []
  for (number, entry) in entries.enumerated() where entry.year > (years.last?.year ?? .min) {
    years.append((entry.year, number))
  }
  return years
}
