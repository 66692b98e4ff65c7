import NewsCore
import TestSupport
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

  // A word may only be said in another form if it is a label, part of a date, a number, or stands in a field already.
  @Test func onlyLabelsDatesAndNumbersAreToldInAnotherForm() {
    var strangers: Set<String> = []
    for seed in 0..<UInt64(lawRounds / 2) {
      for read in readArticles(GeneratedArticle.bytes(seed: seed), file: "a.txt", path: "a.txt") {
        guard let article = read.article else { continue }
        let shown = Set(shownTexts(article, withTitle: true).flatMap { phraseWords($0) })
        for told in read.told where readDateLine(told) == nil {
          strangers.formUnion(phraseWords(told).filter { !shown.contains($0) && Int($0) == nil })
        }
      }
    }
    #expect(strangers.subtracting(Self.labels) == [])
  }

  private static let labels = Set(
    [
      "المصدر المصادر مصدر الخبر نقلا عن Source كتب كتبت بقلم By كلمات مفتاحية الوسوم Tags العنوان الفرعي التاريخ الموضوعات",
      "الكاتب Title Language Slug Kind الصورة شرح النص Author تصوير ar olive-season report هـ الموافق شوال أغسطس اغسطس م آخر تحديث رصد وتصوير",
    ].flatMap { phraseWords($0) }
  )

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

/// The words of a text in search form.
private func phraseWords(_ text: String) -> [String] { pieces(phrase(text)) }
