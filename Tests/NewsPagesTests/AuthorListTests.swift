import NewsCore
import NewsPages
import Testing

@Suite struct AuthorListTests {
  private func authors(_ bylines: [[String]]) -> AuthorList {
    let teasers = zip(PrintedSite().teasers(bylines.count), bylines).map { teaser, byline in
      var teaser = teaser
      teaser.byline = byline
      return teaser
    }
    return planSite(teasers, topics: PrintedSite().topics, site: PrintedSite().site).authors
  }

  @Test func spellingsOfOneNameAreOneAuthorUnderTheOldest() {
    let list = authors([["أحمد علي"], ["احمد  علي"], ["أحمد علي", "ليلى"]])
    #expect(list.authors.map(\.name) == ["أحمد علي", "ليلى"])
    #expect(list.authors.map(\.stories) == [[0, 1, 2], [2]])
    #expect(list.index(named: "أَحمد علي") == 0)
  }

  @Test func aNameWithoutLettersHasNoPage() {
    let list = authors([["***"], [""], ["../../etc"], ["<script>"]])
    #expect(list.authors.map(\.slug) == ["etc", "script"])
    #expect(list.index(named: "***") == nil)
  }

  @Test func twoNamesNeverShareAnAddress() {
    let list = authors([["C++"], ["C#"], ["C 1"], ["C-1"]])
    #expect(Set(list.authors.map(\.slug)).count == list.authors.count)
  }

  @Test func oneNameTwiceInABylineIsOneStory() {
    #expect(authors([["أحمد علي", "احمد علي"], ["ليلى", "ليلى"]]).authors.map(\.stories) == [[0], [1]])
  }

  @Test func aNameOfAnyLengthHasAnAddressThatFileSystemsTake() {
    let name = Array(repeating: "عبد الرحمن", count: 40).joined(separator: " ")
    let list = authors([[name]])
    #expect(list.authors.map(\.name) == [name] && list.authors.allSatisfy { (1...84).contains($0.slug.utf8.count) })
  }
}
