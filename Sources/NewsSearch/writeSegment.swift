import ArabicText
import NewsCore

/// What a segment is made of: the words of new stories, and those that the last state of the index already has.
struct SegmentDraft: Sendable {
  var segment: IndexLayout.Segment
  /// One for each worker that read new stories, with the forms of each shard.
  var fresh: [(words: FreshWords, buckets: [[UInt32]])]
  var old: [OldSegment]
  /// The card of each story, as a line.
  var cards: [String]

  /// How many shards are read and written together: a file is written only when nothing more is to be read from it.
  var groups: Int {
    old.filter { $0.segment.name == segment.name }.map(\.segment.shards).reduce(segment.shards, min)
  }

  /// The forms of a group of shards with their postings, or nil where an old file is missing or damaged.
  func forms(ofGroup group: Int) -> [Int: [String: [UInt32]]]? {
    var shards: [Int: [String: [UInt32]]] = [:]
    for shard in stride(from: group, to: segment.shards, by: groups) { shards[shard] = freshForms(ofShard: shard) }
    for old in old where !add(old, group: group, to: &shards) { return nil }
    return shards
  }

  private func freshForms(ofShard shard: Int) -> [String: [UInt32]] {
    var forms: [String: [UInt32]] = [:]
    for (words, buckets) in fresh {
      for number in buckets[shard] {
        let list = words.lists[Int(number)].bytes
        guard let postings = Postings(list[...], count: segment.count) else { preconditionFailure("a list of our own") }
        forms[words.form(Int(number)), default: []] += postings.values
      }
    }
    return forms
  }

  private func add(_ old: OldSegment, group: Int, to shards: inout [Int: [String: [UInt32]]]) -> Bool {
    let isSame = old.segment.shards == segment.shards
    var seen: Set<String> = []
    for shard in stride(
      from: group % min(groups, old.segment.shards),
      to: old.segment.shards,
      by: min(groups, old.segment.shards)
    ) {
      guard let forms = old.forms(ofShard: shard) else { return false }
      for (form, values) in forms {
        if isSame {
          shards[shard]?[form, default: []] += values
        } else if seen.insert(form).inserted {
          for target in Set(tails(of: form).map { Int($0) % segment.shards }) where shards[target] != nil {
            shards[target]?[form, default: []] += values
          }
        }
      }
    }
    return true
  }
}

/// A word that a typed beginning may become, and in how many stories it stands.
struct Completion: Sendable {
  var word: String
  var count: Int
}

/// The file of a shard, and what it has for the lists of completions.
func shardFile(
  _ shard: Int,
  forms: [String: [UInt32]],
  segment: IndexLayout.Segment,
  cards: [String]
) -> (bytes: [UInt8], completions: [Completion]) {
  var lines: [UInt8] = []
  var completions: [Completion] = []
  var stems: [String: [UInt32]] = [:]
  for (form, unsorted) in forms.sorted(by: { precedesByBytes($0.key, $1.key) }) {
    let values = isAscending(unsorted) ? unsorted : unsorted.sorted()
    lines += form.utf8
    lines.append(UInt8(ascii: "\t"))
    if StopWords.contains(Array(form.utf8)) { lines.append(optionalMark) }
    Postings(values).append(to: &lines)
    lines.append(newline)
    guard form.utf8.first != UInt8(ascii: "#") else { continue }
    if segment.champions > 0 { stems[searchStem(of: form), default: []] += values }
    if segment.hasWords, let word = completion(form, shard: shard, segment) {
      completions.append(Completion(word: word, count: values.count))
    }
  }
  var bytes = Array(segment.header("\(shard)").utf8)
  for story in champions(stems.values, segment: segment) {
    bytes += "\(IndexDigits.text(UInt32(story)))\t\(cards[story])\n".utf8
  }
  bytes.append(newline)
  return (bytes + lines, completions)
}

private func isAscending(_ values: [UInt32]) -> Bool { zip(values, values.dropFirst()).allSatisfy { $0 < $1 } }

/// The stories that stand first when one word is asked for: their cards are at hand in its shard.
private func champions(_ lists: some Sequence<[UInt32]>, segment: IndexLayout.Segment) -> [Int] {
  var chosen: Set<UInt32> = []
  for values in lists where values.count > 1 {
    let best = values.sorted { ($0 & 3, $0) > ($1 & 3, $1) }
    var own: Set<UInt32> = []
    for value in best where own.count < segment.champions { own.insert(value >> 2) }
    chosen.formUnion(own)
  }
  return chosen.sorted().map { Int($0) }
}

/// The word that the lists of completions have for a form: itself without the article; nil where another shard has it.
private func completion(_ form: String, shard: Int, _ segment: IndexLayout.Segment) -> String? {
  guard form.utf8.count >= 4, !(form.utf8.first.map { $0 < 0x61 } ?? true) else { return nil }
  guard let first = searchTails(of: form).first, Int(first) % segment.shards == shard else { return nil }
  return withoutArticle(form)
}

/// The files with the words that a typed beginning may become: of each two letters the thirty most frequent.
func wordFiles(_ completions: [Completion], segment: IndexLayout.Segment) -> [(path: String, bytes: [UInt8])] {
  var counts: [String: Int] = [:]
  for completion in completions { counts[completion.word, default: 0] += completion.count }
  let least = max(1, segment.count / 2000)
  var groups: [String: [(key: String, value: Int)]] = [:]
  for (word, count) in counts where count >= least && word.utf16.count > 2 {
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

/// The files of cards.
func blockFiles(_ cards: [String], segment: IndexLayout.Segment) -> [(path: String, bytes: [UInt8])] {
  (0..<segment.blocks).map { block in
    let range = block * segment.block..<min((block + 1) * segment.block, cards.count)
    let lines = cards[range].map { $0 + "\n" }.joined()
    return (segment.blockPath(block), Array((segment.header("c\(block)") + lines).utf8))
  }
}
