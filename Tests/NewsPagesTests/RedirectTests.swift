import NewsCore
import NewsPages
import Testing

@Suite struct RedirectTests {
  private let printed = PrintedSite()

  private func plan(_ count: Int, _ change: (inout [Teaser]) -> Void = { _ in }) -> SitePlan {
    var teasers = printed.teasers(count)
    change(&teasers)
    return planSite(teasers, topics: printed.topics, site: printed.site)
  }

  private func redirects(_ plan: SitePlan) -> [String: Int] {
    var found: [String: Int] = [:]
    for index in plan.stories.indices {
      if let short = plan.storyPlan(index).shortAddress { found[short] = index }
    }
    for page in plan.pages {
      if case .redirect(let redirect) = page.content { found[redirect.address] = redirect.story }
    }
    return found
  }

  @Test func everyStoryHasAShortAddressOfItsOwn() {
    let plan = plan(500)
    let short = redirects(plan).filter { $0.key.hasPrefix("a/") }
    #expect(Set(short.values).count == 500)
    #expect(short.keys.allSatisfy { "/\($0)".utf8.count <= 40 })
  }

  @Test func aShortAddressStaysWhateverIsAddedOrEdited() {
    let before = redirects(plan(50))
    let after = redirects(plan(51) { $0[7].title = "عنوان آخر" })
    #expect(before.keys.allSatisfy { after[$0] != nil })
  }

  @Test func anIDMakesTheShortAddress() {
    let plan = plan(3) {
      $0[0].id = "A-17"
      $0[1].id = "a-17"
      $0[2].id = "../../x"
    }
    #expect(redirects(plan)["a/a-17/"] == 0)
    #expect(redirects(plan).count == 3)
    #expect(plan.diagnostics.map(\.id) == ["shared-id"])
  }

  @Test func aliasesLeadToTheirStory() throws {
    let plan = plan(3) { $0[1].aliases = ["/old/name/", "old/name.html"] }
    #expect(redirects(plan)["old/name/"] == 1 && redirects(plan)["old/name.html"] == 1)
    let page = try #require(plan.pages.first { $0.path == "old/name/index.html" })
    let press = Press(
      site: printed.site,
      theme: try Theme(files: .builtIn, language: "ar"),
      topics: printed.topics,
      plan: plan
    )
    let text = String(decoding: press.printPage(page), as: UTF8.self)
    #expect(text.contains("<meta http-equiv=\"refresh\" content=\"0; url=/1970") || text.contains("url=/2024"))
    #expect(text.contains("<link rel=\"canonical\" href=\"https://news.example/2024/"))
    #expect(text.contains("content=\"noindex\"") && text.contains("dir=\"rtl\""))
    let list = try #require(plan.pages.first { $0.path == "_redirects" })
    let lines = String(decoding: press.printPage(list), as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 2 && lines.allSatisfy { $0.split(separator: " ").count == 3 && $0.hasSuffix(" 301") })
    #expect(lines.first?.hasPrefix("/old/name/ /2024/") == true)
  }

  @Test(arguments: [
    ("/topics/", "shared-alias"), ("/Topics/", "shared-alias"), ("/2024/", "shared-alias"),
    ("/topics", "shared-alias"), ("/2024", "shared-alias"),
    ("/404.html/x/", "shared-alias"), ("/index.html/x", "shared-alias"), ("../up", "bad-alias"),
  ])
  func anAliasInTheWayOfAPageIsReported(_ alias: String, _ id: String) {
    let plan = plan(2) { $0[0].aliases = [alias] }
    #expect(plan.diagnostics.map(\.id) == [id])
    #expect(!plan.pages.contains { $0.path == "_redirects" })
  }

  @Test func anAliasInTheWayOfAnotherStorysPagesIsReported() throws {
    let other = printed.teasers(2)[1].address
    let short = try #require(plan(2).storyPlan(1).shortAddress)
    let ways = [
      (other, "shared-alias"), (String(other.dropLast()), "shared-alias"), ("\(other)index.html", "shared-alias"),
      (liteAddress + other, "bad-alias"), (short, "bad-alias"),
    ]
    for (alias, id) in ways {
      let plan = plan(2) { $0[0].aliases = ["/" + alias] }
      #expect(plan.diagnostics.map(\.id) == [id], "\(alias)")
    }
  }

  @Test func ofTwoStoriesWithOneAliasTheOlderHasIt() {
    let plan = plan(2) { teasers in
      for index in teasers.indices { teasers[index].aliases = ["/old/"] }
    }
    #expect(redirects(plan)["old/"] == 0)
    #expect(plan.diagnostics.map(\.id) == ["shared-alias"])
  }

  @Test func aMovedStoryKeepsItsOldShortAddress() {
    let before = redirects(plan(1))
    let after = redirects(
      plan(1) {
        $0[0].aliases = ["/" + $0[0].address]
        $0[0].address = "2024/01/01/اسم-آخر/"
      }
    )
    #expect(before.keys.filter { $0.hasPrefix("a/") }.allSatisfy { after[$0] == 0 })
  }

  @Test func noTwoPagesStandInOneFile() {
    let plan = plan(200) { teasers in
      for index in teasers.indices where index % 3 == 0 { teasers[index].aliases = ["old/\(index / 2)", "latest"] }
    }
    let stories = plan.stories.indices.map(plan.storyPlan)
    let own = stories.flatMap { [$0.path, $0.litePath, $0.shortAddress.map { $0 + "index.html" }].compactMap { $0 } }
    let paths = plan.pages.map(\.path) + own
    #expect(Set(paths).count == paths.count)
  }

  @Test func anAliasThatIsTheStorysOwnAddressIsNothingToReport() {
    let plan = plan(2) { $0[0].aliases = ["/" + $0[0].address] }
    #expect(plan.diagnostics.isEmpty && !plan.pages.contains { $0.path == "_redirects" })
  }

  @Test func withoutShortAddressesAnAliasHasNoneEither() {
    var printed = printed
    printed.site.hasShortAddresses = false
    var teasers = printed.teasers(2)
    teasers[0].aliases = ["/old/name/"]
    let pages = planSite(teasers, topics: printed.topics, site: printed.site).pages
    #expect(pages.contains { $0.path == "old/name/index.html" } && !pages.contains { $0.path.hasPrefix("a/") })
  }

  // Apache goes through its rules for each answer, and a sign such as $ means something to a server.
  @Test func serversAreToldOfTwoThousandPlainMovesAtMost() throws {
    var teasers = printed.teasers(1)
    teasers[0].aliases = ["/it's $1/"] + (0..<2100).map { "/old/\($0)/" }
    let pages = planSite(teasers, topics: printed.topics, site: printed.site)
    let plan = withMachineFiles(pages, topics: printed.topics, site: printed.site, now: 0)
    let press = Press(
      site: printed.site,
      theme: try Theme(files: .builtIn, language: "ar"),
      topics: printed.topics,
      plan: plan
    )
    func text(_ path: String) throws -> String {
      String(decoding: press.printPage(try #require(plan.pages.first { $0.path == path })), as: UTF8.self)
    }
    let nginx = try text(".warraq/hosts/nginx.conf")
    #expect(nginx.components(separatedBy: "return 301").count == 2000 && !nginx.contains("$1/"))
    // The target is an address, percent-encoded.
    #expect(nginx.contains("/%D8%AE%D8%A8%D8%B1-0/\";") && !nginx.contains("/خبر-0/\";"))
    #expect(try text(".htaccess").components(separatedBy: "RedirectMatch 301").count == 2000)
    for file in [".warraq/hosts/nginx.conf", ".warraq/hosts/Caddyfile", ".htaccess"] {
      #expect(try text(file).contains("_redirects$"), "\(file)")
      #expect(try !text(file).contains("Strict-Transport-Security") && !text(file).contains("noindex"), "\(file)")
    }
  }
}
