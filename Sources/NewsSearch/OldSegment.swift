import NewsCore

/// A segment of the index as the last update wrote it, with the numbers that its stories have now.
struct OldSegment: Sendable {
  var segment: IndexLayout.Segment
  /// Story → its number in the new segment, or -1 where it is not part of it.
  var numbers: [Int32]
  var read: @Sendable (String) -> [UInt8]?

  /// The forms of a shard with the postings of those stories that are still there, or nil where the file is not one that
  /// belongs to this state of the index.
  func forms(ofShard shard: Int) -> [(form: String, values: [UInt32])]? {
    guard let bytes = read(segment.shardPath(shard)),
      let body = afterHeader(bytes, segment.header("\(shard)")),
      let blank = blankLine(in: body)
    else { return nil }
    var forms: [(form: String, values: [UInt32])] = []
    for line in body[blank...].split(separator: newline) {
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")),
        let postings = Postings(withoutMark(line[(tab + 1)...]), count: segment.count)
      else { return nil }
      let kept = renumbered(postings.values)
      if !kept.isEmpty { forms.append((String(decoding: line[..<tab], as: UTF8.self), kept)) }
    }
    return forms
  }

  private func renumbered(_ values: [UInt32]) -> [UInt32] {
    values.compactMap { value in
      let number = numbers[Postings.story(value)]
      return number < 0 ? nil : UInt32(number) << 2 | value & 3
    }
  }

  /// The cards of all its stories, as lines, or nil where a file is missing or of another state.
  func cards() -> [String]? {
    var cards: [String] = []
    for block in 0..<segment.blocks {
      guard let bytes = read(segment.blockPath(block)), let body = afterHeader(bytes, segment.header("c\(block)"))
      else { return nil }
      cards += body.split(separator: newline).map { String(decoding: $0, as: UTF8.self) }
    }
    return cards.count == segment.count ? cards : nil
  }
}

let newline = UInt8(ascii: "\n")
/// Stands before the postings of a word that a query may miss.
let optionalMark = UInt8(ascii: "!")

/// What follows the header, or nil where the file begins with another one.
func afterHeader(_ bytes: [UInt8], _ header: String) -> ArraySlice<UInt8>? {
  bytes.starts(with: header.utf8) ? bytes.dropFirst(header.utf8.count) : nil
}

/// Where the blank line between cards and forms stands.
func blankLine(in body: ArraySlice<UInt8>) -> Int? {
  if body.first == newline { return body.startIndex }
  return zip(body.indices, zip(body, body.dropFirst())).first { $1 == (newline, newline) }?.0
}

func withoutMark(_ list: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  list.first == optionalMark ? list.dropFirst() : list
}
