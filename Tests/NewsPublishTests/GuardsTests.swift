import NewsCore
import Testing

@testable import NewsPublish

@Suite struct GuardsTests {
  private func files(_ paths: some Sequence<String>, size: Int = 10) -> [String: FileRecord] {
    Dictionary(uniqueKeysWithValues: paths.map { ($0, FileRecord(digest: SHA256.hex(Array($0.utf8)), size: size)) })
  }

  private func host(_ profile: HostProfile? = nil) -> WebHost {
    var host = WebHost(name: "main", kind: .folder, to: "/srv/www")
    host.profile = profile
    return host
  }

  @Test(arguments: [
    ("خبر/index.html", true), ("a.html", true), ("كتا\u{0628}/index.html", true),
    ("cafe\u{301}/index.html", false), ("\u{0627}\u{0653}/index.html", false), ("a./index.html", false),
    ("a /index.html", false), ("a\nb.html", false), ("a\\b.html", false),
    (String(repeating: "خ", count: 128) + "/index.html", false), (String(repeating: "a/", count: 520) + "a", false),
  ])
  func namesThatSomeHostCannotKeepAreRefused(_ path: String, _ isGood: Bool) {
    #expect(checkNames([path]).isEmpty == isGood)
  }

  @Test func namesThatDifferByCaseAloneAreRefused() {
    #expect(checkNames(["News/index.html", "news/index.html"]).count == 1)
    #expect(checkNames(["News/index.html", "newS2/index.html"]).isEmpty)
  }

  @Test(arguments: [
    (HostProfile.netlify, 54_000, 60_000, "too-many-in-folder"), (.cloudflarePages, 20_000, 20_001, "too-many-files"),
  ])
  func aHostTakesSoManyFiles(_ profile: HostProfile, _ most: Int, _ more: Int, _ id: String) {
    #expect(checkLimits(files((0..<most).map { "a/\($0)" }), redirectLines: 0, host: host(profile)).isEmpty)
    let found = checkLimits(files((0..<more).map { "a/\($0)" }), redirectLines: 0, host: host(profile))
    #expect(found.map(\.id) == [id])
  }

  @Test func aHostTakesSoManyBytes() {
    let large = files(["a", "b", "c"], size: 600 << 20)
    #expect(checkLimits(large, redirectLines: 0, host: host(.githubPages)).map(\.id).contains("too-large"))
    #expect(checkLimits(large, redirectLines: 0, host: host()).isEmpty)
    #expect(
      checkLimits(files(["a"], size: 26 << 20), redirectLines: 0, host: host(.cloudflarePages)).map(\.id) == [
        "file-too-large"
      ]
    )
    #expect(checkLimits([:], redirectLines: 1001, host: host(.gitlabPages)).map(\.id) == ["too-many-redirects"])
  }

  @Test func moreThanTheShareIsNotRemovedAtOnce() {
    let before = Manifest(release: "1", files: files((0..<100).map { "\($0)/index.html" }))
    func deleting(_ count: Int) -> PublishPlan {
      let after = Manifest(release: "2", files: before.files.filter { Int($0.key.prefix { $0 != "/" }) ?? 0 >= count })
      return planPublishing(after, over: before, now: 0)
    }
    #expect(checkDeletes(deleting(10), percent: 10, host: host()).isEmpty)
    #expect(checkDeletes(deleting(11), percent: 10, host: host()).map(\.id) == ["many-deletes"])
    #expect(checkDeletes(deleting(11), percent: 11, host: host()).isEmpty)
    #expect(checkDeletes(deleting(100), percent: 100, host: host()).isEmpty)
  }

  @Test func whatOthersPutThereIsNotWrittenOver() {
    let site = Manifest(release: "1", files: files(["index.html", "topics/index.html"]))
    #expect(checkStrangers(["CNAME", ".well-known"], site: site, host: host()).isEmpty)
    #expect(checkStrangers(["index.html"], site: site, host: host()).map(\.id) == ["not-empty"])
    #expect(checkStrangers(["topics"], site: site, host: host()).count == 1)
  }

  @Test func draftsAreNeverPublishedAndHeldBackStoriesOnlyOnRequest() {
    #expect(checkBuild(nil, allowsHeldBack: false).map(\.id) == ["no-facts"])
    #expect(checkBuild(BuildFacts(drafts: false, heldBack: 0), allowsHeldBack: false).isEmpty)
    var preview = BuildFacts(drafts: false, heldBack: 0)
    preview.preview = true
    #expect(checkBuild(preview, allowsHeldBack: true).map(\.id) == ["preview"])
    #expect(checkBuild(BuildFacts(drafts: true, heldBack: 0), allowsHeldBack: true).map(\.id) == ["drafts"])
    #expect(checkBuild(BuildFacts(drafts: false, heldBack: 2), allowsHeldBack: false).map(\.id) == ["held-back"])
    #expect(checkBuild(BuildFacts(drafts: false, heldBack: 2), allowsHeldBack: true).isEmpty)
  }

  @Test(arguments: [
    ("feed.xml", "application/rss+xml; charset=utf-8"), ("topics/a/atom.xml", "application/atom+xml; charset=utf-8"),
    ("feed.json", "application/feed+json; charset=utf-8"),
    ("manifest.webmanifest", "application/manifest+json; charset=utf-8"),
    ("a/index.html", "text/html; charset=utf-8"), ("images/a.avif", "image/avif"), ("f.woff2", "font/woff2"),
  ])
  func mediaTypesAreThoseOfTheStandards(_ path: String, _ type: String) {
    #expect(contentHeaders(path).contentType == type)
    #expect(
      contentHeaders(path + ".gz")
        == FileHeaders(contentType: type, cacheControl: contentHeaders(path).cacheControl, contentEncoding: "gzip")
    )
  }

  @Test func onlyFingerprintedFilesAreKeptForEver() {
    #expect(contentHeaders("assets/a.0123456789ab.css").cacheControl.contains("immutable"))
    #expect(!contentHeaders("assets/a.css").cacheControl.contains("immutable"))
    #expect(contentHeaders("index.html").cacheControl.contains("must-revalidate"))
  }

  @Test func wordsForAShellMeanOnlyThemselves() {
    #expect(shellQuoted("a'b $(c)") == #"'a'\''b $(c)'"#)
  }

  @Test func emptiedFoldersAreTheDeepestFirstAndHoldNothing() {
    let left = Manifest(release: "1", files: files(["a/c/index.html"]))
    #expect(emptied(["a/b/x/index.html", "a/b/y.html", "a/c/z"], keeping: left) == ["a/b/x", "a/b"])
  }
}
