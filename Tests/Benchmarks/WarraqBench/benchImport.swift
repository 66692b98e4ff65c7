import ArabicText
import Foundation
import NewsCore
import NewsImport
import TestSupport

/// Raw articles of 3.5 KB to printed story files, on one core, without writing.
func benchImport() throws -> [Figure] {
  let corpus = Corpus(count: 500)
  let articles = (0..<500).map { Array(corpus.article($0).utf8) }
  let site = Site(title: "بنش", baseURL: "https://example.org")
  let time = Figure.nanoseconds(units: articles.count, rounds: 5) {
    articles.reduce(0) { sum, bytes in
      readArticles(bytes, file: "a.txt", path: "a.txt").reduce(sum) { sum, read in
        guard let article = read.article else { return sum }
        let made = makeStory(from: article, site: site, topics: nil, today: .epoch, fallbackSlug: "x")
        return sum + printStory(made.story).utf8.count
      }
    }
  }
  let size = articles.reduce(0) { $0 + $1.count } / articles.count
  return [
    Figure(
      work: "convert articles of \(size) bytes, one core",
      value: 1e9 / time,
      unit: "a second",
      goal: "≥ 5,000 a second"
    )
  ]
}

/// How well each role is found over the table of cases in `Tests/Golden/Import/roles.txt`.
func roleTable() throws -> String {
  let scores = roleScores(RoleCase.all)
  let lines = SourceLine.Role.allCases.compactMap { role -> String? in
    guard let score = scores[role] else { return nil }
    let (precision, recall) = (Int((score.precision * 100).rounded()), Int((score.recall * 100).rounded()))
    return "| \(role.rawValue) | \(score.due) | \(precision) % | \(recall) % |"
  }
  let head = ["| role (\(RoleCase.all.count) cases) | lines | precision | recall |", "|---|---|---|---|"]
  return (head + lines).joined(separator: "\n")
}
