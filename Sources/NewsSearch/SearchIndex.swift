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
      let others = list.first == partMark ? tails[form] : nil
      return [list, others.map { Array($0.utf8)[...] } ?? []]
        .flatMap { Postings($0, count: count)?.values ?? [] }
    }
  }

  /// Opens the index in Output; `read` gives a file by its path there. Throws where it has no head.
  public init(read: @escaping @Sendable (String) -> [UInt8]?) throws(Trouble) {
    guard let bytes = read(headPath), let end = bytes.firstIndex(of: newline),
      let head = try? JSONDecoder().decode(Head.self, from: Data(bytes[..<end])), head.version == 3
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
      for shard in Set(tails.map(segment.shard)).sorted() {
        let text = try file(segment.shardPath(shard), segment.header("\(shard)"))
        guard whole.addForms(text.split(separator: "\n"), { seen.insert($0).inserted }) else {
          throw Trouble(path: segment.shardPath(shard))
        }
        if segment.isLarge { try addTails(shard % segment.tails, of: segment, to: &whole) }
      }
      parts.append(whole)
    }
    return parts + [recent]
  }

  private func addTails(_ tail: Int, of segment: IndexLayout.Segment, to part: inout Part) throws(Trouble) {
    for line in try file(segment.tailPath(tail), segment.header("t\(tail)")).split(separator: "\n") {
      guard let tab = line.firstIndex(of: "\t") else { throw Trouble(path: segment.tailPath(tail)) }
      let rest = line[line.index(after: tab)...]
      if !rest.contains("\t") { part.tails[line[..<tab]] = rest }
    }
  }

  /// What a result shows of a story.
  func card(_ story: Int) throws(Trouble) -> SearchCard? {
    if story >= recent.first { return recent.cards[story - recent.first].flatMap { SearchCard($0) } }
    guard let segment = layout.segments.first(where: { $0.range.contains(story) }) else { return nil }
    let (block, line) = (story - segment.first).quotientAndRemainder(dividingBy: segment.block)
    guard let cards = readBlock(block, of: segment, read) else { throw Trouble(path: segment.blockPath(block)) }
    return SearchCard(cards[line][...])
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
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let blank = lines.firstIndex(of: "") else { return nil }
    for line in lines[..<blank] {
      guard let tab = line.firstIndex(of: "\t") else { return nil }
      if let number = IndexDigits.numbers(in: Array(line[..<tab].utf8)[...])?.first {
        cards[Int(number)] = line[line.index(after: tab)...]
      }
    }
    guard addForms(lines[blank...].filter { !$0.isEmpty }, { _ in true }) else { return nil }
  }

  /// Takes in the lines of forms that are wanted; false where anything else stands there.
  mutating func addForms(_ lines: [Substring], _ isWanted: (Substring) -> Bool) -> Bool {
    for line in lines where line.first != "\t" {
      guard let tab = line.firstIndex(of: "\t") else { return false }
      if isWanted(line[..<tab]) { forms.append((line[..<tab], line[line.index(after: tab)...])) }
    }
    return true
  }
}
