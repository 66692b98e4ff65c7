import NewsCore
import NewsPages
import Testing

@Suite struct SitemapTests {
  @Test func eachMonthHasASitemapAndTheIndexNamesThem() throws {
    var site = MachineSite()
    try site.add("أ", date: "2016-09-05")
    try site.add("ب", date: "2026-11-24T08:05+03:00") { $0.changed = StoryDate(iso: "2026-11-25") }
    let files = try site.files()
    let index = try #require(files["sitemap.xml"])
    let base = "https://news.example/arabic/"
    #expect(
      try texts("loc", in: index) == [
        "\(base)sitemaps/2016-09.xml", "\(base)sitemaps/2026-11.xml", "\(base)sitemaps/pages.xml",
        "\(base)news-sitemap.xml",
      ]
    )
    #expect(try texts("lastmod", in: index) == ["2016-09-05", "2026-11-25", "2026-11-25"])
    let month = try #require(files["sitemaps/2016-09.xml"])
    #expect(try texts("loc", in: month) == ["\(base)2016/09/05/%D8%AE%D8%A8%D8%B1-0/"])
    #expect(try texts("lastmod", in: month) == ["2016-09-05"])
  }

  @Test func listsChangeWhenTheirNewestStoryDoes() throws {
    var site = MachineSite()
    try site.add("أ", date: "2026-11-24T08:05+03:00")
    let pages = try #require(try site.files()["sitemaps/pages.xml"])
    #expect(try texts("loc", in: pages).first == "https://news.example/arabic/")
    #expect(try texts("lastmod", in: pages).allSatisfy { $0 == "2026-11-24T08:05:00+03:00" })
    #expect(!pages.contains("/page/") && !pages.contains("404"))
  }

  @Test func numberedPagesAreNotListed() throws {
    var site = MachineSite()
    site.site.pageSize = 5
    for day in 10...29 {
      try site.add("خبر", date: "2026-01-\(day)") { story in
        story.corrections = [Correction(date: story.date, kind: .correction, text: "الصواب")]
      }
    }
    let pages = try texts("loc", in: #require(site.files()["sitemaps/pages.xml"]))
    #expect(pages.contains("https://news.example/arabic/latest/") && !pages.contains { $0.contains("/page/") })
  }

  @Test func aPhotoIsListedByItsFullAddress() throws {
    var site = MachineSite()
    try site.add("أ", date: "2026-11-24") { $0.photo = Photo(address: "images/صورة.png", width: nil, height: nil) }
    let month = try #require(try site.files()["sitemaps/2026-11.xml"])
    #expect(try texts("image:loc", in: month) == ["https://news.example/arabic/images/%D8%B5%D9%88%D8%B1%D8%A9.png"])
  }

  @Test func theClockDoesNotMoveASitemap() throws {
    var site = MachineSite()
    try site.add("أ", date: "2026-11-24")
    let before = try site.files()
    site.now += 86_400 * 30
    let after = try site.files()
    #expect(before.keys.filter { before[$0] != after[$0] } == ["news-sitemap.xml"])
  }

  // B-S2.
  @Test func theNewsSitemapHoldsTwoDaysOfTheGivenClock() throws {
    var site = MachineSite()
    site.now = ZoneClock("UTC").moment(of: try #require(StoryDate(iso: "2026-11-24T12:00Z")))
    try site.add("قبل 49 ساعة", date: "2026-11-22T11:00Z")
    try site.add("BBC قبل 47 ساعة", date: "2026-11-22T13:00Z")
    try site.add("غدا", date: "2026-11-25T12:00Z")
    let news = try #require(try site.files()["news-sitemap.xml"])
    #expect(try texts("news:title", in: news) == ["BBC قبل 47 ساعة"])
    #expect(try texts("news:publication_date", in: news) == ["2026-11-22T13:00:00Z"])
    #expect(try texts("news:name", in: news) == ["صحيفة & أخبار"])
    #expect(try texts("news:language", in: news) == ["ar"])
  }

  @Test func moreThanAThousandNewsStandInTwoFiles() throws {
    var site = MachineSite()
    site.now = ZoneClock("UTC").moment(of: try #require(StoryDate(iso: "2026-11-24T12:00Z")))
    for number in 0..<1001 { try site.add("خبر \(number)", date: "2026-11-24T10:00Z") }
    let files = try site.files()
    #expect(try texts("news:title", in: #require(files["news-sitemap.xml"])).count == 1000)
    #expect(try texts("news:title", in: #require(files["news-sitemap-2.xml"])).count == 1)
    #expect(files["sitemap.xml"]?.contains("news-sitemap-2.xml") == true)
  }

  // B-S1, by planned values alone: nothing is printed.
  @Test func aHundredAndTwentyThousandStoriesOfAMonthAreSplit() throws {
    var site = MachineSite()
    let model = try site.add("خبر", date: "2026-11-01")
    site.stories = (0..<120_000).map { number in
      var story = model
      story.address = "2026/11/01/\(number)/"
      story.moment += number
      return story
    }
    let plan = planSite(site.stories, topics: site.topics, site: site.site)
    let pages = withMachineFiles(plan, topics: site.topics, site: site.site, now: 0).pages
    #expect(Set(pages.map(\.path)).count == pages.count)
    let counts = pages.compactMap { page -> Int? in
      if case .machine(.storySitemap(let stories)) = page.content { return stories.count }
      return nil
    }
    #expect(counts.reduce(0, +) == 120_000 && counts.allSatisfy { $0 <= addressesASitemap })
  }

  @Test func robotsAreToldWhereTheSitemapsAre() throws {
    var site = MachineSite()
    #expect(
      try site.files()["robots.txt"] == """
        User-agent: *
        Disallow:

        Sitemap: https://news.example/arabic/sitemap.xml
        Sitemap: https://news.example/arabic/news-sitemap.xml

        """
    )
    site.site.machines.aiCrawlers = .refuse
    #expect(try site.files()["robots.txt"]?.contains("User-agent: GPTBot\n") == true)
    #expect(try site.files()["robots.txt"]?.contains("YouBot\nDisallow: /arabic/\n\nSitemap:") == true)
    site.isPublic = false
    #expect(try site.files()["robots.txt"] == "User-agent: *\nDisallow: /arabic/\n")
  }

  @Test func aStoryThatChangedIsListedWithItsChange() throws {
    var site = MachineSite()
    try site.add("أ", date: "2026-11-24") { $0.changed = StoryDate(iso: "2026-11-25T08:00Z") }
    #expect(try texts("lastmod", in: #require(site.files()["sitemaps/2026-11.xml"])) == ["2026-11-25T08:00:00Z"])
  }

  @Test func newsAreNewFromTheirMomentUntilTwoDaysLater() throws {
    var site = MachineSite()
    try site.add("خبر", date: "2026-11-22T12:00Z")
    let moment = site.stories[0].moment
    for (seconds, count) in [(-1, 0), (0, 1), (newsAge - 1, 1), (newsAge, 0)] {
      site.now = moment + seconds
      #expect(try texts("news:title", in: #require(site.files()["news-sitemap.xml"])).count == count, "\(seconds)")
    }
    let plan = planSite(site.stories, topics: site.topics, site: site.site)
    #expect(nextNewsChange(plan, now: moment) == moment + newsAge)
    #expect(nextNewsChange(plan, now: moment + newsAge) == nil)
  }

  @Test func theFilesOfALargeMonthAreNumberedFromTheSecondOn() throws {
    var site = MachineSite()
    let model = try site.add("خبر", date: "2026-11-01")
    site.stories = (0...addressesASitemap).map { number in
      var story = model
      story.address = "2026/11/01/\(number)/"
      story.topics = []
      return story
    }
    let plan = planSite(site.stories, topics: site.topics, site: site.site)
    let paths = withMachineFiles(plan, topics: site.topics, site: site.site, now: 0).pages.map(\.path)
    #expect(
      paths.filter { $0.hasPrefix("sitemaps/2026") }.sorted() == ["sitemaps/2026-11-2.xml", "sitemaps/2026-11.xml"]
    )
  }

  @Test func translationsAreOneOfEachLanguageHoweverItIsWritten() throws {
    var site = MachineSite()
    for language in [nil, "en", "EN", "ar-sy", "fa"] as [String?] {
      try site.add("خبر", date: "2026-11-24") {
        $0.id = "7"
        $0.language = language
      }
    }
    let plan = planSite(site.stories, topics: site.topics, site: site.site)
    let translations = withMachineFiles(plan, topics: site.topics, site: site.site, now: 0).translations
    #expect(translations == [0: [0, 1, 4], 1: [0, 1, 4], 4: [0, 1, 4]])
  }

  @Test func hostsOfASiteWithDraftsKeepItFromSearchEngines() throws {
    var site = MachineSite()
    for isPublic in [true, false] {
      site.isPublic = isPublic
      let files = try site.files()
      for file in ["_headers", ".htaccess", ".warraq/hosts/nginx.conf", ".warraq/hosts/Caddyfile"] {
        #expect(files[file]?.contains("noindex") == !isPublic, "\(file)")
      }
    }
  }
}
