import ArabicText
import Foundation
import NewsSearch
import TestSupport
import Testing

/// A line of `Tests/Search/pairs.txt`: a query, and a text that it must find or must not find.
struct SearchPair: Sendable, CustomTestStringConvertible {
  var query: String
  var text: String
  var mustMeet: Bool

  var testDescription: String { "\(query) \(mustMeet ? "→" : "↛") \(text)" }

  static let all: [SearchPair] = {
    let path = packageFolder + "/Tests/Search/pairs.txt"
    let lines = ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(separator: "\n")
    return lines.filter { !$0.hasPrefix("#") }.flatMap { line in
      let parts = line.dropFirst(2).split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      return parts.dropFirst().map { SearchPair(query: parts[0], text: $0, mustMeet: line.hasPrefix("+")) }
    }
  }()
}

struct WordMatcherTests {
  private func finds(_ query: String, _ text: String) -> Bool {
    let given = searchWords(in: text).map(\.normal)
    return SearchQuery(query).terms.allSatisfy { term in
      given.contains { WordMatcher(term.word).weight(of: $0) > 0 }
    }
  }

  @Test func `there are pairs`() { #expect(SearchPair.all.count > 300) }

  @Test(arguments: SearchPair.all)
  func `a query finds what it must and nothing else`(pair: SearchPair) {
    #expect(finds(pair.query, pair.text) == pair.mustMeet)
  }

  @Test(arguments: SearchPair.all)
  func `words that match are filed under a common number`(pair: SearchPair) {
    for word in searchWords(in: pair.query) {
      for other in searchWords(in: pair.text) where WordMatcher(word.normal).weight(of: other.normal) > 0 {
        #expect(!Set(searchTails(of: word.normal)).isDisjoint(with: searchTails(of: other.normal)))
      }
    }
  }

  @Test func `the word itself counts most`() {
    for (query, others) in [("غزة", ["بغزة", "وغزة"]), ("برلمان", ["البرلمان", "برلماني"]), ("city", ["cities"])] {
      let matcher = WordMatcher(normalize(query))
      #expect(matcher.weight(of: normalize(query)) == 1)
      for other in others { #expect((0.01..<1).contains(matcher.weight(of: normalize(other)))) }
    }
  }

  @Test func `a word that stands with the article is no other word with a preposition`() {
    let matcher = WordMatcher(normalize("حار"))
    #expect(matcher.weight(of: "ببحار".replacing("ببحار", with: "لحار")) > 0)
    #expect(matcher.weight(of: "لحار") { $0 == "لحار" } == 0)
  }
}
