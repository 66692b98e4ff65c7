import Foundation
import NewsCore
import NewsPages
import Testing

@Suite struct FeedTests {
  private func seed() throws -> MachineSite {
    var site = MachineSite()
    try site.add("خبر قديم", date: "2016-09-05")
    try site.add("BBC: خبر بوقته", date: "2026-11-24T08:05:09+03:00") { story in
      story.byline = ["سالم & ابنه"]
      story.changed = StoryDate(iso: "2026-11-24T09:00Z")
      story.photo = Photo(address: "images/صورة.png", width: 800, height: 600, bytes: 4711)
    }
    return site
  }

  @Test func rssSaysItsDatesInEnglishWithANumericZone() throws {
    let rss = try #require(try seed().files()["feed.xml"])
    #expect(
      try texts("pubDate", in: rss) == ["Tue, 24 Nov 2026 08:05:09 +0300", "Mon, 05 Sep 2016 00:00:00 +0300"]
    )
    #expect(try texts("lastBuildDate", in: rss) == ["Tue, 24 Nov 2026 09:00:00 +0000"])
    #expect(try texts("language", in: rss) == ["ar-sy"])
  }

  @Test func storiesKeepATagThatIsNoAddress() throws {
    let files = try seed().files()
    let slug = "%D8%AE%D8%A8%D8%B1-0"
    let tag = "tag:news.example,2016-09-05:/arabic/2016/09/05/\(slug)/"
    #expect(try texts("guid", in: #require(files["feed.xml"])).last == tag)
    #expect(files["feed.xml"]?.contains("<guid isPermaLink=\"false\">") == true)
    #expect(try texts("id", in: #require(files["atom.xml"])).last == tag)
    #expect(
      try texts("link", in: #require(files["feed.xml"])).last == "https://news.example/arabic/2016/09/05/\(slug)/"
    )
  }

  @Test func summariesSayTheirDirection() throws {
    let rss = try #require(try seed().files()["feed.xml"])
    #expect(try texts("description", in: rss).last == "<div dir=\"rtl\" lang=\"ar-SY\">ملخص 0</div>")
  }

  // A-B5, A-C7.
  @Test func noFileForMachinesTakesOverControlsAndTatweel() throws {
    var site = MachineSite()
    site.now = 1_796_000_000
    let title = "\u{202B}كتـــاب\u{202C} جديد"
    try site.add(title, date: "2026-11-24T08:00Z") {
      $0.summary = title; $0.byline = [title]
    }
    let files = try site.files()
    for (path, text) in files {
      #expect(!text.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || $0.value == 0x640 }, "\(path)")
    }
    for path in ["feed.xml", "atom.xml", "feed.json", "topics/سوريا/stories.json"] {
      #expect(files[path]?.contains("كتاب جديد") == true, "\(path)")
    }
  }

  @Test func aPhotoIsEnclosedWithItsTrueLength() throws {
    var site = try seed()
    let address = "https://news.example/arabic/images/%D8%B5%D9%88%D8%B1%D8%A9.png"
    let enclosure = "<enclosure url=\"\(address)\" length=\"4711\" type=\"image/png\"/>"
    let rss = try #require(site.files()["feed.xml"])
    #expect(rss.contains(enclosure) && rss.components(separatedBy: "<enclosure").count == 2)
    #expect(rss.contains("<media:content url=\"\(address)\" medium=\"image\" type=\"image/png\"/>"))
    site.stories[1].photo?.bytes = nil
    #expect(try site.files()["feed.xml"]?.contains("<enclosure") == false)
  }

  // B-S5.
  @Test func atomHasItsContentAsHTMLAndItsSummaryAsText() throws {
    let atom = try #require(try seed().files()["atom.xml"])
    let image = "<p><img src=\"https://news.example/arabic/images/%D8%B5%D9%88%D8%B1%D8%A9.png\" alt=\"\"></p>"
    #expect(
      try texts("content", in: atom) == [
        "<div dir=\"rtl\" lang=\"ar-SY\">\(image)ملخص 1</div>", "<div dir=\"rtl\" lang=\"ar-SY\">ملخص 0</div>",
      ]
    )
    #expect(try texts("summary", in: atom) == ["ملخص 1", "ملخص 0"] && atom.contains("<content type=\"html\">"))
  }

  @Test func atomDatesAreThoseOfRFC3339() throws {
    let atom = try #require(try seed().files()["atom.xml"])
    #expect(try texts("published", in: atom) == ["2026-11-24T08:05:09+03:00", "2016-09-05T00:00:00+03:00"])
    #expect(
      try texts("updated", in: atom) == [
        "2026-11-24T09:00:00Z", "2026-11-24T09:00:00Z", "2016-09-05T00:00:00+03:00",
      ]
    )
    #expect(try texts("name", in: atom) == ["صحيفة & أخبار", "سالم & ابنه"])
  }

  @Test func jsonFeedSaysWhenAStoryCameAndWhenItChanged() throws {
    var site = try seed()
    try site.add("In English", date: "2026-11-24T10:00Z") { $0.language = "en" }
    let json = try JSONSerialization.jsonObject(with: Data(#require(site.files()["feed.json"]).utf8)) as? [String: Any]
    let items = try #require(json?["items"] as? [[String: Any]])
    #expect(items.map { $0["language"] as? String } == ["en", "ar-SY", "ar-SY"])
    #expect(items[1]["date_published"] as? String == "2026-11-24T08:05:09+03:00")
    #expect(items[1]["date_modified"] as? String == "2026-11-24T09:00:00Z")
    #expect(items[2]["date_modified"] as? String == "2016-09-05T00:00:00+03:00")
  }

  @Test func aChangeBeforeTheStoryCameIsNone() throws {
    var site = MachineSite()
    try site.add("خبر", date: "2026-11-24T08:00Z") { $0.changed = StoryDate(iso: "2026-11-20") }
    let atom = try #require(site.files()["atom.xml"])
    #expect(try texts("updated", in: atom) == ["2026-11-24T08:00:00Z", "2026-11-24T08:00:00Z"])
  }

  @Test func theFeedOfATopicIsNamedAfterItAndTheSite() throws {
    let files = try seed().files()
    #expect(try texts("title", in: #require(files["topics/سوريا/atom.xml"])).first == "سوريا <ش> – صحيفة & أخبار")
    #expect(try texts("title", in: #require(files["atom.xml"])).first == "صحيفة & أخبار")
  }

  // A-B6.
  @Test func aTitleThatBeginsWithLatinLettersIsMarkedUnlessTheSiteSaysNo() throws {
    var site = try seed()
    #expect(try texts("title", in: #require(site.files()["feed.xml"]))[2] == "\u{200F}BBC: خبر بوقته")
    #expect(try #require(site.files()["feed.json"]).contains("\"title\":\"\u{200F}BBC: خبر بوقته\""))
    site.site.machines.marksDirection = false
    #expect(try texts("title", in: #require(site.files()["feed.xml"]))[2] == "BBC: خبر بوقته")
  }

  @Test(arguments: [
    ("«BBC»: خبر", true), ("2026 خبر", false), ("خبر BBC", false), ("\u{200F}BBC خبر", false), ("…", false),
    ("Écrit خبر", true), ("«سانا»: x", false),
  ])
  func theFirstLetterDecidesWhetherATitleIsMarked(_ title: String, _ isMarked: Bool) throws {
    var site = MachineSite()
    try site.add(title, date: "2026-11-24")
    let expected = isMarked ? "\u{200F}\(title)" : title
    #expect(try texts("title", in: #require(site.files()["atom.xml"])).last == expected)
  }

  @Test func aStoryInEnglishRunsFromLeftToRight() throws {
    var site = MachineSite()
    try site.add("In English", date: "2026-11-24") { $0.language = "en" }
    let files = try site.files()
    #expect(try texts("title", in: #require(files["feed.xml"])).last == "In English")
    #expect(files["feed.xml"]?.contains("&lt;div dir=&quot;ltr&quot; lang=&quot;en&quot;&gt;") == true)
    #expect(files["atom.xml"]?.contains("<entry xml:lang=\"en\">") == true)
  }

  @Test func feedsHoldTheNewestThirtyAndAppsGetFifty() throws {
    var site = MachineSite()
    for number in 0..<60 { try site.add("خبر \(number)", date: "2026-01-15T00:00:\(number < 10 ? "0" : "")\(number)Z") }
    let files = try site.files()
    for name in ["feed.xml", "topics/سوريا/feed.xml"] {
      let titles = try texts("guid", in: #require(files[name]))
      #expect(titles.count == 30 && titles.first?.hasSuffix("-59/") == true)
    }
    let list = try JSONSerialization.jsonObject(with: Data(#require(files["topics/سوريا/stories.json"]).utf8))
    let stories = try #require((list as? [String: Any])?["stories"] as? [[String: Any]])
    #expect(stories.count == 50 && stories.first?["title"] as? String == "خبر 59")
    #expect(stories.first?["date"] as? String == "2026-01-15T00:00:59Z")
  }

  @Test(arguments: ["]]></title><script>alert(1)</script>", "\u{0}\u{8}\u{FFFE}", "&#x1F; \"'<>&", "\u{2028}"])
  func hostileTitlesLeaveEveryFeedWellFormed(_ title: String) throws {
    var site = MachineSite()
    site.site.title = title + "س"
    site.topics[0].name = title + "س"
    try site.add(title + "خبر", date: "2026-01-15") {
      $0.summary = title; $0.byline = [title]
    }
    let files = try site.files()
    for (path, text) in files {
      if path.hasSuffix(".xml") { _ = try texts("x", in: text) }
      if path.hasSuffix(".json") { _ = try JSONSerialization.jsonObject(with: Data(text.utf8)) }
      let mayHoldTabs = path.hasPrefix(".warraq/")
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && !mayHoldTabs }, "\(path)")
    }
    #expect(try #require(files["feed.json"]).contains("<") == false)
  }

  @Test func aSiteWithoutStoriesHasFeedsThatAreWellFormed() throws {
    let files = try MachineSite().files()
    #expect(try texts("updated", in: #require(files["atom.xml"])) == ["1970-01-01T00:00:00Z"])
    #expect(try texts("lastBuildDate", in: #require(files["feed.xml"])).isEmpty)
  }

  @Test func aNewStoryChangesTheFeedsAndOneMonthAndNoOtherFile() throws {
    var site = MachineSite()
    for month in 1...9 { try site.add("خبر \(month)", date: "2026-0\(month)-15") }
    let before = try site.files()
    try site.add("خبر جديد", date: "2026-09-16") { $0.topics = [] }
    let after = try site.files()
    let changed = Set(after.keys.filter { before[$0] != after[$0] })
    #expect(
      changed == [
        "feed.xml", "atom.xml", "feed.json", "sitemaps/2026-09.xml", "sitemaps/pages.xml", "sitemap.xml",
      ]
    )
  }

  private func corrected() throws -> MachineSite {
    var site = MachineSite()
    try site.add("خبر BBC", date: "2016-09-05") { story in
      story.corrections = [("2026-02-03", "الأول"), ("2026-02-03", "الثاني"), ("2026-01-01T08:00Z", "الأقدم")]
        .compactMap { date, text in
          StoryDate(iso: date).map {
            Correction(date: $0, kind: text == "الأول" ? .clarification : .correction, text: text)
          }
        }
    }
    try site.add("News", date: "2026-11-24") { story in
      story.language = "en"
      story.corrections =
        StoryDate(iso: "2026-11-25").map { [Correction(date: $0, kind: .retraction, text: "It <was> wrong.")] } ?? []
    }
    return site
  }

  // B-E2.
  @Test func correctionsHaveAFeedOfTheirOwn() throws {
    let files = try corrected().files()
    let rss = try #require(files["corrections/feed.xml"])
    #expect(
      try texts("title", in: rss) == [
        "التصحيحات – صحيفة & أخبار", "التصحيحات – صحيفة & أخبار", "سحب الخبر: News", "تصحيح: خبر BBC", "توضيح: خبر BBC",
        "تصحيح: خبر BBC",
      ]
    )
    #expect(
      try texts("pubDate", in: rss).map { $0.prefix(16) } == [
        "Wed, 25 Nov 2026", "Tue, 03 Feb 2026", "Tue, 03 Feb 2026", "Thu, 01 Jan 2026",
      ]
    )
    #expect(
      try texts("description", in: rss).dropFirst().prefix(2)
        == ["<div dir=\"ltr\" lang=\"en\">It &lt;was&gt; wrong.</div>", "<div dir=\"rtl\" lang=\"ar-SY\">الثاني</div>"]
    )
    let address = "https://news.example/arabic/2016/09/05/%D8%AE%D8%A8%D8%B1-0/"
    #expect(
      try texts("link", in: rss).last == address
        && texts("link", in: rss).first == "https://news.example/arabic/corrections/"
    )
    let tag = "tag:news.example,2016-09-05:/arabic/2016/09/05/%D8%AE%D8%A8%D8%B1-0/#correction-2026-"
    #expect(try texts("guid", in: rss).dropFirst() == ["\(tag)02-03-2", "\(tag)02-03", "\(tag)01-01"])
    #expect(try texts("updated", in: #require(files["corrections/atom.xml"])).count == 5)
    #expect(files["corrections/feed.json"]?.contains("\"date_published\":\"2026-02-03T00:00:00+03:00\"") == true)
  }

  @Test func aPaperWithoutCorrectionsHasTheirFeedToBeFollowed() throws {
    let rss = try #require(MachineSite().files()["corrections/feed.xml"])
    #expect(try texts("guid", in: rss).isEmpty && texts("title", in: rss).first == "التصحيحات – صحيفة & أخبار")
  }

  @Test(arguments: [
    ("1965-12-31T23:30:00-05:30", "Fri, 31 Dec 1965 23:30:00 -0530"),
    ("1970-01-01T01:00Z", "Thu, 01 Jan 1970 01:00:00 +0000"),
    ("1969-12-31T20:00:07-05:00", "Wed, 31 Dec 1969 20:00:07 -0500"),
  ])
  func datesBefore1970AndWestOfGreenwichAreRight(_ date: String, _ text: String) throws {
    var site = MachineSite()
    try site.add("خبر", date: date)
    let files = try site.files()
    #expect(try texts("pubDate", in: #require(files["feed.xml"])) == [text])
    #expect(try texts("published", in: #require(files["atom.xml"])).first?.prefix(16) == date.prefix(16))
  }

  @Test func theTagOfAStoryHasNoPort() throws {
    var site = try seed()
    site.site.baseURL = "https://News.example:8443/arabic"
    #expect(try texts("guid", in: #require(site.files()["feed.xml"])).allSatisfy { $0.hasPrefix("tag:news.example,2") })
  }

  @Test func aPhotoOfNoBytesIsNotEnclosed() throws {
    var site = try seed()
    site.stories[1].photo?.bytes = 0
    #expect(try site.files()["feed.xml"]?.contains("<enclosure") == false)
  }

  @Test func onlyAStoryInAnotherLanguageNamesItInRSS() throws {
    var site = try seed()
    try site.add("In English", date: "2026-11-24T10:00Z") { $0.language = "en" }
    #expect(try texts("dc:language", in: #require(site.files()["feed.xml"])) == ["en"])
  }
}
