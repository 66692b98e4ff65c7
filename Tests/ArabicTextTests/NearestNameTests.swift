import Testing

@testable import ArabicText

@Suite struct NearestNameTests {
  @Test(
    arguments: [
      ("titel", "title"), ("title", "title"), ("tite", "title"), ("xtitle", "title"), ("topcis", "topics"),
      ("publised-at", "published-at"), ("عنوانن", "عنوان"), ("body", "body"), ("bo", nil), ("x", nil), ("", nil),
      ("completely-other", nil),
    ] as [(String, String?)]
  )
  func findsTheWordThatWasMeant(_ word: String, _ name: String?) {
    #expect(nearestName(to: word, among: ["title", "topics", "published-at", "عنوان", "body"]) == name)
  }

  @Test func equallyNearNamesGoByOrder() {
    #expect(nearestName(to: "cat", among: ["hat", "bat"]) == "bat")
    #expect(nearestName(to: "cat", among: []) == nil)
  }

  @Test func aWordOfAMillionLettersCostsNothing() {
    #expect(nearestName(to: String(repeating: "a", count: 1_000_000), among: ["title"]) == nil)
  }
}
