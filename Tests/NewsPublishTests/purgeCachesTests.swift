import NewsCore
import Testing

@testable import NewsPublish

@Suite struct PurgeCachesTests {
  @Test func staleAddressesAreThoseThatChangedOrWent() throws {
    let record = FileRecord(digest: SHA256.hex([1]), size: 1)
    let operations: [PublishPlan.Operation] = [
      .upload(path: "assets/site.0123456789ab.css", phase: .assets, record: record),
      .upload(path: "2026/01/01/خبر/index.html", phase: .newPages, record: record),
      .upload(path: "2026/01/01/خبر/index.html.gz", phase: .newPages, record: record),
      .upload(path: "index.html", phase: .home, record: record), .delete(path: "old/index.html"),
    ]
    let plan = PublishPlan(operations: operations, result: Manifest(), filesBefore: 1)
    var report = PublishReport(host: "main", kind: "folder", plan: plan, release: "2", releaseBefore: "1")
    let site = try parseSite(Array("title: a\nbase-url: https://a.b/c\n".utf8))
    #expect(
      staleAddresses(report, site) == [
        "https://a.b/c/2026/01/01/%D8%AE%D8%A8%D8%B1/", "https://a.b/c/", "https://a.b/c/old/",
      ]
    )
    report.switched = ["feed.xml"]
    #expect(staleAddresses(report, site) == ["https://a.b/c/feed.xml"])
  }

  @Test func wordsInCurlsSettingsMeanOnlyThemselves() {
    let request = CurlRequest(
      method: "PURGE",
      addresses: ["https://a.b/\"\noutput = \"/etc/passwd"],
      headers: ["X: \\\"\n"]
    )
    let lines = request.settings.split(separator: "\n")
    #expect(lines.contains(#"url = "https://a.b/\"\noutput = \"/etc/passwd""#))
    #expect(lines.contains(#"header = "X: \\\"\n""#))
    #expect(lines.contains { $0.hasPrefix("output =") && !$0.contains("passwd") })
    #expect(lines.count == 7)
  }
}
