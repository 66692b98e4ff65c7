import Foundation
import NewsBuild
import NewsCore
import TestSupport
import Testing

/// Sources, agencies and photos of the archive as a story's page names them.
@Suite struct StoryNamesTests {
  private func build(_ site: TestSite, drafts: Bool = false) async throws -> [String: String] {
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

  // B-E1.
  @Test func aSourceWithAnAddressIsALinkAndACitation() async throws {
    let site = try TestSite()
    let more = "sources: [\"[الوزارة](https://gov.example/بيان?a=1&b=2)\", سانا]\n"
    try site.writeStory("a.md", title: "خبر", more: more, body: "نص.")
    let files = try await build(site)
    let page = try #require(files["2026/01/15/a/index.html"])
    let href = "https://gov.example/%D8%A8%D9%8A%D8%A7%D9%86?a=1&amp;b=2"
    #expect(
      page.contains("<li><a href=\"\(href)\" rel=\"external\">الوزارة</a></li>") && page.contains("<li>سانا</li>")
    )
    #expect(
      files["lite/2026/01/15/a/index.html"]?.contains("<a href=\"\(href)\" rel=\"external\"><bdi>الوزارة</bdi></a>")
        == true
    )
    let citations = try #require(try data(page)[0]["citation"] as? [Any])
    let work = try #require(citations.first as? [String: String])
    #expect(work == ["@type": "CreativeWork", "name": "الوزارة", "url": href.replacing("&amp;", with: "&")])
    #expect(citations.last as? String == "سانا")
  }

  @Test func agenciesAreNamedInTheLanguageOfTheStoryOnRequest() async throws {
    let more =
      "byline: [Reuters]\nsources: [AFP, Daily News]\nimage:\n  caption: تعليق\n  caption-credit: AP\n  credit: EPA/ALI OMAR\n"
    let site = try TestSite(settings: TestSite.settings + "agency-names: translated\n")
    try site.writeStory("a.md", title: "خبر", more: more, body: "نص.")
    try site.writeStory("b.md", title: "News", date: "2026-01-16", more: "lang: en\nbyline: [Reuters]\n", body: "Text.")
    let files = try await build(site)
    let page = try #require(files["2026/01/15/a/index.html"])
    #expect(page.contains("<a href=\"/authors/رويترز/\"><b>رويترز</b></a>") && page.contains("<li>أ ف ب</li>"))
    #expect(page.contains("تعليق (أ ب)") && page.contains("الصورة: إي بي أي / <bdi dir=\"ltr\">ALI OMAR</bdi>"))
    #expect(try data(page)[0]["citation"] as? [String] == ["أ ف ب", "Daily News"])
    #expect(files["2026/01/16/b/index.html"]?.contains("<b>") == true && files["authors/reuters/index.html"] != nil)
    try site.write(SiteFolder.settings, TestSite.settings)
    let written = try await build(site)["2026/01/15/a/index.html"]
    #expect(written?.contains("Reuters") == true && written?.contains("رويترز") == false)
  }

  @Test(arguments: [
    ("credit: رويترز", "صورة أرشيفية: رويترز"), ("credit: \"رسم: ليلى\"", "صورة أرشيفية: رسم: ليلى"),
    ("caption: تعليق", "صورة أرشيفية"), ("place: حلب", "صورة أرشيفية · حلب"),
  ])
  func aPhotoOfAnotherTimeSaysSo(_ line: String, _ text: String) async throws {
    let site = try TestSite()
    try site.write("\(SiteFolder.images)/a.png", bytes: [0x89])
    let image = "image:\n  file: a.png\n  alt: وصف\n  \(line)\n  file-photo: on\n"
    try site.writeStory("a.md", title: "خبر", more: image, body: "نص.")
    let page = try #require(try await build(site)["2026/01/15/a/index.html"])
    #expect(page.contains("<p class=\"credit\" lang=\"ar-SY\" dir=\"rtl\">\(text)</p>"))
  }

  @Test(arguments: [
    ("credit: رويترز\n  place: حلب\n  date: 2026-01-13", "الصورة: رويترز · حلب · "), ("place: حلب", "حلب"),
    ("date: 2026-01-13", ""), ("credit: Reuters\n  date: 2026-01-13T10:00+03:00", "الصورة: Reuters · "),
  ])
  func aPhotoSaysWhereAndWhenItWasTaken(_ lines: String, _ text: String) async throws {
    let site = try TestSite()
    try site.write("\(SiteFolder.images)/a.png", bytes: [0x89])
    let image = "image:\n  file: a.png\n  alt: وصف\n  \(lines)\n"
    try site.writeStory("a.md", title: "خبر", more: image, body: "نص.")
    let page = try #require(try await build(site)["2026/01/15/a/index.html"])
    let line = try #require(page.components(separatedBy: "<p class=\"credit\" lang=\"ar-SY\" dir=\"rtl\">").last)
    let plain = line.replacing("<bdi dir=\"ltr\">", with: "").replacing("</bdi>", with: "")
    #expect(plain.hasPrefix(lines.contains("date") ? "\(text)<time datetime=\"2026-01-13" : "\(text)</p>"))
    let photo = try #require((try data(page)[0]["image"] as? [[String: Any]])?.first)
    #expect((photo["contentLocation"] as? [String: String])?["name"] == (lines.contains("place") ? "حلب" : nil))
    #expect((photo["dateCreated"] as? String)?.prefix(10) == (lines.contains("date") ? "2026-01-13" : nil))
  }

  @Test func whatThePhotoFileSaysOfItsMakerIsForMachinesAndWhatItDemandsForTheEditor() async throws {
    let site = try TestSite()
    let fields: [(UInt8, String)] = [(40, "EMBARGO until 20 Jan"), (80, "Yahya Arhab"), (116, "© EPA")]
    try site.write("\(SiteFolder.images)/a.jpg", bytes: jpeg(fields))
    try site.writeStory("a.md", title: "خبر", more: "image:\n  file: a.jpg\n  alt: وصف\n", body: "نص.")
    for _ in 0..<2 {
      // The second build knows it from the index.
      let report = try await buildSite(site.folder, options: BuildOptions(now: 1_795_500_000))
      #expect(report.diagnostics.map(\.id) == ["photo-embargo"])
      try site.writeStory("b.md", title: "خبر آخر", body: "نص.")
    }
    let page = try site.snapshot()["2026/01/15/a/index.html"]
    let photo = try #require((try data(page)[0]["image"] as? [[String: Any]])?.first)
    #expect((photo["creator"] as? [String: String])?["name"] == "Yahya Arhab")
    #expect(photo["copyrightNotice"] as? String == "© EPA")
    // Another maker is another page, though the photo has as many bytes.
    try site.write("\(SiteFolder.images)/a.jpg", bytes: jpeg([(80, "Omar Arhab"), (116, "© EPA")]))
    #expect(try await build(site)["2026/01/15/a/index.html"]?.contains("Omar Arhab") == true)
  }

  @Test func instructionsInTheStoryAreReadAsWell() async throws {
    let site = try TestSite()
    let image = "image:\n  caption: تعليق\n  instructions: No Archiving; No Licensing. Mandatory credit\n"
    try site.writeStory("a.md", title: "خبر", more: image, body: "نص.")
    let report = try await buildSite(site.folder, options: BuildOptions(now: 1_795_500_000))
    #expect(report.diagnostics.map(\.id) == ["photo-credit", "photo-no-archive"])
    #expect(report.diagnostics.allSatisfy { $0.line == 4 && $0.severity == .warning })
    try site.writeStory("a.md", title: "خبر", more: image + "  credit: رويترز\n", body: "نص.")
    let next = try await buildSite(site.folder, options: BuildOptions(now: 1_795_500_000))
    #expect(next.diagnostics.map(\.id) == ["photo-no-archive"])
  }

  @Test func thePublisherIsNoPerson() async throws {
    let site = try TestSite(settings: TestSite.settings + "publisher: دار النشر\n")
    let names = "byline: [دار النشر, ليلى, رويترز]\nsources: [رويترز]\n"
    try site.writeStory("a.md", title: "خبر", more: names, body: "نص.")
    let authors = try data(try await build(site)["2026/01/15/a/index.html"])[0]["author"] as? [[String: Any]]
    #expect(authors?.map { $0["@type"] as? String } == ["Organization", "Person", "Organization"])
  }

  @Test(arguments: [("caption-credit: رويترز", "رويترز"), ("caption-credit: رويترز\n  credit: سالم", "سالم")])
  func aPhotoIsCreditedToWhoeverIsNamed(_ lines: String, _ credit: String) async throws {
    let site = try TestSite()
    try site.write("\(SiteFolder.images)/x.png", bytes: [0x89])
    let more = "image:\n  file: x.png\n  alt: جسر\n  caption: تعليق\n  \(lines)\n"
    try site.writeStory("a.md", title: "خبر", more: more, body: "نص.")
    let images = try data(try await build(site)["2026/01/15/a/index.html"])[0]["image"] as? [[String: Any]]
    #expect(images?.first?["creditText"] as? String == credit)
  }
}
