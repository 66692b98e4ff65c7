import NewsCore
import Testing

@testable import NewsImport

struct SplitArticlesTests {
  private let first =
    "اتفاق على تقاسم مياه النهر\n\nأعلنت ثلاث دول متجاورة توقيع اتفاق لتقاسم مياه النهر في سنوات الجفاف."
  private let second =
    "موسم الزيتون يبدأ الأسبوع المقبل\n\nتفتح المعاصر أبوابها في منتصف الشهر المقبل لاستقبال أول المزارعين."

  private func headlines(_ text: String) -> [String] {
    readArticles(Array(text.utf8), file: "a.txt", path: "a.txt").compactMap { $0.article?.headline }
  }

  @Test(arguments: [
    "\n\nالمصدر: سانا\n---\n", "\n\nNNNN\n***\n\n", "\n\n==========\n\n", "\n\nانتهى\n\n----\n\n",
    " (رويترز)\n\n#####\n\n",
  ])
  func aRuleWithEvidencePartsTwoArticles(_ between: String) {
    #expect(headlines(first + between + second) == ["اتفاق على تقاسم مياه النهر", "موسم الزيتون يبدأ الأسبوع المقبل"])
  }

  @Test(arguments: ["\n----------\n", "\n\n----------\n", "\n\n"])
  func textWithoutEvidenceStaysOneArticle(_ between: String) {
    #expect(headlines(first + between + second).count == 1)
  }

  @Test func aDoubtfulRuleIsNoted() {
    let read = readArticles(Array("\(first)\n\n***\n\n\(second)".utf8), file: "a.txt", path: "a.txt")
    #expect(read.count == 1)
    #expect(read.first?.diagnostics.map(\.id) == ["weak-split"])
    #expect(read.first?.diagnostics.first?.line == 5)
  }

  @Test func lineNumbersAreThoseOfTheFile() {
    let read = readArticles(Array("\(first)\n\n==========\n\n\(second)".utf8), file: "a.txt", path: "a.txt")
    #expect(read.flatMap { $0.article?.lines.map(\.number) ?? [] } == Array(1...9))
  }
}
