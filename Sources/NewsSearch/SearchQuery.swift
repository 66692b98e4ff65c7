import ArabicText

/// A query as it is understood: at most twelve words of its first 600 characters; what stands in quotation marks is exact.
public struct SearchQuery: Sendable, Hashable {
  /// A word, and whether only itself counts.
  public struct Term: Sendable, Hashable {
    /// The word as it was typed.
    public var word: String
    /// Whether it stands in quotation marks and must be there as it is.
    public var isExact: Bool
  }

  /// What is looked for, in the order of the query.
  public private(set) var terms: [Term] = []
  /// Words that must stand side by side.
  public private(set) var phrases: [[String]] = []

  private static let mostWords = 12

  /// Reads a query as a person types it.
  public init(_ query: String) {
    var open = ""
    var rest = String(decoding: Array(query.utf16.prefix(600)), as: UTF16.self)[...]
    while let (before, phrase, after) = Self.firstQuotation(in: rest) {
      open += before + " "
      let words = searchWords(in: String(phrase)).map(\.normal).prefix(Self.mostWords)
      if words.count > 1 { phrases.append(Array(words)) }
      add(Array(words), isExact: true)
      rest = after
    }
    add(searchWords(in: open + rest).map(\.normal), isExact: false)
    terms = Array(terms.prefix(Self.mostWords))
  }

  private mutating func add(_ words: [String], isExact: Bool) {
    for word in words where !terms.contains(where: { $0.word == word }) {
      terms.append(Term(word: word, isExact: isExact))
    }
  }

  /// A mark that begins a word, and the next one, which ends one: the gershayim of Hebrew stand inside a word.
  private static func firstQuotation(in text: Substring) -> (before: Substring, phrase: Substring, after: Substring)? {
    var index = text.startIndex
    var isStart = true
    while index < text.endIndex {
      if isStart, opening.contains(text[index]), let end = closing(of: text, after: index) {
        let first = text.index(after: index)
        if first < end { return (text[..<index], text[first..<end], text[text.index(after: end)...]) }
      }
      isStart = text[index].isWhitespace
      index = text.index(after: index)
    }
    return nil
  }

  private static func closing(of text: Substring, after start: Substring.Index) -> Substring.Index? {
    let rest = text[text.index(after: start)...]
    guard let end = rest.firstIndex(where: { marks.contains($0) }), text[end] != "„", text[end] != "«" else {
      return nil
    }
    let next = text.index(after: end)
    return next == text.endIndex || text[next].isWhitespace ? end : nil
  }

  private static let opening: Set<Character> = ["\"", "“", "”", "„", "«"]
  private static let marks: Set<Character> = ["\"", "“", "”", "„", "«", "»"]

  /// Whether a text has each phrase, its words side by side.
  static func holds(_ text: String, _ phrases: [[String]]) -> Bool {
    let all = " \(searchWords(in: text).map(\.normal).joined(separator: " ")) "
    return phrases.allSatisfy { all.contains(" \($0.joined(separator: " ")) ") }
  }
}
