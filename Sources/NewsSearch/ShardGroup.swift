import NewsCore

/// Shards that share a file of tails, as they are read and made: each with its forms and all their postings.
struct ShardGroup: Sendable {
  let segment: IndexLayout.Segment
  let number: Int
  /// Shard → form → postings.
  var shards: [Int: [String: [UInt32]]] = [:]

  init(_ number: Int, of segment: IndexLayout.Segment) {
    self.number = number
    self.segment = segment
  }

  /// The shards of a group.
  static func shards(of group: Int, in segment: IndexLayout.Segment) -> StrideTo<Int> {
    stride(from: group, to: segment.shards, by: segment.groups)
  }

  /// Reads all shards as an update left them; false where a file is missing or of another state. `card` takes the lines of
  /// cards, by number.
  mutating func read(_ read: (String) -> [UInt8]?, card: (UInt32, ArraySlice<UInt8>) -> Void) -> Bool {
    var tails: [ArraySlice<UInt8>: ArraySlice<UInt8>] = [:]
    if segment.isLarge {
      guard let bytes = read(segment.tailPath(number)), let body = afterHeader(bytes, segment.header("t\(number)"))
      else { return false }
      for line in body.split(separator: newline) {
        guard let tab = line.firstIndex(of: tabulator) else { return false }
        let rest = line[(tab + 1)...]
        if !rest.contains(tabulator) {
          tails[line[..<tab]] = rest
        } else if let number = IndexDigits.numbers(in: line[..<tab])?.first {
          card(number, rest)
        }
      }
    }
    for shard in Self.shards(of: number, in: segment) {
      guard let bytes = read(segment.shardPath(shard)), let body = afterHeader(bytes, segment.header("\(shard)")),
        let forms = forms(body, tails)
      else { return false }
      shards[shard] = forms
    }
    return true
  }

  private func forms(
    _ body: ArraySlice<UInt8>,
    _ tails: [ArraySlice<UInt8>: ArraySlice<UInt8>]
  ) -> [String: [UInt32]]? {
    var forms: [String: [UInt32]] = [:]
    for line in body.split(separator: newline) where line.first != tabulator {
      guard let tab = line.firstIndex(of: tabulator) else { return nil }
      let list = withoutMark(line[(tab + 1)...])
      guard var values = Postings(list, count: segment.count)?.values else { return nil }
      if list.first == partMark {
        guard let tail = tails[line[..<tab]], let others = Postings(tail, count: segment.count) else { return nil }
        values = Postings.merged(values, others.values)
      }
      forms[String(decoding: line[..<tab], as: UTF8.self)] = values
    }
    return body.last == newline ? forms : nil
  }

  /// The files of all shards and of their tails, and what is known of each shard.
  func files(card: (UInt32) -> String) -> (files: [(path: String, bytes: [UInt8])], notes: [(Int, ShardNote)]) {
    var made: [(path: String, bytes: [UInt8])] = []
    var notes: [(Int, ShardNote)] = []
    var tails = Array(segment.header("t\(number)").utf8)
    Self.pad(&tails, to: 64)
    for shard in shards.keys.sorted() {
      let draft = ShardDraft(shard, shards[shard] ?? [:], segment: segment, card: card)
      var bytes = Array(segment.header("\(shard)").utf8)
      if segment.isLarge { bytes += lengths([tails.count, 0]) }
      made.append((segment.shardPath(shard), bytes + draft.lines + (draft.lines.isEmpty ? [newline] : [])))
      notes.append((shard, draft.note))
      tails += draft.tails
      // Room to grow: what is added to one shard seldom moves what the others have.
      var step = 64
      while step * 8 < draft.tails.count { step *= 2 }
      Self.pad(&tails, to: step)
    }
    if segment.isLarge { made.append((segment.tailPath(number), tails)) }
    return (made, notes)
  }

  private static func pad(_ bytes: inout [UInt8], to unit: Int) {
    bytes += repeatElement(newline, count: (unit - bytes.count % unit) % unit)
  }
}

let newline = UInt8(ascii: "\n")
let tabulator = UInt8(ascii: "\t")
/// Stands before the postings of a word that a query may miss.
let optionalMark = UInt8(ascii: "!")
/// Stands before the number of all postings and the best of them, where the others are in a file of tails.
let partMark = UInt8(ascii: "+")

/// What follows the header, or nil where the file begins with another one.
func afterHeader(_ bytes: [UInt8], _ header: String) -> ArraySlice<UInt8>? {
  bytes.starts(with: header.utf8) ? bytes.dropFirst(header.utf8.count) : nil
}

func withoutMark(_ list: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  list.first == optionalMark ? list.dropFirst() : list
}
