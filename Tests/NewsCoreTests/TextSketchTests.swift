import NewsCore
import TestSupport
import Testing

@Suite struct TextSketchTests {
  private func text(_ seed: UInt64, words count: Int = 300) -> [String] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in "كلمة\(random.next(5000))" }
  }

  private func similarity(_ left: [String], _ right: [String]) -> Double {
    TextSketch(of: [left.joined(separator: " ")]).similarity(to: TextSketch(of: [right.joined(separator: " ")]))
  }

  @Test func aTextResemblesItselfHoweverItIsSpelled() {
    #expect(similarity(text(1), text(1)) == 1)
    let (one, two) = ("قال مسؤولٌ إنّ الأزمة انتهت في سوريا", "قال مسئول ان الازمه انتهت فى سوريا")
    #expect(TextSketch(of: [one]) == TextSketch(of: [two]))
  }

  @Test func aVersionWithAFewChangesResemblesTheFirst() {
    var version = text(1)
    for index in stride(from: 10, to: 300, by: 50) { version[index] = "غيره" }
    #expect(similarity(text(1), version) > 0.75)
    #expect(!TextSketch(of: text(1)).keys.allSatisfy { !TextSketch(of: version).keys.contains($0) })
  }

  @Test func otherStoriesDoNot() {
    for seed in 2..<40 { #expect(similarity(text(1), text(UInt64(seed))) < 0.1) }
  }

  @Test func shortTextsTellNothing() {
    #expect(!TextSketch(of: ["خبر عاجل من دمشق"]).isTelling)
    #expect(TextSketch(of: text(1)).isTelling)
    #expect(TextSketch(of: []).similarity(to: TextSketch(of: [])) == 0)
  }
}
