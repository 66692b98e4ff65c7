import NewsCore
import Testing

@testable import NewsImport

struct ArticleAuditTests {
  @Test func noWordOfAnyGeneratedArticleIsLostOrGained() {
    let rounds = lawRounds / 2
    for seed in 0..<UInt64(rounds) {
      let bytes = GeneratedArticle.bytes(seed: seed)
      let audit = auditArticle(bytes, file: "a.txt")
      let counted = audit.wordsInStory + audit.wordsDropped + audit.wordsTold
      guard audit.lost.isEmpty, audit.gained.isEmpty, counted == audit.wordsIn,
        audit.wordsByRole.values.reduce(0, +) == audit.wordsIn
      else {
        Issue.record(
          "seed \(seed): lost \(audit.lost), gained \(audit.gained), \(counted) of \(audit.wordsIn)\n\(String(decoding: bytes, as: UTF8.self).debugDescription)"
        )
        return
      }
    }
  }

  @Test func everyRoleIsMetInGeneratedArticles() {
    var met: Set<SourceLine.Role> = [.blank]
    for seed in 0..<UInt64(600) {
      met.formUnion(auditArticle(GeneratedArticle.bytes(seed: seed), file: "a.txt").wordsByRole.keys)
    }
    #expect(Set(SourceLine.Role.allCases).subtracting(met) == [])
  }

  @Test func theSourceIsCountedIndependently() {
    let audit = auditArticle(Array("عنوان قصير\n\nنص من أربع كلمات.\n\nالمصدر: رويترز".utf8), file: "a.txt")
    #expect(audit.wordsIn == 8)
    #expect(audit.wordsByRole == [.headline: 2, .paragraph: 4, .source: 2])
    #expect((audit.wordsInStory, audit.wordsTold, audit.wordsDropped) == (7, 1, 0))
    #expect(audit.articles == 1)
  }
}
