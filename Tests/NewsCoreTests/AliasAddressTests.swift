import NewsCore
import TestSupport
import Testing

@Suite struct AliasAddressTests {
  @Test(arguments: [
    ("/2016/old-name/", "2016/old-name/"), ("2016/old-name", "2016/old-name/"), ("old/story.html", "old/story.html"),
    ("/old/index.html", "old/"), ("https://news.example/old/x", "old/x/"), ("/خبر-قديم/", "خبر-قديم/"),
    ("/%D8%AE%D8%A8%D8%B1/", "خبر/"), ("/story.php", "story.php/"), ("a.b/c", "a.b/c/"),
  ])
  func anAliasIsAnAddressOfTheSite(_ written: String, _ address: String) {
    #expect(aliasAddress(written, baseURL: "https://news.example") == address)
  }

  @Test(arguments: [
    "", "/", "//evil.example/x", "https://evil.example/x", "https://news.example.evil/x", "../x", "/a/../../x",
    "/x/./y", "/x//y", "/%2e%2e/x", "/x%2f..%2fy", "/.htaccess", "/_redirects", "/_headers", "/x\\y", "/?p=12", "/x#y",
    "/x\u{0}",
    "/x\n/y 301", "/x\u{202E}y", "/assets/site.css", "/lite/x", "/a/b", "/feed.xml", "/A:stream", "/x%",
    "/*", "/:splat", "javascript:alert(1)", "/x ", "/x.",
  ])
  func whatCouldLeadElsewhereIsNone(_ written: String) {
    #expect(aliasAddress(written, baseURL: "https://news.example") == nil)
  }

  @Test func noAliasLeavesItsFolder() {
    var maker = TextMaker(seed: 3)
    for _ in 0..<3000 {
      let written = (0..<4).map { _ in [maker.word(), "..", "/", "%2e", "%2F"][maker.number(below: 5)] }.joined()
      guard let address = aliasAddress(written, baseURL: "https://news.example") else { continue }
      let parts = address.split(separator: "/", omittingEmptySubsequences: false)
      #expect(!parts.dropLast().contains { $0.isEmpty || $0.hasPrefix(".") }, "\(written)")
      #expect(!address.hasPrefix("/") && !address.contains("\n") && !address.contains("\\"))
    }
  }
}
