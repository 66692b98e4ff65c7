import Foundation
import NewsBuild
import NewsCore
import TestSupport
import Testing

/// What pages say to machines, on whole sites.
@Suite struct MachineHeadTests {
  func build(_ site: TestSite, drafts: Bool = false) async throws -> [String: String] {
    var options = BuildOptions(now: 1_795_500_000)
    options.drafts = drafts
    _ = try await buildSite(site.folder, options: options)
    return try site.snapshot()
  }

  private func data(_ page: String?) throws -> [[String: Any]] {
    let page = try #require(page)
    let start = try #require(page.firstRange(of: "<script type=\"application/ld+json\">"))
    let end = try #require(page[start.upperBound...].firstRange(of: "</script>"))
    let json = try JSONSerialization.jsonObject(with: Data(page[start.upperBound..<end.lowerBound].utf8))
    return try #require((json as? [String: Any])?["@graph"] as? [[String: Any]])
  }

  @Test(arguments: [
    ("report", "ReportageNewsArticle"), ("opinion", "OpinionNewsArticle"), ("analysis", "AnalysisNewsArticle"),
    ("interview", "NewsArticle"), ("news", "NewsArticle"),
  ])
  func aStoryIsAnArticleOfItsKind(_ kind: String, _ type: String) async throws {
    let site = try TestSite()
    try site.writeStory(
      "a.md",
      title: "خبر",
      date: "2026-01-15T08:00+03:00",
      more: "kind: \(kind)\nupdated: 2026-01-16\nbyline: [سالم]\ntopics: [سوريا]\nsources: [سانا]\n",
      body: "نص."
    )
    let article = try #require(try data(await build(site)["2026/01/15/a/index.html"]).first)
    #expect(article["@type"] as? String == type)
    #expect(article["datePublished"] as? String == "2026-01-15T08:00:00+03:00")
    #expect(article["dateModified"] as? String == "2026-01-16T00:00:00+03:00")
    #expect((article["author"] as? [[String: Any]])?.first?["name"] as? String == "سالم")
    #expect((article["publisher"] as? [String: Any])?["@type"] as? String == "NewsMediaOrganization")
    #expect(article["keywords"] as? [String] == ["سوريا"] && article["citation"] as? [String] == ["سانا"])
  }

  @Test func theWayToAStoryEndsAtTheStory() async throws {
    let site = try TestSite()
    try site.writeStory("a.md", title: "خبر", more: "topics: [سوريا]\n", body: "نص.")
    let path = try #require(try data(await build(site)["2026/01/15/a/index.html"]).last)
    let steps = try #require(path["itemListElement"] as? [[String: Any]])
    #expect(steps.map { $0["position"] as? Int } == [1, 2, 3])
    #expect(steps.first?["item"] as? String == "https://news.example/")
    #expect(steps.last?["name"] as? String == "خبر" && steps.last?["item"] == nil)
  }

  @Test func theWayGoesThroughTheTopicsAboveInTheFolderOfTheSite() async throws {
    let topics = "topics:\n  - name: اقتصاد\n  - name: مصارف\n    parent: اقتصاد\n"
    let settings = TestSite.settings.replacing("https://news.example", with: "https://news.example/arabic")
    let site = try TestSite(settings: settings, topics: topics)
    try site.writeStory("a.md", title: "خبر", more: "topics: [مصارف]\n", body: "نص.")
    let path = try #require(try data(await build(site)["2026/01/15/a/index.html"]).last)
    let steps = try #require(path["itemListElement"] as? [[String: Any]])
    #expect(steps.map { $0["name"] as? String } == ["الرئيسية", "اقتصاد", "مصارف", "خبر"])
    let topic = "https://news.example/arabic/topics/%D8%A7%D9%82%D8%AA%D8%B5%D8%A7%D8%AF/"
    #expect(steps.prefix(2).map { $0["item"] as? String } == ["https://news.example/arabic/", topic])
  }

  @Test func aStoryIsFreeAndItsDesksAreNoPeople() async throws {
    let site = try TestSite()
    let correction = "corrections:\n  - date: 2026-02-03\n    text: الصواب كذا.\n"
    let more = "byline: [سانا, ليلى, صحيفة الاختبار]\nsources: [سانا]\n\(correction)"
    try site.writeStory("a.md", title: "خبر", more: more, body: "نص.")
    let article = try #require(try data(await build(site)["2026/01/15/a/index.html"]).first)
    #expect(article["isAccessibleForFree"] as? Bool == true)
    let authors = try #require(article["author"] as? [[String: Any]])
    #expect(authors.map { $0["@type"] as? String } == ["Organization", "Person", "Organization"])
    let corrections = try #require(article["correction"] as? [[String: Any]])
    #expect(corrections.first?["datePublished"] as? String == "2026-02-03T00:00:00+03:00")
    #expect(article["dateModified"] as? String == "2026-02-03T00:00:00+03:00")
  }

  @Test func translationsWithoutOneInTheSitesLanguageFallBackToTheOldest() async throws {
    let site = try TestSite()
    try site.writeStory("a.md", title: "News", more: "id: \"7\"\nlang: en-gb\n", body: "Text.")
    try site.writeStory("b.md", title: "خبر", date: "2026-01-16", more: "id: \"7\"\nlang: fa\n", body: "متن.")
    let page = try #require(try await build(site)["2026/01/16/b/index.html"])
    #expect(page.contains("hreflang=\"x-default\" href=\"https://news.example/2026/01/15/a/\""))
    #expect(page.contains("<meta property=\"og:locale\" content=\"fa\">"))
    #expect(page.components(separatedBy: "og:locale:alternate\" content=\"en_GB\"").count == 2)
    #expect(page.components(separatedBy: "og:locale:alternate").count == 2)
  }

  @Test func aPageWithoutAnAddressIsKeptFromSearchEngines() async throws {
    let files = try await build(TestSite())
    #expect(files["404.html"]?.contains("<meta name=\"robots\" content=\"noindex\">") == true)
    #expect(files["index.html"]?.contains("<meta name=\"robots\" content=\"max-image-preview:large\">") == true)
  }

  @Test(arguments: [("ليلى", "الصورة: ليلى"), ("\"رسم: ليلى\"", "رسم: ليلى")])
  func aCreditSaysOnceWhatTheWorkIs(_ credit: String, _ text: String) async throws {
    let site = try TestSite()
    try site.writeStory("a.md", title: "خبر", more: "image:\n  credit: \(credit)\n", body: "نص.")
    let page = try #require(try await build(site)["2026/01/15/a/index.html"])
    #expect(page.contains("<p class=\"credit\" lang=\"ar-SY\" dir=\"rtl\">\(text)</p>"))
  }

  @Test func theHomePageNamesThePublisher() async throws {
    let things = try data(await build(TestSite())["index.html"])
    #expect(things.map { $0["@type"] as? String } == ["NewsMediaOrganization", "WebSite"])
  }

  // B-M5.
  @Test func theHomePageSaysWhatTheNewsroomPromises() async throws {
    let site = try TestSite()
    #expect(
      try data(await build(site)["index.html"])[0]["correctionsPolicy"] as? String
        == "https://news.example/corrections/"
    )
    try site.write("\(SiteFolder.pages)/أخلاق.md", "---\ntitle: أخلاقيات\npolicy: ethics\n---\n\nنص.\n")
    try site.write("\(SiteFolder.pages)/we.md", "---\ntitle: التصحيح\npolicy: corrections\nmenu: off\n---\n\nنص.\n")
    let newsroom = try data(await build(site)["index.html"])[0]
    #expect(newsroom["ethicsPolicy"] as? String == "https://news.example/%D8%A3%D8%AE%D9%84%D8%A7%D9%82/")
    #expect(newsroom["correctionsPolicy"] as? String == "https://news.example/we/")
    #expect(newsroom["masthead"] == nil)
  }

  @Test func ofTwoPagesWithOnePolicyTheFirstInTheMenuStatesIt() async throws {
    let site = try TestSite()
    for (name, order) in [("a", 3), ("b", 1), ("c", 2)] {
      let lines = "title: أخلاقيات \(name)\npolicy: ethics\norder: \(order)"
      try site.write("\(SiteFolder.pages)/\(name).md", "---\n\(lines)\n---\n\nنص.\n")
    }
    #expect(try data(await build(site)["index.html"])[0]["ethicsPolicy"] as? String == "https://news.example/b/")
  }

  @Test func peoplePlacesAndSeriesAreToldApart() async throws {
    let site = try TestSite(
      topics: "topics:\n  - name: ليلى\n    kind: person\n  - name: دمشق\n    kind: place\n  - name: اقتصاد\n"
    )
    try site.writeStory("a.md", title: "خبر", more: "topics: [ليلى, دمشق, اقتصاد]\nseries: طريق الحرير\n", body: "نص.")
    let page = try #require(try await build(site)["2026/01/15/a/index.html"])
    let article = try #require(try data(page).first)
    let people = try #require(article["mentions"] as? [[String: Any]])
    #expect(people.map { "\($0["@type"] ?? "") \($0["name"] ?? "")" } == ["Person ليلى"])
    let places = try #require(article["contentLocation"] as? [[String: Any]])
    #expect(places.first?["@type"] as? String == "Place" && places.count == 1)
    #expect((article["isPartOf"] as? [String: Any])?["name"] as? String == "طريق الحرير")
    #expect(page.contains("<p class=\"series\">سلسلة: <a href=\"/topics/طريق-الحرير/\">طريق الحرير</a></p>"))
    #expect(site.exists("Output/topics/طريق-الحرير/index.html"))
  }

  @Test(arguments: [
    ("label: urgent", "label-urgent", "عاجل", "NewsArticle"),
    ("kind: opinion", "label-opinion", "رأي", "OpinionNewsArticle"),
    ("kind: opinion\nlabel: exclusive", "label-exclusive", "خاص", "OpinionNewsArticle"),
    ("label: sponsored", "label-sponsored", "مادة مدفوعة", "AdvertiserContentArticle"),
  ])
  func aLabelStandsBeforeTheHeadlineWhereverItIs(_ line: String, _ kind: String, _ word: String, _ type: String)
    async throws
  {
    let site = try TestSite()
    try site.writeStory("a.md", title: "خبر", more: "\(line)\n", body: "نص.")
    let files = try await build(site)
    let label = "<p class=\"label \(kind)\""
    for path in ["2026/01/15/a/index.html", "index.html", "latest/index.html"] {
      let page = try #require(files[path])
      let place = try #require(page.firstRange(of: label), "\(path)")
      #expect(page[place.upperBound...].prefix(60).contains(">\(word)</p>"), "\(path)")
    }
    #expect(try data(files["2026/01/15/a/index.html"])[0]["@type"] as? String == type)
    #expect(files["lite/2026/01/15/a/index.html"]?.contains("<b>\(word)</b>") == true)
  }

  @Test func anOrdinaryStoryHasNoLabel() async throws {
    let site = try TestSite()
    try site.writeStory("a.md", title: "خبر", more: "kind: report\n", body: "نص.")
    #expect(try await build(site).values.allSatisfy { !$0.contains("class=\"label") })
  }

  @Test func aSharedStoryHasACard() async throws {
    let site = try TestSite()
    try site.write("\(SiteFolder.images)/x.png", bytes: [0x89])
    try site.writeStory("a.md", title: "BBC خبر", more: "image:\n  file: x.png\n  alt: وصف\n", body: "نص.")
    let page = try #require(try await build(site)["2026/01/15/a/index.html"])
    for line in [
      "<meta property=\"og:type\" content=\"article\">", "<meta property=\"og:title\" content=\"\u{200F}BBC خبر\">",
      "<meta property=\"og:url\" content=\"https://news.example/2026/01/15/a/\">",
      "<meta property=\"og:locale\" content=\"ar_SY\">",
      "<meta property=\"og:image\" content=\"https://news.example/images/x.png\">",
      "<meta property=\"og:image:alt\" content=\"وصف\">",
      "<meta name=\"twitter:card\" content=\"summary_large_image\">",
      "<meta name=\"robots\" content=\"max-image-preview:large\">", "<title>BBC خبر – صحيفة الاختبار</title>",
    ] {
      #expect(page.contains(line), "\(line)")
    }
  }

  @Test func theDescriptionOfAPageIsShort() async throws {
    let site = try TestSite()
    try site.writeStory("a.md", title: "خبر", body: String(repeating: "كلمة وأخرى ", count: 60))
    let page = try #require(try await build(site)["2026/01/15/a/index.html"])
    let start = try #require(page.firstRange(of: "<meta name=\"description\" content=\"")).upperBound
    let text = page[start...].prefix { $0 != "\"" }
    #expect((100...161).contains(text.count) && text.hasSuffix("…"))
  }

  @Test func aBuildWithDraftsIsKeptFromSearchEngines() async throws {
    let site = try TestSite()
    try site.writeStory("a.md", title: "خبر", body: "نص.")
    let files = try await build(site, drafts: true)
    #expect(files["robots.txt"] == "User-agent: *\nDisallow: /\n")
    for (path, page) in files where path.hasSuffix(".html") {
      #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"), "\(path)")
    }
  }

  @Test func translationsPointAtEachOther() async throws {
    let site = try TestSite()
    try site.writeStory("a.md", title: "خبر", more: "id: \"7\"\n", body: "نص.")
    try site.writeStory("b.md", title: "News", date: "2026-01-16", more: "id: \"7\"\nlang: en\n", body: "Text.")
    try site.writeStory("c.md", title: "خبر آخر", date: "2026-01-17", more: "id: \"7\"\n", body: "نص.")
    try site.writeStory("d.md", title: "خبر وحيد", more: "id: \"8\"\n", body: "نص.")
    let files = try await build(site)
    let links = """
      <link rel="alternate" hreflang="ar-SY" href="https://news.example/2026/01/15/a/">
      <link rel="alternate" hreflang="en" href="https://news.example/2026/01/16/b/">
      <link rel="alternate" hreflang="x-default" href="https://news.example/2026/01/15/a/">
      """
    #expect(files["2026/01/15/a/index.html"]?.contains(links) == true)
    #expect(files["2026/01/16/b/index.html"]?.contains(links) == true)
    #expect(files["2026/01/17/c/index.html"]?.contains("hreflang") == false)
    #expect(files["2026/01/15/d/index.html"]?.contains("hreflang") == false)
    #expect(files["sitemaps/2026-01.xml"]?.contains("hreflang=\"x-default\"") == true)
  }

  @Test func aTitleInTwoScriptsIsBareTextInAttributes() async throws {
    let files = try await build(TestSite(settings: "title: BBC عربي\nbase-url: https://news.example\n"))
    let home = try #require(files["index.html"])
    #expect(home.contains("<meta property=\"og:site_name\" content=\"BBC عربي\">"))
    #expect(home.contains("<bdi dir=\"ltr\">BBC</bdi> عربي</a></p>"))
    for (path, page) in files where path.hasSuffix(".html") { #expect(!page.contains("=\"<bdi"), "\(path)") }
  }

  @Test func theManifestSaysTheDirection() async throws {
    let text = try #require(try await build(TestSite())["manifest.webmanifest"])
    let manifest = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(manifest?["dir"] as? String == "rtl" && manifest?["lang"] as? String == "ar-SY")
    #expect((manifest?["icons"] as? [Any])?.count == 4)
  }

  @Test func aLanguageTagIsOneHoweverItIsWrittenAndTheSitesOwnIsForAllOthers() async throws {
    let site = try TestSite()
    try site.writeStory("a.md", title: "News", more: "id: \"7\"\nlang: en-GB\n", body: "Text.")
    try site.writeStory("b.md", title: "خبر", date: "2026-01-16", more: "id: \"7\"\n", body: "نص.")
    try site.writeStory("c.md", title: "Again", date: "2026-01-17", more: "id: \"7\"\nlang: EN-gb\n", body: "Text.")
    let files = try await build(site)
    let page = try #require(files["2026/01/16/b/index.html"])
    #expect(page.contains("hreflang=\"x-default\" href=\"https://news.example/2026/01/16/b/\""))
    #expect(page.components(separatedBy: "hreflang=").count == 4)
    #expect(files["2026/01/17/c/index.html"]?.contains("hreflang") == false)
  }

  @Test func theDescriptionOfATopicIsCutInItsHead() async throws {
    let long = String(repeating: "كلمة وأخرى ", count: 40)
    let site = try TestSite(topics: "topics:\n  - name: سوريا\n    description: \(long)\n")
    try site.writeStory("a.md", title: "خبر", more: "topics: [سوريا]\n", body: "نص.")
    let page = try #require(try await build(site)["topics/سوريا/index.html"])
    let start = try #require(page.firstRange(of: "<meta name=\"description\" content=\"")).upperBound
    #expect((100...161).contains(page[start...].prefix { $0 != "\"" }.count))
  }
}
