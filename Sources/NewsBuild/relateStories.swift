import NewsCore
import NewsPages

/// Brings the relations between stories up to date: those known from the build before, and for the stories that changes
/// touch, found anew.
func relateStories(_ index: StoryIndex, _ edition: Edition, _ changes: StoryChanges) -> RelatedStories {
  var related = RelatedStories(count: edition.rows.count)
  guard index.rows.contains(where: { $0.flags.contains(.listed) }) else {
    related.find(nil, in: edition.catalogue)
    return related
  }
  let places = Places(index, edition, changes)
  index.rows.withUnsafeBufferPointer { rows in
    for (place, row) in edition.rows.enumerated() {
      related.take(rows[row].related, at: place) { places.ofOldRow[$0] }
    }
  }
  let touched = RelatedStories.touched(by: places.changes, in: edition.catalogue)
  related.find(touched, in: edition.catalogue)
  return related
}

/// Where the rows of the build before stand in the catalogue of today, and what changed.
private struct Places {
  /// Old row → place in the catalogue, or -1.
  private(set) var ofOldRow: [Int32]
  private(set) var changes: [RelatedStories.Change] = []

  init(_ index: StoryIndex, _ edition: Edition, _ changes: StoryChanges) {
    var placeOfRow = [Int32](repeating: -1, count: index.rows.count)
    for (place, row) in edition.rows.enumerated() { placeOfRow[row] = Int32(place) }
    ofOldRow = [Int32](repeating: -1, count: Int(changes.origins.max() ?? -1) + changes.removed.count + 1)
    for (row, origin) in changes.origins.enumerated() where origin >= 0 {
      if Int(origin) >= ofOldRow.count {
        ofOldRow += [Int32](repeating: -1, count: Int(origin) + 1 - ofOldRow.count)
      }
      ofOldRow[Int(origin)] = placeOfRow[row]
    }
    addChanges(index, edition, changes, placeOfRow)
  }

  private mutating func addChanges(
    _ index: StoryIndex,
    _ edition: Edition,
    _ changes: StoryChanges,
    _ placeOfRow: [Int32]
  ) {
    for row in changes.gone where row.flags.contains(.listed) && !row.record.isEmpty {
      self.changes.append(change(row, at: edition.position(of: row, index), index, edition))
    }
    var isRead = [Bool](repeating: false, count: index.rows.count)
    for row in changes.read { isRead[row] = true }
    for (position, row) in index.rows.enumerated() {
      let isListed = placeOfRow[position] >= 0
      let wasListed = row.flags.contains(.listed)
      if isListed && (isRead[position] || !wasListed) {
        self.changes.append(change(row, at: Int(placeOfRow[position]), index, edition))
      } else if wasListed && !isListed && !isRead[position] {
        self.changes.append(change(row, at: edition.position(of: row, index), index, edition))
      }
    }
  }

  private func change(_ row: StoryRow, at place: Int, _ index: StoryIndex, _ edition: Edition)
    -> RelatedStories.Change
  {
    func positions(_ name: Int32) -> [Int32] {
      edition.names.knownPositions(of: index.names[Int(name)]).map(Int32.init)
    }
    let own = index.topics(row)
    var topics = row.flags.contains(.namesTopics) ? own.flatMap(positions) : Array(own)
    if row.series >= 0 { topics += positions(row.series) }
    return RelatedStories.Change(position: place, topics: topics, words: index.words(row))
  }
}

extension Edition {
  /// Where a story would stand in the catalogue.
  fileprivate func position(of row: StoryRow, _ index: StoryIndex) -> Int {
    let address = index.address(row.record)
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      let other = index.rows[rows[middle]]
      let isBefore =
        other.columns.moment == row.columns.moment
        ? precedesByBytes(index.address(other.record), address) : other.columns.moment < row.columns.moment
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
