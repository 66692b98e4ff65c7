import NewsCore
import TestSupport
import Testing

@testable import NewsImport

struct RoleScoresTests {
  @Test(arguments: SourceLine.Role.allCases)
  func everyRoleIsInTheTableAndFound(_ role: SourceLine.Role) throws {
    let score = try #require(roleScores(RoleCase.all)[role])
    #expect(score.due >= 3)
    #expect(score.precision == 1)
    #expect(score.recall == 1)
  }
}
