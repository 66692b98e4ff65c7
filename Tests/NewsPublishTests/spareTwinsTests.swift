import NewsCore
import Testing

@testable import NewsPublish

@Suite struct SpareTwinsTests {
  @Test func twinsDifferByCaseAlone() {
    let paths = ["about/index.html", "CAFÉ.html", "خبر/index.html"]
    let manifest = Manifest(release: "1", files: Dictionary(uniqueKeysWithValues: paths.map { ($0, .doubtful) }))
    let found = twins(of: ["About/index.html", "café.html", "خبر/page.html", "contact/index.html"], in: manifest)
    #expect(found == ["About/index.html": "about/index.html", "café.html": "CAFÉ.html"])
  }
}
