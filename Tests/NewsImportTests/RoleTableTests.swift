import NewsCore
import TestSupport
import Testing

@testable import NewsImport

struct RoleTableTests {
  @Test func theTableIsLarge() { #expect(RoleCase.all.count >= 150) }

  @Test(arguments: RoleCase.all)
  func everyLineHasItsRole(_ example: RoleCase) throws {
    let all = readArticles(example.bytes, file: "a.txt", path: "Content/Articles/a.txt")
    let roles = all.flatMap { $0.article?.lines.map(\.role.rawValue) ?? [] }
    let length = example.lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
    #expect(Array(roles.prefix(length)) == Array(example.roles.prefix(length)))
  }

  @Test(arguments: RoleCase.all)
  func noWordIsLostOrGained(_ example: RoleCase) {
    let audit = auditArticle(example.bytes, file: "a.txt")
    #expect(audit.lost == [])
    #expect(audit.gained == [])
    #expect(audit.wordsIn == audit.wordsByRole.values.reduce(0, +))
  }
}
