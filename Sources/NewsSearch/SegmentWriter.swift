import ArabicText
import NewsCore

/// Makes the files of one segment, from the last state of the index as far as that knows the stories.
struct SegmentWriter: Sendable {
  let segment: IndexLayout.Segment
  let digests: [SearchDigest]
  let last: StoredStates
  let document: @Sendable (Int) -> SearchDocument?
  let write: @Sendable (String, [UInt8]) throws(FileTrouble) -> Void

  /// What came of an attempt.
  private struct Outcome: Sendable {
    var documentsRead = 0
    /// Whether every story could be read.
    var isComplete = true
    /// Whether a file of the last state was missing or of another state.
    var isDamaged = false
    var trouble: FileTrouble?
    var completions: [Completion] = []
  }

  /// Brings the segment to its state and says how many stories were read for it. While files are written there is no
  /// state, so that what an interrupted update left is never built on.
  func update(to state: SegmentState) async throws(FileTrouble) -> Int {
    try write(SegmentState.path(segment.name), [])
    var outcome = try await make(from: sources)
    if outcome.isDamaged { outcome = try await make(from: []) }
    if outcome.isComplete { try write(SegmentState.path(segment.name), state.bytes) }
    return outcome.documentsRead
  }

  /// The old segments that have stories of this one.
  private var sources: [OldSegment] {
    let places = Dictionary(digests.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
    return last.segments.compactMap { segment, stories in
      let numbers = stories.map { places[$0] ?? -1 }
      return numbers.contains { $0 >= 0 } ? OldSegment(segment: segment, numbers: numbers, read: last.stored) : nil
    }
  }

  private func make(from sources: [OldSegment]) async throws(FileTrouble) -> Outcome {
    var cards = [String?](repeating: nil, count: segment.count)
    for source in sources {
      guard let known = source.cards() else { return Outcome(isDamaged: true) }
      for (story, number) in source.numbers.enumerated() where number >= 0 { cards[Int(number)] = known[story] }
    }
    let missing = cards.indices.filter { cards[$0] == nil }
    let readings = await readDocuments(missing)
    for (number, card) in readings.flatMap(\.cards) { cards[number] = card }
    let draft = SegmentDraft(
      segment: segment,
      fresh: readings.map { ($0.words, $0.buckets) },
      old: sources,
      cards: cards.map { $0 ?? "" }
    )
    var outcome = await writeShards(draft)
    outcome.documentsRead = missing.count
    outcome.isComplete = readings.allSatisfy(\.isComplete)
    if let trouble = outcome.trouble { throw trouble }
    if outcome.isDamaged { return outcome }
    for file in blockFiles(draft.cards, segment: segment) { try write(file.path, file.bytes) }
    if segment.hasWords {
      for file in wordFiles(outcome.completions, segment: segment) { try write(file.path, file.bytes) }
    }
    return outcome
  }

  /// What one worker took from the stories that were new to the index.
  private struct Reading: Sendable {
    var words = FreshWords()
    var buckets: [[UInt32]] = []
    var cards: [(number: Int, card: String)] = []
    var isComplete = true
  }

  private func readDocuments(_ numbers: [Int]) async -> [Reading] {
    let half = numbers.count < 128 ? numbers.count : (numbers.count + 1) / 2
    let parts = [numbers[..<half], numbers[half...]].filter { !$0.isEmpty }
    return await inOrder(parts) { read($0) }
  }

  private func read(_ numbers: ArraySlice<Int>) -> Reading {
    var reading = Reading()
    for number in numbers {
      guard let story = document(segment.first + number) else {
        reading.isComplete = false
        continue
      }
      reading.words.add(story, as: number)
      reading.cards.append((number, SearchCard(story).text))
    }
    reading.buckets = reading.words.buckets(segment.shards)
    return reading
  }

  private func writeShards(_ draft: SegmentDraft) async -> Outcome {
    let groups = draft.groups
    let workers = Array(0..<min(4, groups))
    let outcomes = await inOrder(workers) { worker in
      var outcome = Outcome()
      for group in stride(from: worker, to: groups, by: workers.count) where outcome.trouble == nil {
        write(group, of: draft, &outcome)
      }
      return outcome
    }
    return outcomes.reduce(into: Outcome()) { sum, outcome in
      sum.trouble = sum.trouble ?? outcome.trouble
      sum.isDamaged = sum.isDamaged || outcome.isDamaged
      sum.completions += outcome.completions
    }
  }

  private func write(_ group: Int, of draft: SegmentDraft, _ outcome: inout Outcome) {
    guard let shards = draft.forms(ofGroup: group) else {
      outcome.isDamaged = true
      return
    }
    do throws(FileTrouble) {
      for (shard, forms) in shards {
        let file = shardFile(shard, forms: forms, segment: segment, cards: draft.cards)
        outcome.completions += file.completions
        try write(segment.shardPath(shard), file.bytes)
      }
    } catch {
      outcome.trouble = error
    }
  }
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
