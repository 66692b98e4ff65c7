import NewsCore
import NewsImport

/// How well one role was found over the table: of the lines given it, how many rightly, and of those due, how many.
package struct RoleScore: Sendable {
  package var right = 0
  package var given = 0
  package var due = 0

  package var precision: Double { given == 0 ? 1 : Double(right) / Double(given) }
  package var recall: Double { due == 0 ? 1 : Double(right) / Double(due) }
}

/// The scores of every role over the table's lines.
package func roleScores(_ cases: [RoleCase]) -> [SourceLine.Role: RoleScore] {
  var scores: [SourceLine.Role: RoleScore] = [:]
  for example in cases {
    let lines = readArticles(example.bytes, file: "a.txt", path: "a.txt").flatMap { $0.article?.lines ?? [] }
    for (line, due) in zip(lines, example.roles) {
      scores[line.role, default: RoleScore()].given += 1
      guard let role = SourceLine.Role(rawValue: due) else { continue }
      scores[role, default: RoleScore()].due += 1
      if role == line.role { scores[role, default: RoleScore()].right += 1 }
    }
  }
  return scores
}
