import ArabicText
import Markup
import NewsCore

/// What the head says of a segment.
struct HeadSegment {
  var layout: IndexLayout.Segment
  /// The name of its state.
  var mark: String
  /// How many bytes a card takes up in each file of cards.
  var widths: [UInt32]

  init(_ layout: IndexLayout.Segment, _ mark: String, _ widths: [UInt32]) {
    (self.layout, self.mark, self.widths) = (layout, mark, widths)
  }

  fileprivate var json: JSON {
    let units = widths.map { IndexDigits.text($0 / UInt32(IndexLayout.slotUnit)) }.joined()
    return .object([
      ("name", .text(layout.name)), ("first", .number(layout.first)), ("count", .number(layout.count)),
      ("shards", .number(layout.shards)), ("tails", .number(layout.tails)), ("block", .number(layout.block)),
      ("mark", .text(mark)), ("widths", .text(units)), ("intro", .text(layout.header)),
    ])
  }
}

/// The first line of the first file of the index: how it is laid out.
func headLine(
  _ segments: [HeadSegment],
  layout: IndexLayout,
  years: [(year: Int, first: Int)],
  topics: [SearchTopic]
) -> [UInt8] {
  let head = JSON.object([
    ("version", .number(3)), ("count", .number(layout.count)),
    ("segments", .list(segments.map(\.json))),
    (
      "recent",
      .object([("first", .number(layout.firstRecent)), ("count", .number(layout.count - layout.firstRecent))])
    ),
    ("years", .list(years.map { .list([.number($0.year), .number($0.first)]) })),
    ("topics", .list(topics.map { .list([.text($0.slug), .text($0.name)]) })),
    ("rules", wordRules()),
  ])
  return head.bytes
}

/// What follows: the newest stories whole, their cards and their forms.
func headRest(_ recent: [SearchDocument?]) -> [UInt8] {
  var bytes = [newline]
  var words = FreshWords(findsTails: false)
  for (number, document) in recent.enumerated() {
    guard let document else { continue }
    words.add(document, as: number)
    bytes += "\(IndexDigits.text(UInt32(number)))\t\(SearchCard(document).text)\n".utf8
  }
  bytes.append(newline)
  let forms = (0..<words.count).map { (words.form($0), Postings(words.values($0))) }
  for (form, list) in forms.filter({ !$0.1.values.isEmpty }).sorted(by: { precedesByBytes($0.0, $1.0) }) {
    bytes += form.utf8
    bytes.append(UInt8(ascii: "\t"))
    if StopWords.contains(Array(form.utf8)) { bytes.append(optionalMark) }
    list.append(to: &bytes, count: recent.count)
    bytes.append(newline)
  }
  return bytes
}

/// What the browser must know of words besides the rules of its script.
private func wordRules() -> JSON {
  .object([
    ("whole", .text(SearchRules.whole)), ("uncut", .text(SearchRules.uncut)),
    ("folds", .list(SearchRules.folds.map { .list($0.map(JSON.text)) })),
    ("signs", .object(SearchRules.signs.map { ($0.0, .text($0.1)) })),
    ("weak", .text(SearchRules.weak)), ("digits", .text(IndexDigits.alphabetText)),
    ("falseNouns", .text(SearchRules.falseNouns)), ("plurals", .text(SearchRules.plurals)),
    ("endings", .list(SearchRules.endings.map(row))), ("hebrew", .list(SearchRules.hebrew.map(JSON.text))),
  ])
}

private func row(_ ending: SearchRules.Row) -> JSON {
  let before = ending.before.isEmpty ? [] : [JSON.list(ending.before.map(row))]
  return .list([.text(ending.text), .number(ending.least)] + before)
}
