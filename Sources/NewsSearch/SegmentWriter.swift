import ArabicText
import NewsCore

/// Makes all files of one segment, from the last state of the index as far as that knows the stories.
struct SegmentWriter: Sendable {
  let segment: IndexLayout.Segment
  let digests: [SearchDigest]
  let document: @Sendable (Int) -> SearchDocument?
  let files: SearchFiles

  /// What came of it.
  struct Outcome: Sendable {
    var stories: [SearchState.StoryState] = []
    var notes: [ShardNote] = []
    var widths: [UInt32] = []
    /// The keys of the stories that were read, in pieces; they follow those that are known.
    var keys: [[UInt8]] = []
    var documentsRead = 0
  }

  /// Writes the files; nil where a file of the last state was missing or of another state. `keysCount` is where the keys
  /// of more stories begin.
  func make(from old: [OldSegment], keysCount: Int) async throws(FileTrouble) -> Outcome? {
    var cards = [String?](repeating: nil, count: segment.count)
    var outcome = Outcome()
    outcome.stories = [SearchState.StoryState](repeating: .init(), count: segment.count)
    for source in old {
      guard let known = source.cards() else { return nil }
      for (story, number) in source.numbers.enumerated() where number >= 0 {
        cards[Int(number)] = known[story]
        outcome.stories[Int(number)] = source.stories[source.stories.startIndex + story]
      }
    }
    let missing = cards.indices.filter { cards[$0] == nil }
    let readings = await readDocuments(missing)
    for reading in readings {
      for story in reading.stories { cards[story.number] = story.card }
      outcome.take(reading, digests, keysCount: keysCount)
    }
    outcome.documentsRead = missing.count
    let draft = SegmentDraft(
      segment: segment,
      fresh: readings.map { ($0.words, $0.buckets) },
      old: old,
      cards: cards.map { $0 ?? "" }
    )
    guard let notes = try await writeShards(draft) else { return nil }
    outcome.notes = notes
    for block in 0..<segment.blocks {
      let range = block * segment.block..<min((block + 1) * segment.block, segment.count)
      let file = blockFile(block, draft.cards[range], segment: segment)
      try files.write(segment.blockPath(block), file.bytes)
      outcome.widths.append(file.width)
    }
    if segment.hasWords {
      for file in wordFiles(notes, segment: segment) { try files.write(file.path, file.bytes) }
    }
    return outcome
  }

  /// What one worker took from the stories that were new to the index.
  fileprivate struct Reading: Sendable {
    var words = FreshWords()
    var buckets: [[UInt32]] = []
    var stories: [(number: Int, card: String, sum: UInt64, size: Int)] = []
    var keys: [UInt8] = []
  }

  private func readDocuments(_ numbers: [Int]) async -> [Reading] {
    let half = numbers.count < 128 ? numbers.count : (numbers.count + 1) / 2
    let parts = [numbers[..<half], numbers[half...]].filter { !$0.isEmpty }
    return await inOrder(parts) { read($0) }
  }

  private func read(_ numbers: ArraySlice<Int>) -> Reading {
    var reading = Reading()
    for number in numbers {
      guard let story = document(segment.first + number) else { continue }
      reading.words.add(story, as: number)
      let keys = reading.words.keys
      reading.stories.append((number, SearchCard(story).text, keys.sum, keys.bytes.count))
      reading.keys += keys.bytes
    }
    reading.buckets = reading.words.buckets(segment)
    return reading
  }

  /// What is known of each shard, or nil where an old file was missing or of another state.
  private func writeShards(_ draft: SegmentDraft) async throws(FileTrouble) -> [ShardNote]? {
    let units = draft.units
    let workers = Array(0..<min(4, units))
    let outcomes: [Result<[(Int, ShardNote)]?, FileTrouble>] = await inOrder(workers) { worker in
      var notes: [(Int, ShardNote)] = []
      for unit in stride(from: worker, to: units, by: workers.count) {
        guard let groups = draft.groups(ofUnit: unit) else { return .success(nil) }
        do throws(FileTrouble) {
          for group in groups {
            let made = group.files { draft.cards[Int($0)] }
            for file in made.files { try files.write(file.path, file.bytes) }
            notes += made.notes
          }
        } catch {
          return .failure(error)
        }
      }
      return .success(notes)
    }
    var notes = [ShardNote](repeating: ShardNote(), count: segment.shards)
    for outcome in outcomes {
      guard let some = try outcome.get() else { return nil }
      for (shard, note) in some { notes[shard] = note }
    }
    return notes
  }
}

extension SegmentWriter.Outcome {
  fileprivate mutating func take(_ reading: SegmentWriter.Reading, _ digests: [SearchDigest], keysCount: Int) {
    var start = keys.reduce(keysCount) { $0 + $1.count }
    for story in reading.stories {
      stories[story.number] = SearchState.StoryState(
        digest: digests[story.number],
        sum: story.sum,
        start: UInt32(start / 3),
        size: UInt32(story.size)
      )
      start += story.size
    }
    keys.append(reading.keys)
  }
}

/// What a segment is made of: the words of new stories, and those that the last state of the index already has.
struct SegmentDraft: Sendable {
  var segment: IndexLayout.Segment
  /// One for each worker that read new stories, with the forms of each shard.
  var fresh: [(words: FreshWords, buckets: [[UInt32]])]
  var old: [OldSegment]
  /// The card of each story, as a line.
  var cards: [String]

  /// In how many steps shards are read and written: a file is written only when nothing more is to be read from it.
  /// What divides the number of shards of each, so that a form is in shards of one step alone.
  var units: Int { old.map(\.segment.groups).reduce(segment.groups, greatestDivisor) }

  /// The shards of one step with their forms, or nil where an old file is missing or of another state.
  func groups(ofUnit unit: Int) -> [ShardGroup]? {
    var shards: [Int: [String: [UInt32]]] = [:]
    for shard in stride(from: unit, to: segment.shards, by: units) { shards[shard] = freshForms(ofShard: shard) }
    for old in old {
      let isSame = old.segment.shards == segment.shards
      var seen: Set<String> = []
      let isWhole = old.forms(ofUnit: unit, of: units) { shard, form, values in
        if isSame {
          shards[shard]?[form, default: []] += values
        } else if seen.insert(form).inserted {
          for target in Set(tails(of: form).map(segment.shard)) where shards[target] != nil {
            shards[target]?[form, default: []] += values
          }
        }
      }
      if !isWhole { return nil }
    }
    return stride(from: unit, to: segment.groups, by: units).map { number in
      var group = ShardGroup(number, of: segment)
      for shard in ShardGroup.shards(of: number, in: segment) {
        group.shards[shard] = (shards[shard] ?? [:]).mapValues { isAscending($0) ? $0 : $0.sorted() }
      }
      return group
    }
  }

  private func freshForms(ofShard shard: Int) -> [String: [UInt32]] {
    var forms: [String: [UInt32]] = [:]
    for (words, buckets) in fresh {
      forms.reserveCapacity(forms.count + buckets[shard].count)
      for number in buckets[shard] {
        forms[words.form(Int(number)), default: []] += words.values(Int(number))
      }
    }
    return forms
  }
}

private func greatestDivisor(_ left: Int, _ right: Int) -> Int {
  right == 0 ? left : greatestDivisor(right, left % right)
}

private func isAscending(_ values: [UInt32]) -> Bool {
  var previous: UInt32 = 0
  for value in values {
    if value < previous { return false }
    previous = value
  }
  return true
}

/// Maps a few values side by side and keeps their order.
private func inOrder<Item: Sendable, Result: Sendable>(
  _ items: [Item],
  _ transform: @escaping @Sendable (Item) -> Result
) async -> [Result] {
  await withTaskGroup(of: (Int, Result).self) { group in
    for (index, item) in items.enumerated() { group.addTask { (index, transform(item)) } }
    var results: [(Int, Result)] = []
    for await result in group { results.append(result) }
    return results.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
