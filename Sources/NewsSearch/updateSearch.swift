import ArabicText
import NewsCore

/// What an update did.
public struct SearchUpdate: Sendable {
  /// How many stories had to be read.
  public var documentsRead = 0
}

/// Brings the index in Output to the state of `entries`, the stories from the oldest to the newest.
///
/// The files below `searchFolder` are a function of the entries' documents alone, whatever state there was before: the
/// index after any sequence of edits is that of a clean build, byte for byte. `document` is asked for the stories that the
/// last state does not know, and for the newest up to 31; where it gives nil the story is left out of the index until the
/// next build. `program` is the tool's version: the state of another one is not used. `topics` are those that results can
/// be filtered by, in the order of the list.
public func updateSearch(
  _ entries: [SearchEntry],
  topics: [SearchTopic],
  program: Fingerprint,
  document: @escaping @Sendable (Int) -> SearchDocument?,
  files: SearchFiles
) async throws(FileTrouble) -> SearchUpdate {
  let inputs = inputs(entries, topics)
  if let header = files.readPart(SearchState.path, 0..<SearchState.headerCount),
    SearchState.inputs(ofHeader: header, program: program) == inputs
  {
    return SearchUpdate()
  }
  var last = files.read(SearchState.path).flatMap { SearchState($0, program: program) }
  if let count = last?.keysCount, files.readPart(SearchState.keysPath, max(0, count - 3)..<count) == nil { last = nil }
  var work = SearchWork(entries, last: last, program: program, document: document, files: files)
  try files.write(SearchState.path, [])
  for segment in work.layout.segments { try await work.update(segment) }
  try work.writeHead(topics)
  try work.removeOthers()
  try work.finish(inputs)
  return SearchUpdate(documentsRead: work.documentsRead)
}

/// The file that a search begins with, relative to Output.
public let headPath = searchFolder + "head.txt"

/// All that the index is made of.
private func inputs(_ entries: [SearchEntry], _ topics: [SearchTopic]) -> Fingerprint {
  var print = Fingerprint()
  for entry in entries {
    print.mix(entry.digest.high)
    print.mix(entry.digest.low ^ UInt64(bitPattern: Int64(entry.year)))
  }
  for topic in topics {
    print.mix(topic.slug)
    print.mix(topic.name)
  }
  return print
}
