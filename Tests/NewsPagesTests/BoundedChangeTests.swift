import NewsCore
import NewsPages
import Testing

/// The law of the page shapes: one story more changes a number of pages that does not grow with the site.
@Suite struct BoundedChangeTests {
  private func changed(from count: Int, _ change: ([Teaser]) -> [Teaser]) throws -> Set<String> {
    let site = PrintedSite()
    let (before, after) = (try site.print(site.teasers(count)), try site.print(change(site.teasers(count))))
    return Set(after.filter { before[$0.key] != $0.value }.keys).union(Set(before.keys).subtracting(after.keys))
  }

  @Test(arguments: [60, 299, 300, 309, 310]) func aNewStoryChangesFewPages(_ count: Int) throws {
    let site = PrintedSite()
    let pages = try changed(from: count) { _ in site.teasers(count + 1) }
    // Itself, the story before it, the home page, one page of each list that it is on, and the index pages.
    #expect(pages.count <= 26, "\(pages.sorted())")
    #expect(pages.contains("index.html") && pages.contains("latest/index.html"))
  }

  @Test func aNewHeadlineChangesFewPages() throws {
    let pages = try changed(from: 300) { teasers in
      var teasers = teasers
      teasers[150].title = "عنوان آخر"
      return teasers
    }
    #expect(pages.count <= 26, "\(pages.sorted())")
  }

  @Test func theOrderInWhichStoriesAreHandedOverMakesNoDifference() throws {
    let site = PrintedSite()
    #expect(try site.print(site.teasers(120)) == site.print(site.teasers(120).reversed()))
  }
}
