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

/// A file of cards.
func blockFile(_ block: Int, _ cards: some Sequence<String>, segment: IndexLayout.Segment) -> [UInt8] {
  var bytes = Array(segment.header("c\(block)").utf8)
  for card in cards {
    bytes += card.utf8
    bytes.append(newline)
  }
  return bytes
}

/// The cards in a file of them, as lines, or nil where the file is missing or of another state.
func readBlock(_ block: Int, of segment: IndexLayout.Segment, _ read: (String) -> [UInt8]?) -> [String]? {
  guard let bytes = read(segment.blockPath(block)), let body = afterHeader(bytes, segment.header("c\(block)"))
  else { return nil }
  let cards = body.dropLast().split(separator: newline, omittingEmptySubsequences: false)
    .map { String(decoding: $0, as: UTF8.self) }
  return cards.count == min(segment.block, segment.count - block * segment.block) ? cards : nil
}
