import NewsCore

/// Changes a few stories of a segment in place: reads and writes only the files that have their words or their cards.
///
/// Which words a story had is known from its keys; that the forms found in the shards are those is proven by its sum. All
/// is made in memory first: where anything does not fit, nothing is written, and the segment is made anew.
struct SegmentPatch {
  let segment: IndexLayout.Segment
  let files: SearchFiles
  private(set) var notes: [ShardNote]
  private(set) var widths: [UInt32]
  /// The stories as they are now, and their keys.
  private(set) var stories: [(number: Int, state: SearchState.StoryState)] = []
  private(set) var keys: [UInt8] = []
  private var words = FreshWords()
  private var edits: [Int: Edit] = [:]
  private var blocks: [Int: [String]] = [:]
  private var changedBlocks: Set<Int> = []
  /// For each story the prints that were found and taken out or were put in, each once, and what all of them must be.
  private var prints: [UInt32: (found: Set<UInt64>, wanted: UInt64)] = [:]
  /// Whether two forms of a story have one key, of which one stays and one does not.
  private var hasCollision = false

  /// What changes in a shard.
  private struct Edit {
    var gone: [(story: UInt32, hash: UInt32)] = []
    var come: [(form: String, value: UInt32)] = []
  }

  /// More files than these are better made with all others.
  static let mostStories = 64
  private static let mostShards = 320

  init(segment: IndexLayout.Segment, files: SearchFiles, notes: [ShardNote], widths: [UInt32]) {
    self.segment = segment
    self.files = files
    self.notes = notes
    self.widths = widths
  }

  /// Notes that a story is another now; `keysCount` is where the keys of more stories begin. False where its card or its
  /// keys cannot be read.
  mutating func change(
    _ number: Int,
    from old: SearchState.StoryState,
    to document: SearchDocument,
    digest: SearchDigest,
    keysCount: Int
  ) -> Bool {
    guard let bytes = old.size == 0 ? [] : files.readPart(SearchState.keysPath, old.keys) else { return false }
    words.add(document, as: number)
    let (before, now) = (StoryKeys.keys(in: bytes), StoryKeys.keys(in: words.keys.bytes))
    let story = UInt32(number)
    var come: Set<UInt64> = []
    for key in before.subtracting(now) {
      edits[shard(key), default: Edit()].gone.append((story, key & (1 << StoryKeys.hashBits - 1)))
    }
    for (form, field) in words.posted {
      let print = words.wordPrint(form, field)
      let new = words.tails(form).filter { !before.contains(StoryKeys.key(print, tail: $0)) }
      if new.isEmpty { continue }
      if new.count < words.tails(form).count { hasCollision = true }
      come.insert(print)
      for tail in new {
        let value = story << 2 | UInt32(field.rawValue)
        edits[segment.shard(tail), default: Edit()].come.append((words.form(form), value))
      }
    }
    prints[story] = ([], come.reduce(old.sum ^ words.keys.sum, ^))
    let state = SearchState.StoryState(
      digest: digest,
      sum: words.keys.sum,
      start: UInt32((keysCount + keys.count) / 3),
      size: UInt32(words.keys.bytes.count)
    )
    stories.append((number, state))
    keys += words.keys.bytes
    return changeCard(number, SearchCard(document).text)
  }

  private func shard(_ key: UInt32) -> Int { segment.shard(key >> StoryKeys.hashBits) }

  private mutating func changeCard(_ number: Int, _ card: String) -> Bool {
    let (block, line) = number.quotientAndRemainder(dividingBy: segment.block)
    guard let old = self.card(number) else { return false }
    if old == card { return true }
    blocks[block]?[line] = card
    changedBlocks.insert(block)
    for shard in notes.indices where notes[shard].champions.contains(UInt32(number)) {
      edits[shard] = edits[shard] ?? Edit()
    }
    return true
  }

  private mutating func card(_ number: Int) -> String? {
    let (block, line) = number.quotientAndRemainder(dividingBy: segment.block)
    if blocks[block] == nil { blocks[block] = readBlock(block, of: segment, files.read) }
    return blocks[block]?[line]
  }

  /// Writes what changed; false, and nothing is written, where the files are not those of the last state.
  mutating func write() throws(FileTrouble) -> Bool {
    guard edits.count <= Self.mostShards else { return false }
    var made: [(path: String, bytes: [UInt8])] = []
    let before = notes
    for number in Set(edits.keys.map { $0 % segment.groups }).sorted() {
      guard let files = remake(group: number) else { return false }
      made += files
    }
    guard !hasCollision, prints.values.allSatisfy({ $0.found.reduce(0, ^) == $0.wanted }) else { return false }
    for block in changedBlocks.sorted() {
      let file = blockFile(block, blocks[block] ?? [], segment: segment)
      widths[block] = file.width
      made.append((segment.blockPath(block), file.bytes))
    }
    if segment.hasWords, edits.keys.contains(where: { before[$0].completions != notes[$0].completions }) {
      made += wordFiles(notes, segment: segment)
    }
    for file in made { try files.write(file.path, file.bytes) }
    return true
  }

  private mutating func remake(group number: Int) -> [(path: String, bytes: [UInt8])]? {
    var group = ShardGroup(number, of: segment)
    var known: [UInt32: String] = [:]
    guard group.read(files.read, card: { known[$0] = String(decoding: $1, as: UTF8.self) }) else { return nil }
    let changed = Set(stories.map { UInt32($0.number) })
    for shard in group.shards.keys.sorted() {
      if let edit = edits[shard] { apply(edit, to: &group.shards[shard, default: [:]]) }
    }
    var isMissing = false
    let made = group.files { story in
      if !changed.contains(story), let card = known[story] { return card }
      if let card = card(Int(story)) { return card }
      isMissing = true
      return ""
    }
    if isMissing { return nil }
    for (shard, note) in made.notes { notes[shard] = note }
    return made.files
  }

  private mutating func apply(_ edit: Edit, to forms: inout [String: [UInt32]]) {
    for (form, values) in forms {
      for (story, hash) in edit.gone {
        let place = Postings.place(of: story, in: values)
        guard place < values.count, values[place] >> 2 == story else { continue }
        let print = StoryKeys.wordPrint(form.utf8, Postings.field(values[place]))
        if StoryKeys.hash(print) != hash { continue }
        prints[story]?.found.insert(print)
        let isGone = tails(of: form).allSatisfy { tail in
          edits[segment.shard(tail)]?.gone.contains { $0 == (story, hash) } ?? false
        }
        if !isGone { hasCollision = true }
        // Another story may have gone from the form before, or this one by another of its numbers.
        guard let now = forms[form] else { continue }
        let current = Postings.place(of: story, in: now)
        if current < now.count, now[current] >> 2 == story { forms[form]?.remove(at: current) }
      }
      if forms[form]?.isEmpty ?? false { forms[form] = nil }
    }
    for (form, value) in edit.come {
      var values = forms[form] ?? []
      let place = Postings.place(of: value >> 2, in: values)
      if place < values.count, values[place] >> 2 == value >> 2 { continue }
      values.insert(value, at: place)
      forms[form] = values
    }
  }
}
