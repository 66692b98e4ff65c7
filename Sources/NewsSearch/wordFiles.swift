import ArabicText
import NewsCore

/// The files with the words that a typed beginning may become: of each two letters the thirty most frequent.
func wordFiles(_ notes: [ShardNote], segment: IndexLayout.Segment) -> [(path: String, bytes: [UInt8])] {
  var counts: [String: Int] = [:]
  for completion in notes.lazy.flatMap(\.completions) { counts[completion.word, default: 0] += completion.count }
  var groups: [String: [(key: String, value: Int)]] = [:]
  for (word, count) in counts where word.utf16.count > 2 {
    groups[String(word.unicodeScalars.prefix(2).map(Character.init)), default: []].append((word, count))
  }
  var files = (0..<Int(IndexLayout.wordFiles)).map { Array(segment.header("w\($0)").utf8) }
  for (start, words) in groups.sorted(by: { precedesByBytes($0.key, $1.key) }) {
    let best = words.sorted { $0.value == $1.value ? precedesByBytes($0.key, $1.key) : $0.value > $1.value }.prefix(30)
    let file = Int(searchTail(ofName: start) % IndexLayout.wordFiles)
    for (word, _) in best { files[file] += (word + "\n").utf8 }
  }
  return files.enumerated().map { (segment.wordPath($0), $1) }
}
