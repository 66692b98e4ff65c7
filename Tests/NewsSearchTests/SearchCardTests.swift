import ArabicText
import Testing

@testable import NewsSearch

struct SearchCardTests {
  private func card(_ title: String, _ address: String) -> SearchCard {
    SearchCard(
      SearchDocument(
        address: address,
        title: title,
        summary: "بداية الخبر",
        day: CivilDate(iso: "2016-09-05") ?? .epoch,
        language: "fa",
        topics: [SearchTopic(slug: "سوريا", name: "سوريا")],
        body: ""
      )
    )
  }

  @Test(arguments: [
    ("أوباما وبوتين: أزمتان", "2016/09/05/أوباما-وبوتين-أزمتان/", "=3"), ("A «B» c", "2016/09/05/a-b/", "=2"),
    ("خبر", "2016/09/05/خبر-2/", "=1-2"), ("خبر", "2016/09/05/other/", "2016/09/05/other/"),
    ("خبر", "elsewhere/", "elsewhere/"), ("=7", "=7/", "=7/"), ("", "2016/09/05//", "2016/09/05//"),
  ])
  func `an address that repeats day and title is short`(title: String, address: String, short: String) {
    let card = card(title, address)
    #expect(card.text.split(separator: "\t", omittingEmptySubsequences: false)[1] == short)
    if !address.hasPrefix("=") { #expect(SearchCard(card.text[...]) == card) }
  }

  @Test func `a card is one line of six fields whatever its texts hold`() {
    let hostile = card("a\tb\nc\u{0}d", "x\n\t/")
    #expect(hostile.text.split(separator: "\t", omittingEmptySubsequences: false).count == 6)
    #expect(!hostile.text.contains("\n"))
    #expect(SearchCard("a\tb"[...]) == nil)
  }
}
