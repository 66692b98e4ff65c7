import NewsCore

/// What an update leaves behind.
package struct SearchUpdate: Sendable {
  /// All files of the index, relative to Output; what an earlier update wrote beside them is to be removed.
  package var paths: [String]
  /// How many stories had to be read.
  package var documentsRead: Int
}

/// Brings the index in Output to the state of `entries`, the stories from the oldest to the newest.
///
/// The files are a function of the entries' documents alone, whatever state there was before: the index after any
/// sequence of edits is that of a clean build, byte for byte. `document` is asked for the stories that the last state does
/// not know, and always for the newest up to 63; where it gives nil the story is left out of the index until the next
/// build. `stored` gives a file of the last build by its path relative to Output, or nil; give nil for all to build
/// clean, and always where `fingerprint`, the tool's version, has changed. `write` puts a file there, whole; both are
/// called from several tasks. `topics` are those that results can be filtered by, in the order of the list.
package func updateSearch(
  _ entries: [SearchEntry],
  topics: [SearchTopic],
  fingerprint: String,
  document: @escaping @Sendable (Int) -> SearchDocument?,
  stored: @escaping @Sendable (String) -> [UInt8]?,
  write: @escaping @Sendable (String, [UInt8]) throws(FileTrouble) -> Void
) async throws(FileTrouble) -> SearchUpdate {
  let layout = IndexLayout(count: entries.count)
  let last = StoredStates(fingerprint: fingerprint, stored: stored)
  var update = SearchUpdate(paths: [headPath], documentsRead: 0)
  var marks: [String] = []
  for segment in layout.segments {
    let digests = entries[segment.range].map(\.digest)
    let state = SegmentState(fingerprint, digests)
    marks.append(state.mark)
    if last.bytes[segment.name] != state.bytes {
      let writer = SegmentWriter(segment: segment, digests: digests, last: last, document: document, write: write)
      update.documentsRead += try await writer.update(to: state)
    }
    update.paths += segment.paths + [SegmentState.path(segment.name)]
  }
  let recent = (layout.firstRecent..<layout.count).map(document)
  update.documentsRead += recent.count
  try write(headPath, headFile(layout: layout, marks: marks, years: years(entries), topics: topics, recent: recent))
  return update
}

/// The file that a search begins with, relative to Output.
package let headPath = searchFolder + "head.txt"

/// The number of the first story of each year.
private func years(_ entries: [SearchEntry]) -> [(year: Int, first: Int)] {
  var years: [(year: Int, first: Int)] = []
  for (number, entry) in entries.enumerated() where entry.year > (years.last?.year ?? .min) {
    years.append((entry.year, number))
  }
  return years
}
