import ArabicText
import NewsCore

/// A shard as it is made: the lines of its forms, what of their lists stands in the file of tails, and the cards there.
///
/// In a large segment the forms of one stem stand together, and a line that begins with a tab after them says how many
/// bytes their tails take up and how many the cards of their best stories behind those: one request gets either.
struct ShardDraft {
  private(set) var lines: [UInt8] = []
  private(set) var tails: [UInt8] = []
  private(set) var note = ShardNote()
  private let segment: IndexLayout.Segment

  private struct Row {
    var stem: String
    var form: String
    var values: [UInt32]
  }

  /// `card` gives the line of a card by its number.
  init(_ shard: Int, _ forms: [String: [UInt32]], segment: IndexLayout.Segment, card: (UInt32) -> String) {
    self.segment = segment
    let rows = forms.map { form, values in
      Row(stem: segment.isLarge && !isName(form) ? searchStem(of: form) : "", form: form, values: values)
    }.sorted {
      $0.stem == $1.stem ? precedesByBytes($0.form, $1.form) : precedesByBytes($0.stem, $1.stem)
    }
    let stems = segment.isLarge ? Self.stems(rows) : [rows[...]]
    let champions = Self.champions(stems, segment)
    let most = segment.mostPostings(ofCounts: rows.map(\.values.count))
    for (rows, champions) in zip(stems, champions) {
      let start = tails.count
      for row in rows { append(row, best: most) }
      let end = tails.count
      for story in champions { tails += "\(IndexDigits.text(story))\t\(card(story))\n".utf8 }
      if segment.isLarge { lines += lengths([end - start, tails.count - end]) }
    }
    note.champions = Set(champions.joined()).sorted()
    if segment.hasWords { note.completions = completions(rows, shard) }
  }

  /// Topics stand each alone.
  private static func stems(_ rows: [Row]) -> [ArraySlice<Row>] {
    var (stems, start): ([ArraySlice<Row>], Int) = ([], 0)
    for index in rows.indices
    where index + 1 == rows.count || rows[index].stem != rows[index + 1].stem || rows[index].stem.isEmpty {
      stems.append(rows[start...index])
      start = index + 1
    }
    return stems
  }

  /// For each stem its best stories, of the most frequent stems until there are enough.
  private static func champions(_ stems: [ArraySlice<Row>], _ segment: IndexLayout.Segment) -> [[UInt32]] {
    var champions = [[UInt32]](repeating: [], count: stems.count)
    if segment.champions == 0 { return champions }
    let counts = stems.map { $0.reduce(0) { $0 + $1.values.count } }
    var left = segment.mostChampions
    for index in stems.indices.sorted(by: { (-counts[$0], $0) < (-counts[$1], $1) }) where left > 0 {
      if stems[index].first.map({ isName($0.form) }) ?? true { continue }
      let best = stems[index].flatMap { Postings($0.values).parted(best: segment.champions).best }
      for value in best.sorted(by: { ($0 & 3, $0) > ($1 & 3, $1) })
      where champions[index].count < segment.champions && !champions[index].contains(value >> 2) {
        champions[index].append(value >> 2)
      }
      left -= champions[index].count
    }
    return champions
  }

  private mutating func append(_ row: Row, best: Int) {
    lines += row.form.utf8
    lines.append(tabulator)
    if segment.isOptional(row.form, in: row.values.count) { lines.append(optionalMark) }
    let parted = Postings(row.values).parted(best: best)
    let all = parted.others.isEmpty ? nil : row.values.count
    Postings(parted.best).append(to: &lines, count: segment.count, all: all)
    lines.append(newline)
    if all == nil { return }
    tails += row.form.utf8
    tails.append(tabulator)
    Postings(parted.others).append(to: &tails, count: segment.count)
    tails.append(newline)
  }

  private func completions(_ rows: [Row], _ shard: Int) -> [ShardNote.Completion] {
    var counts: [String: Int] = [:]
    for row in rows {
      if let word = completion(row.form, shard) { counts[word, default: 0] += row.values.count }
    }
    return counts.filter { $0.value >= segment.leastForCompletion }
      .map { ShardNote.Completion(word: $0.key, count: $0.value) }
      .sorted { precedesByBytes($0.word, $1.word) }
  }

  /// The word that the lists of completions have for a form: itself without the article; nil where another shard has it.
  private func completion(_ form: String, _ shard: Int) -> String? {
    guard form.utf8.count >= 4, !(form.utf8.first.map { $0 < 0x61 } ?? true) else { return nil }
    guard let first = searchTails(of: form).first, segment.shard(first) == shard else { return nil }
    return withoutArticle(form)
  }
}

/// A line of lengths: a tab, which no form begins with, and numbers.
func lengths(_ numbers: [Int]) -> [UInt8] {
  var line = [tabulator]
  for number in numbers { IndexDigits.append(UInt32(number), to: &line) }
  return line + [newline]
}

/// Whether it is no word but the name of a topic.
private func isName(_ form: String) -> Bool { form.utf8.first == UInt8(ascii: "#") }
