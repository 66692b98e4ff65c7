/// A file of cards, and how many bytes each takes up there.
///
/// A card stands in a slot of that many bytes, behind its story's number and filled up with line feeds, the header in the
/// first: so a browser can ask for one card by the range of its bytes, and knows by the number whether it got it.
func blockFile(
  _ block: Int,
  _ cards: some Collection<String>,
  segment: IndexLayout.Segment
) -> (bytes: [UInt8], width: UInt32) {
  let first = block * segment.block
  let lines =
    [segment.header("c\(block)")]
    + cards.enumerated().map { "\(IndexDigits.text(UInt32(first + $0)))\t\($1)\n" }
  let unit = IndexLayout.slotUnit
  let width = ((lines.map(\.utf8.count).max() ?? 0) + unit - 1) / unit * unit
  var bytes: [UInt8] = []
  bytes.reserveCapacity(width * lines.count)
  for line in lines {
    bytes += line.utf8
    bytes += repeatElement(newline, count: width - line.utf8.count)
  }
  return (bytes, UInt32(width))
}

/// The cards in a file of them, as lines, or nil where the file is missing or of another state.
func readBlock(_ block: Int, of segment: IndexLayout.Segment, _ read: (String) -> [UInt8]?) -> [String]? {
  guard let bytes = read(segment.blockPath(block)), let body = afterHeader(bytes, segment.header("c\(block)"))
  else { return nil }
  var cards: [String] = []
  let first = block * segment.block
  for line in body.split(separator: newline) {
    guard let tab = line.firstIndex(of: tabulator),
      IndexDigits.numbers(in: line[..<tab]) == [UInt32(first + cards.count)]
    else { return nil }
    cards.append(String(decoding: line[(tab + 1)...], as: UTF8.self))
  }
  return cards.count == min(segment.block, segment.count - first) ? cards : nil
}
