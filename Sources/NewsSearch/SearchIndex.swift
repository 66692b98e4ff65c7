import ArabicText
import Foundation
import NewsCore

/// The index as it is asked outside of a browser: the rules are those of `Templates/assets/search.js`.
public struct SearchIndex: Sendable {
  /// Why an index gives no answer.
  public struct Trouble: Error, Sendable {
    /// The file that is missing or of another state, relative to Output.
    public var path: String
  }

  let head: Head
  let read: @Sendable (String) -> [UInt8]?
  /// The first number of the newest stories, their cards and forms.
  let recent: Part

  /// The first line of the head.
  struct Head: Decodable, Sendable {
    var version: Int
    var count: Int
    var topics: [[String]]
  }

  /// A stretch of the index with its cards by number, relative to `first`, and its forms.
  struct Part: Sendable {
    var first: Int
    var count: Int
    var cards: [Int: Substring] = [:]
    var forms: [(form: Substring, list: Substring)] = []
    /// What is left of long lists.
    var tails: [Substring: Substring] = [:]

    /// The postings of a form.
    func values(_ form: Substring, _ list: Substring) -> [UInt32] {
      let list = withoutMark(Array(list.utf8)[...])
      guard list.first == partMark else { return Postings(list, count: count)?.values ?? [] }
      let best = IndexDigits.numbers(in: list.dropFirst()).map { Array($0.dropFirst()) } ?? []
      let others = tails[form].flatMap { Postings(Array($0.utf8)[...], count: count) }
      return (Postings(numbers: best, count: count)?.values ?? []) + (others?.values ?? [])
    }
  }

  /// Opens the index in Output; `read` gives a file by its path there. Throws where it has no head.
  public init(read: @escaping @Sendable (String) -> [UInt8]?) throws(Trouble) {
    guard let bytes = read(headPath), let end = bytes.firstIndex(of: newline),
      let head = try? JSONDecoder().decode(Head.self, from: Data(bytes[..<end])), head.version == 2
    else { throw Trouble(path: headPath) }
    self.head = head
    self.read = read
    let first = IndexLayout(count: head.count).firstRecent
    let text = String(decoding: bytes[(end + 1)...], as: UTF8.self)
    guard let part = Part(text[...], first: first, count: head.count - first) else { throw Trouble(path: headPath) }
    recent = part
  }

  var layout: IndexLayout { IndexLayout(count: head.count) }

  /// The parts that may hold a word with one of these tails.
  func parts(_ tails: [UInt32]) throws(Trouble) -> [Part] {
    var parts: [Part] = []
    for segment in layout.segments {
      var whole = Part(first: segment.first, count: segment.count)
      var seen: Set<Substring> = []
      for shard in Set(tails.map { Int($0) & (segment.shards - 1) }).sorted() {
        let text = try file(segment.shardPath(shard), segment.header("\(shard)"))
        guard let part = Part(text[...], first: segment.first, count: segment.count) else {
          throw Trouble(path: segment.shardPath(shard))
        }
        whole.forms += part.forms.filter { seen.insert($0.form).inserted }
        if segment.tails > 0 { try addTails(shard & (segment.tails - 1), of: segment, to: &whole) }
      }
      parts.append(whole)
    }
    return parts + [recent]
  }

  private func addTails(_ tail: Int, of segment: IndexLayout.Segment, to part: inout Part) throws(Trouble) {
    for line in try file(segment.tailPath(tail), segment.header("t\(tail)")).split(separator: "\n") {
      guard let tab = line.firstIndex(of: "\t") else { throw Trouble(path: segment.tailPath(tail)) }
      part.tails[line[..<tab]] = line[line.index(after: tab)...]
    }
  }

  /// What a result shows of a story.
  func card(_ story: Int) throws(Trouble) -> SearchCard? {
    if story >= recent.first { return recent.cards[story - recent.first].flatMap { SearchCard($0) } }
    guard let segment = layout.segments.first(where: { $0.range.contains(story) }) else { return nil }
    let (block, line) = (story - segment.first).quotientAndRemainder(dividingBy: segment.block)
    let lines = try file(segment.blockPath(block), segment.header("c\(block)")).split(separator: "\n")
    return line < lines.count ? SearchCard(lines[line]) : nil
  }

  private func file(_ path: String, _ header: String) throws(Trouble) -> String {
    guard let bytes = read(path), let body = afterHeader(bytes, header) else { throw Trouble(path: path) }
    return String(decoding: body, as: UTF8.self)
  }
}

extension SearchIndex.Part {
  /// Reads cards, a blank line and forms.
  init?(_ text: Substring, first: Int, count: Int) {
    self.init(first: first, count: count)
    var isCard = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        isCard = false
        continue
      }
      guard let tab = line.firstIndex(of: "\t") else { return nil }
      let rest = line[line.index(after: tab)...]
      if !isCard {
        forms.append((line[..<tab], rest))
      } else if let number = IndexDigits.numbers(in: Array(line[..<tab].utf8)[...])?.first {
        cards[Int(number)] = rest
      }
    }
    if isCard { return nil }
  }
}
