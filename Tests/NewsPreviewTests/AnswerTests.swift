import Foundation
import NewsCore
import Testing

@testable import NewsPreview

/// What a good host of files answers, and nothing else.
@Suite struct AnswerTests {
  private let story = "2026/01/15/خبر-عاجل/"

  private func site(basePath: String = "", more: [String: String] = [:]) throws -> ServedFolder {
    var files = [
      "index.html": "<html><head><title>ص</title></head><body>الأولى</body></html>",
      "\(story)index.html": "<html><head></head><body>خبر</body></html>",
      "404.html": "<html><head></head><body>لا شيء هنا</body></html>", "assets/site.css": "0123456789",
      "feed.xml": "<rss/>",
      "photo.JPG": "jpeg", "_headers": "/*\n  X-Robots-Tag: noindex\n/feed.xml\n  Content-Type: application/rss+xml\n",
      "_redirects": "/old/ /new/ 301\n/%D9%82%D8%AF%D9%8A%D9%85 https://news.example/x 302\n",
      ".htaccess": "secret", ".warraq/build.json": "secret", ".well-known/security.txt": "Contact: x",
    ]
    for (path, text) in more { files[path] = text }
    return try ServedFolder(files, basePath: basePath)
  }

  @Test func aFoldersAddressShowsItsIndexWithTheScriptAndTheFileStaysAsItIs() throws {
    let site = try site()
    let answer = try site.ask("/")
    #expect(answer.status == 200 && answer["Content-Type"] == "text/html; charset=utf-8")
    #expect(
      answer.text.contains("الأولى") && answer.text.contains("<script src=\"/.warraq/reload.js\" defer data-page=\"")
    )
    #expect(answer.text.hasSuffix("</script></head><body>الأولى</body></html>"))
    #expect(!String(decoding: try Files.read("\(site.folder)/index.html"), as: UTF8.self).contains("script"))
  }

  @Test(arguments: [
    "خبر-عاجل", "%D8%AE%D8%A8%D8%B1-%D8%B9%D8%A7%D8%AC%D9%84", "%d8%ae%d8%a8%d8%b1-%D8%B9%D8%A7%D8%AC%D9%84",
  ])
  func arabicAddressesAreOneHoweverTheyAreWritten(name: String) throws {
    #expect(try site().ask("/2026/01/15/\(name)/").text.contains("خبر"))
  }

  @Test(arguments: ["/2026/01/15/%D8%AE%D8%A8%D8%B1-%D8%B9%D8%A7%D8%AC%D9%84", "/2026", "/assets?x=1"])
  func aFolderWithoutItsSlashLeadsOnToTheOneWithIt(path: String) throws {
    let answer = try site().ask(path)
    let parts = path.split(separator: "?")
    #expect(answer.status == 301)
    #expect(answer["Location"] == parts[0] + "/" + (parts.count > 1 ? "?\(parts[1])" : ""))
  }

  @Test(arguments: ["/nothing", "/nothing/", "/assets/", "/assets/site.css/", "/2026/", "/index.html/x"])
  func whatIsNotThereGetsTheSitesOwnPageWithItsStatus(path: String) throws {
    let answer = try site().ask(path)
    #expect(answer.status == 404 && answer.text.contains("لا شيء هنا") && answer.text.contains("data-missing"))
    #expect(answer["X-Robots-Tag"] == "noindex")
  }

  @Test(arguments: [
    "/../site.yaml", "/assets/../../site.yaml", "/%2e%2e/site.yaml", "/%2E%2e%2fsite.yaml", "/..%5csite.yaml", "/a\\b",
    "//etc/passwd", "/./index.html", "/assets//site.css", "/%00", "/index.html%00.css", "/%", "/%4", "/%zz", "/%ff",
    "/%C0%AE%C0%AE/site.yaml", "/%0d%0aX:%20y", "/assets%2fsite.css",
  ])
  func aPathThatCouldMeanAnythingElseIsRefused(path: String) throws {
    let answer = try site().ask(path)
    #expect(answer.status == 400 && !answer.text.contains("secret"))
  }

  @Test(arguments: [
    "/%252e%252e/site.yaml", "/.warraq/build.json", "/.htaccess", "/_headers", "/_redirects", "/.WARRAQ/x",
    "/.%77arraq/build.json",
  ])
  func whatIsForTheHostAloneAndWhatIsEncodedTwiceIsNotThere(path: String) throws {
    let answer = try site().ask(path)
    #expect(answer.status == 404 && !answer.text.contains("secret"))
  }

  @Test func filesThatAnyoneMaySeeBelowADotAreThere() throws {
    #expect(try site().ask("/.well-known/security.txt").status == 200)
  }

  @Test func linksThatLeadOutOfTheFolderAreNotFollowed() throws {
    let site = try site()
    let outside = "\(site.root)/outside"
    try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: true)
    try Data("secret".utf8).write(to: URL(fileURLWithPath: "\(outside)/index.html"))
    try FileManager.default.createSymbolicLink(atPath: "\(site.folder)/door", withDestinationPath: outside)
    try FileManager.default.createSymbolicLink(
      atPath: "\(site.folder)/key.txt",
      withDestinationPath: "\(outside)/index.html"
    )
    try FileManager.default.createSymbolicLink(atPath: "\(site.folder)/notes", withDestinationPath: ".warraq")
    try FileManager.default.createSymbolicLink(
      atPath: "\(site.folder)/same.css",
      withDestinationPath: "assets/site.css"
    )
    for path in ["/door", "/door/", "/door/index.html", "/key.txt", "/notes/build.json"] {
      #expect(try site.ask(path).status == 404, "\(path)")
    }
    #expect(try site.ask("/same.css").text == "0123456789")
  }

  @Test func aPipeIsNeverWaitedFor() throws {
    let site = try site()
    #expect(mkfifo("\(site.folder)/pipe", 0o600) == 0)
    #expect(try site.ask("/pipe").status == 404)
  }

  @Test func aNameIsFoundInEitherNormalForm() throws {
    let (nfc, nfd) = ("\u{622}خر.txt", "\u{627}\u{653}خر.txt")
    let both = try ServedFolder(["a/\(nfc)": "nfc", "b/\(nfd)": "nfd"])
    for folder in ["a", "b"] {
      #expect(try both.ask("/\(folder)/\(encodePath(nfc))").status == 200)
      #expect(try both.ask("/\(folder)/\(encodePath(nfd))").status == 200)
    }
  }

  @Test func whatHasMovedLeadsOn() throws {
    let site = try site()
    #expect(try site.ask("/old/")["Location"] == "/new/" && site.ask("/old/").status == 301)
    #expect(try site.ask("/old?a=b")["Location"] == "/new/?a=b")
    #expect(try site.ask("/%D9%82%D8%AF%D9%8A%D9%85").status == 302)
    // Else a browser would go there for ever, whatever stands there later.
    #expect(try site.ask("/old/")["Cache-Control"] == "no-store")
  }

  @Test func mediaTypesComeWithTheirCharacterSetAndTheSitesOwnGoFirst() throws {
    let site = try site()
    #expect(try site.ask("/assets/site.css")["Content-Type"] == "text/css; charset=utf-8")
    #expect(try site.ask("/photo.JPG")["Content-Type"] == "image/jpeg")
    #expect(try site.ask("/feed.xml")["Content-Type"] == "application/rss+xml")
  }

  @Test func aFileThatTheClientHasIsNotSentAgain() throws {
    let site = try site()
    for path in ["/assets/site.css", "/"] {
      let tag = try #require(try site.ask(path)["ETag"])
      #expect(tag.hasPrefix("\"") && tag.count == 34)
      for known in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
        let answer = try site.ask(path, "If-None-Match: \(known)")
        #expect(answer.status == 304 && answer.body.isEmpty && answer["ETag"] == tag)
      }
      #expect(try site.ask(path, "If-None-Match: \"x\"").status == 200)
    }
  }

  @Test func aPagesValidatorIsAnotherWhereItGetsARibbon() throws {
    let site = try site()
    let before = try site.ask("/")["ETag"]
    site.served.ribbons["index.html"] = Ribbon(kind: "draft", words: "مسودة \"<")
    let answer = try site.ask("/")
    #expect(answer["ETag"] != before)
    #expect(answer.text.contains("data-ribbon=\"draft\" data-words=\"مسودة &quot;&lt;\""))
  }

  @Test(
    arguments: [
      ("bytes=0-3", 206, "0123", "bytes 0-3/10"), ("bytes=4-", 206, "456789", "bytes 4-9/10"),
      ("bytes=-2", 206, "89", "bytes 8-9/10"), ("bytes=-99", 206, "0123456789", "bytes 0-9/10"),
      ("bytes=8-99999999999999999999", 206, "89", "bytes 8-9/10"), ("bytes=9-9", 206, "9", "bytes 9-9/10"),
      ("bytes=10-", 416, "", "bytes */10"), ("bytes=-0", 416, "", "bytes */10"),
      ("bytes=99999999999999999999-", 416, "", "bytes */10"), ("bytes=0-1,3-4", 200, "0123456789", nil),
      ("bytes=5-2", 200, "0123456789", nil), ("bytes=-", 200, "0123456789", nil), ("lines=0-1", 200, "0123456789", nil),
      ("bytes=a-b", 200, "0123456789", nil),
    ] as [(String, Int, String, String?)]
  )
  func aPartIsSentWhereOneIsAskedFor(range: String, status: Int, text: String, place: String?) throws {
    let answer = try site().ask("/assets/site.css", "Range: \(range)")
    #expect(answer.status == status && answer["Content-Range"] == place)
    if status != 416 { #expect(answer.text == text) }
  }

  @Test func ofALargeFileOnlyThePartThatIsAskedForIsRead() throws {
    let site = try site()
    let path = "\(site.folder)/film.mp4"
    try Data().write(to: URL(fileURLWithPath: path))
    // A hole: a machine that read all of it would have no room for it.
    let size = 1 << 40
    #expect(truncate(path, off_t(size)) == 0)
    let answer = try site.ask("/film.mp4", "Range: bytes=-3")
    #expect(answer.status == 206 && answer.body == [0, 0, 0])
    #expect(answer["Content-Range"] == "bytes \(size - 3)-\(size - 1)/\(size)")
    let head = try site.ask("/film.mp4", method: "HEAD").bytes(isHead: true, keepsAlive: true)
    #expect(String(decoding: head, as: UTF8.self).contains("Content-Length: \(size)\r\n"))
    let tag = try #require(answer["ETag"])
    #expect(try site.ask("/film.mp4", "If-None-Match: \(tag)").status == 304)
  }

  @Test func aFileThatWasWrittenAnewIsAnotherVersionAndAnEmptyOneHasNoParts() throws {
    let site = try site(more: ["empty.txt": ""])
    let tag = try #require(try site.ask("/assets/site.css")["ETag"])
    let path = "\(site.folder)/assets/site.css"
    try Files.replace(path, with: Array("9876543210".utf8), temporary: "\(path).tmp")
    #expect(try site.ask("/assets/site.css", "If-None-Match: \(tag)").text == "9876543210")
    #expect(try site.ask("/empty.txt").status == 200 && site.ask("/empty.txt").body.isEmpty)
    #expect(try site.ask("/empty.txt", "Range: bytes=0-").status == 416)
  }

  @Test func aPartOfAnotherVersionIsNotSent() throws {
    let site = try site()
    let tag = try #require(try site.ask("/assets/site.css")["ETag"])
    #expect(try site.ask("/assets/site.css", "Range: bytes=0-1", "If-Range: \(tag)").status == 206)
    #expect(try site.ask("/assets/site.css", "Range: bytes=0-1", "If-Range: \"old\"").status == 200)
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get", "PROPFIND"])
  func onlyGetAndHeadAreAnswered(method: String) throws {
    let answer = try site().ask("/", method: method)
    #expect(answer.status == 405 && answer["Allow"] == "GET, HEAD")
  }

  @Test func headSaysHowLongTheBodyIsAndLeavesItOut() throws {
    let answer = try site().ask("/assets/site.css", method: "HEAD")
    let text = String(decoding: answer.bytes(isHead: true, keepsAlive: true), as: UTF8.self)
    #expect(text.contains("Content-Length: 10\r\n") && text.hasSuffix("\r\n\r\n"))
  }

  @Test(arguments: [
    ("localhost", true), ("LOCALHOST:1", true), ("127.0.0.1:8000", true), ("[::1]:8000", true), ("evil.example", false),
    ("localhost.evil.example", false), ("127.0.0.1.evil.example:8000", false), ("192.168.1.2", false), ("", false),
    ("[::1", false), ("localhost:80:80", false), ("localhost@evil.example", false),
  ])
  func onlyItsOwnNamesAreAnswered(host: String, isAnswered: Bool) throws {
    let request = try Request(head: Array("GET / HTTP/1.1\r\nHost: \(host)".utf8))
    let site = try site()
    #expect(answer(request, from: site.served).status == (isAnswered ? 200 : 421))
    withExtendedLifetime(site) {}
  }

  @Test func openToOthersItAnswersToNumbersAndToNoName() {
    #expect(HostRule.numbers.admits("192.168.1.2:8000") && HostRule.numbers.admits("[fe80::1]"))
    #expect(!HostRule.numbers.admits("evil.example") && !HostRule.numbers.admits("1.2.3.4.example"))
  }

  @Test func aSiteBelowAPathIsServedThere() throws {
    let site = try site(basePath: "/عربي/news")
    let base = "/\(encodePath("عربي"))/news/"
    #expect(try site.ask("/")["Location"] == base && site.ask("/%D8%B9%D8%B1%D8%A8%D9%8A/news")["Location"] == base)
    #expect(try site.ask(base).text.contains("الأولى"))
    #expect(try site.ask(base + "assets")["Location"] == base + "assets/")
    #expect(try site.ask("/assets/site.css").status == 404)
    #expect(site.served.address(ofFile: "\(story)index.html") == base + encodePath(story))
  }

  @Test func securityHeadersHoldButForWhatThePreviewNeeds() throws {
    let policy = "default-src 'none'; script-src 'self'; frame-ancestors 'none'"
    let headers =
      "/*\n  Content-Security-Policy: \(policy)\n  Strict-Transport-Security: max-age=1\n/assets/*\n  Cache-Control: immutable\n"
    let site = try site(more: ["_headers": headers])
    let answer = try site.ask("/assets/site.css")
    #expect(answer["Content-Security-Policy"] == "default-src 'none'; script-src 'self'; frame-ancestors 'self'")
    #expect(answer["Strict-Transport-Security"] == nil && answer["Cache-Control"] == "no-cache")
  }

  @Test func beforeTheFirstBuildThereIsAPageThatWaits() throws {
    let site = try ServedFolder()
    site.served.isBuilt = false
    let answer = try site.ask("/2026/")
    #expect(answer.status == 503 && answer.text.contains("/.warraq/reload.js"))
  }

  @Test func aLinkThatStandsTwiceIsMarkedOnce() throws {
    let link = "<a href=\"/2026/01/15/b/\">ب</a>"
    let page = "<html><head></head><body>\(link)\(link)<a href=\"/2026/01/15/c/\">ج</a></body></html>"
    let site = try site(more: ["list/index.html": page])
    site.served.ribbons["2026/01/15/b/index.html"] = Ribbon(kind: "draft", words: "م", badge: "مسودة")
    #expect(try site.ask("/list/").text.contains("data-unreleased=\"/2026/01/15/b/\nمسودة\n\""))
  }

  @Test func theLaterRuleForAFieldStandsAlone() throws {
    let headers = "/*\n  X-Robots-Tag: noindex\n/feed.xml\n  X-Robots-Tag: none\n"
    let answer = try site(more: ["_headers": headers]).ask("/feed.xml")
    #expect(answer.fields.filter { $0.name == "X-Robots-Tag" }.map(\.value) == ["none"])
  }
}
