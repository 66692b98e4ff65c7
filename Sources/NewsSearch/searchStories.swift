import ArabicText
import Foundation

/// A story that answers a query.
public struct SearchResult: Sendable, Hashable {
  /// The story's address, relative to the site's.
  public var address: String
  /// Its headline.
  public var title: String
  /// The day of its publication.
  public var day: CivilDate
  /// The name of its first topic, if it has one.
  public var topic: String?
  /// The text around the words that were found.
  public var snippet: String
}

/// What a query found.
public struct SearchAnswer: Sendable {
  /// The best stories, the best first.
  public var results: [SearchResult]
  /// How many stories there are in all.
  public var count: Int
  /// Whether no story has all the words, so that these have some of them.
  public var isPartial: Bool
}

extension SearchIndex {
  /// The best `limit` stories for a query: all its words, or as many as any story has; words in quotation marks as they
  /// are, together. `pageText` gives the text of a story's page by its address, for those phrases.
  public func search(
    _ query: String,
    limit: Int = 10,
    pageText: (String) -> String? = { _ in nil }
  ) throws(Trouble) -> SearchAnswer {
    let parsed = SearchQuery(query)
    var answers: [WordAnswer] = []
    for term in parsed.terms { answers.append(try answer(to: term)) }
    var ranked = rank(answers)
    let needed = answers.contains { !$0.isOptional } ? answers.filter { !$0.isOptional }.count : answers.count
    let full = ranked.filter { $0.count == needed }
    let isPartial = full.isEmpty && !ranked.isEmpty && parsed.phrases.isEmpty
    ranked = isPartial ? ranked.filter { $0.count > 0 } : full
    ranked.sort { ($0.count, $0.score, $0.story) > ($1.count, $1.score, $1.story) }
    var results: [SearchResult] = []
    var left = 0
    for place in parsed.phrases.isEmpty ? ranked.prefix(limit) : ranked.prefix(30) {
      guard let card = try card(place.story) else { continue }
      if holds(card, parsed.phrases, pageText) { results.append(result(card)) } else { left += 1 }
    }
    let count = parsed.phrases.isEmpty ? ranked.count : results.count
    return SearchAnswer(results: Array(results.prefix(limit)), count: count, isPartial: isPartial)
  }

  private struct WordAnswer {
    var scores: [Int: Double] = [:]
    var isOptional = false
  }

  private func answer(to term: SearchQuery.Term) throws(Trouble) -> WordAnswer {
    var answer = WordAnswer()
    let matcher = WordMatcher(term.word)
    for part in try parts(searchTails(of: term.word)) {
      let lists = Dictionary(part.forms.map { ($0.form, $0.list) }) { first, _ in first }
      let isProven = { (form: String) in (lists["ال\(form)"[...]]?.utf8.count ?? 0) > 1 }
      for (form, list) in part.forms {
        let weight = term.isExact ? (form == term.word ? 1 : 0) : matcher.weight(of: String(form), isProven: isProven)
        guard weight > 0 else { continue }
        if form == term.word, list.first == "!" { answer.isOptional = true }
        for value in part.values(form, list) {
          let story = part.first + Postings.story(value)
          answer.scores[story] = max(answer.scores[story] ?? 0, weight * Postings.field(value).weight)
        }
      }
    }
    return answer
  }

  private func rank(_ answers: [WordAnswer]) -> [(story: Int, count: Int, score: Double)] {
    let isAnyRequired = answers.contains { !$0.isOptional }
    var sums: [Int: (count: Int, score: Double)] = [:]
    for answer in answers {
      let rarity = log(1 + Double(head.count) / Double(answer.scores.count + 1)) + 0.1
      let counts = isAnyRequired && answer.isOptional ? 0 : 1
      for (story, score) in answer.scores {
        let sum = sums[story] ?? (0, 0)
        sums[story] = (sum.count + counts, sum.score + score * rarity)
      }
    }
    return sums.map { story, sum in
      (story, sum.count, sum.score * (1 + 0.3 * Double(story) / Double(head.count)))
    }
  }

  private func holds(_ card: SearchCard, _ phrases: [[String]], _ pageText: (String) -> String?) -> Bool {
    if phrases.isEmpty || SearchQuery.holds(card.title, phrases) || SearchQuery.holds(card.snippet, phrases) {
      return true
    }
    return pageText(card.address).map { SearchQuery.holds($0, phrases) } ?? false
  }

  private func result(_ card: SearchCard) -> SearchResult {
    let topic = head.topics.first { $0.first == card.topic }?.last
    return SearchResult(address: card.address, title: card.title, day: card.day, topic: topic, snippet: card.snippet)
  }
}
