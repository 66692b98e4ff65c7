import ArabicText
import NewsCore

/// Shards that share a file of tails, as they are made: each with its forms and all their postings.
struct ShardGroup: Sendable {
  let segment: IndexLayout.Segment
  let number: Int
  /// Shard → form → postings; shards that are not to be made are missing.
  var shards: [Int: [String: [UInt32]]] = [:]
  /// Tails of forms, as they stand in the file.
  var tails: [String: ArraySlice<UInt8>] = [:]

  init(_ number: Int, of segment: IndexLayout.Segment) {
    self.number = number
    self.segment = segment
  }

  /// The shards of a group.
  static func shards(of group: Int, in segment: IndexLayout.Segment) -> StrideTo<Int> {
    stride(from: group, to: segment.shards, by: segment.groups)
  }

  /// Reads shards as an update left them; false where a file is missing or of another state. `cards` takes the lines of
  /// cards, by number.
  mutating func read(
    _ wanted: some Sequence<Int>,
    _ read: (String) -> [UInt8]?,
    card: (UInt32, ArraySlice<UInt8>) -> Void
  )
    -> Bool
  {
    if segment.tails > 0 {
      guard let bytes = read(segment.tailPath(number)),
        let body = afterHeader(bytes, segment.header("t\(number)")), readTails(body)
      else { return false }
    }
    for shard in wanted {
      guard let bytes = read(segment.shardPath(shard)), let body = afterHeader(bytes, segment.header("\(shard)")),
        let forms = forms(body, card: card)
      else { return false }
      shards[shard] = forms
    }
    return true
  }

  private mutating func readTails(_ body: ArraySlice<UInt8>) -> Bool {
    for line in body.split(separator: newline) {
      guard let tab = line.firstIndex(of: tabulator) else { return false }
      tails[String(decoding: line[..<tab], as: UTF8.self)] = line[(tab + 1)...]
    }
    return true
  }

  private func forms(_ body: ArraySlice<UInt8>, card: (UInt32, ArraySlice<UInt8>) -> Void) -> [String: [UInt32]]? {
    var forms: [String: [UInt32]] = [:]
    var (isCard, start) = (true, body.startIndex)
    while start < body.endIndex {
      let end = body[start...].firstIndex(of: newline) ?? body.endIndex
      let line = body[start..<end]
      start = end + 1
      if line.isEmpty {
        isCard = false
        continue
      }
      guard let tab = line.firstIndex(of: tabulator) else { return nil }
      if isCard {
        guard let number = IndexDigits.numbers(in: line[..<tab])?.first else { return nil }
        card(number, line[(tab + 1)...])
      } else {
        let form = String(decoding: line[..<tab], as: UTF8.self)
        guard let values = postings(line[(tab + 1)...], of: form) else { return nil }
        forms[form] = values
      }
    }
    return isCard ? nil : forms
  }

  private func postings(_ list: ArraySlice<UInt8>, of form: String) -> [UInt32]? {
    let list = withoutMark(list)
    guard list.first == partMark else { return Postings(list, count: segment.count)?.values }
    guard let numbers = IndexDigits.numbers(in: list.dropFirst()), let tail = tails[form],
      let best = Postings(numbers: Array(numbers.dropFirst()), count: segment.count),
      let others = Postings(tail, count: segment.count)
    else { return nil }
    return Postings.merged(best.values, others.values)
  }

  /// The file of a shard and what is known of it. The tails of its forms are taken over.
  mutating func file(_ shard: Int, card: (UInt32) -> String) -> (bytes: [UInt8], note: ShardNote) {
    let forms = shards[shard] ?? [:]
    var (lines, note): ([UInt8], ShardNote) = ([], ShardNote())
    var completions: [String: Int] = [:]
    let most = segment.mostPostings(ofCounts: forms.values.map(\.count))
    for (form, values) in forms.sorted(by: { precedesByBytes($0.key, $1.key) }) {
      lines += form.utf8
      lines.append(tabulator)
      appendList(values, of: form, best: most, to: &lines)
      lines.append(newline)
      let isWord = form.utf8.first != UInt8(ascii: "#")
      if isWord, segment.hasWords, let word = completion(form, shard) { completions[word, default: 0] += values.count }
    }
    note.champions = champions(forms)
    note.completions = completions.filter { $0.value >= segment.leastForCompletion }
      .map { ShardNote.Completion(word: $0.key, count: $0.value) }
      .sorted { precedesByBytes($0.word, $1.word) }
    var bytes = Array(segment.header("\(shard)").utf8)
    for story in note.champions {
      IndexDigits.append(story, to: &bytes)
      bytes.append(tabulator)
      bytes += card(story).utf8
      bytes.append(newline)
    }
    bytes.append(newline)
    return (bytes + lines, note)
  }

  /// The stories whose cards stand in the shard: the best of each frequent word, whatever is joined to it, the most
  /// frequent first, until there are enough.
  private func champions(_ forms: [String: [UInt32]]) -> [UInt32] {
    if segment.champions == 0 { return [] }
    var words: [String: (count: Int, best: [UInt32])] = [:]
    for (form, values) in forms
    where values.count >= IndexLayout.Segment.leastForChampions && form.utf8.first != UInt8(ascii: "#") {
      let stem = searchStem(of: form)
      words[stem, default: (0, [])].count += values.count
      words[stem]?.best += Postings(values).parted(best: segment.champions).best
    }
    var champions: Set<UInt32> = []
    for (_, word) in words.sorted(by: {
      $0.value.count == $1.value.count ? precedesByBytes($0.key, $1.key) : $0.value.count > $1.value.count
    }) where champions.count < IndexLayout.Segment.mostChampions {
      let best = word.best.sorted { ($0 & 3, $0) > ($1 & 3, $1) }
      var own: Set<UInt32> = []
      for value in best where own.count < segment.champions { own.insert(value >> 2) }
      champions.formUnion(own)
    }
    return champions.sorted()
  }

  private mutating func appendList(_ values: [UInt32], of form: String, best: Int, to lines: inout [UInt8]) {
    if segment.isOptional(form, in: values.count) { lines.append(optionalMark) }
    let parted = Postings(values).parted(best: best)
    if parted.others.isEmpty {
      tails[form] = nil
    } else {
      var tail: [UInt8] = []
      Postings(parted.others).append(to: &tail)
      tails[form] = tail[...]
      lines.append(partMark)
      IndexDigits.append(UInt32(values.count), to: &lines)
    }
    Postings(parted.best).append(to: &lines)
  }

  /// The word that the lists of completions have for a form: itself without the article; nil where another shard has it.
  private func completion(_ form: String, _ shard: Int) -> String? {
    guard form.utf8.count >= 4, !(form.utf8.first.map { $0 < 0x61 } ?? true) else { return nil }
    guard let first = searchTails(of: form).first, Int(first) & (segment.shards - 1) == shard else { return nil }
    return withoutArticle(form)
  }

  /// The file of tails.
  var tailFile: [UInt8] {
    var bytes = Array(segment.header("t\(number)").utf8)
    for (form, list) in tails.sorted(by: { precedesByBytes($0.key, $1.key) }) {
      bytes += form.utf8
      bytes.append(tabulator)
      bytes += list
      bytes.append(newline)
    }
    return bytes
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
