/// A segment of the index as the last update wrote it, with the numbers that its stories have now.
struct OldSegment: Sendable {
  var segment: IndexLayout.Segment
  var stories: ArraySlice<SearchState.StoryState>
  /// Story → its number in the new segment, or -1 where it is not part of it.
  var numbers: [Int32]
  var read: @Sendable (String) -> [UInt8]?

  /// Hands over the forms of all shards whose numbers are `unit` modulo `units`, with the postings of those stories that
  /// are still there; false where a file is missing or of another state.
  func forms(ofUnit unit: Int, of units: Int, _ take: (Int, String, [UInt32]) -> Void) -> Bool {
    for number in stride(from: unit, to: segment.groups, by: units) {
      var group = ShardGroup(number, of: segment)
      guard group.read(read, card: { _, _ in }) else { return false }
      for (shard, forms) in group.shards {
        for (form, values) in forms {
          let kept = renumbered(values)
          if !kept.isEmpty { take(shard, form, kept) }
        }
      }
    }
    return true
  }

  private func renumbered(_ values: [UInt32]) -> [UInt32] {
    var kept: [UInt32] = []
    kept.reserveCapacity(values.count)
    for value in values where numbers[Postings.story(value)] >= 0 {
      kept.append(UInt32(numbers[Postings.story(value)]) << 2 | value & 3)
    }
    return kept
  }

  /// The cards of all its stories, or nil where a file is missing or of another state.
  func cards() -> [String]? {
    var cards: [String] = []
    for block in 0..<segment.blocks {
      guard let lines = readBlock(block, of: segment, read) else { return nil }
      cards += lines
    }
    return cards
  }
}
