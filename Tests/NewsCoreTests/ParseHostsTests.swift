import NewsCore
import Testing

@Suite struct ParseHostsTests {
  private func parse(_ hosts: String) throws -> [WebHost] {
    try parseSite(Array("title: a\nbase-url: https://a.b\nhosts:\n\(hosts)".utf8)).hosts
  }

  private func troubles(_ hosts: String) -> [Diagnostic] {
    do {
      _ = try parse(hosts)
      return []
    } catch {
      return (error as? SettingsTrouble)?.diagnostics.sorted() ?? []
    }
  }

  @Test func hostsComeInTheirOrderWithDefaults() throws {
    let hosts = try parse(
      "  main:\n    kind: ssh\n    to: me@a.b:/srv/www\n    port: 2222\n  copy:\n    kind: ftp\n    to: me@a.b:web\n"
    )
    #expect(hosts.map(\.name) == ["main", "copy"])
    #expect(hosts[0].kind == .ssh && hosts[0].port == 2222 && hosts[0].keep == 5 && hosts[0].maxDelete == 10)
    #expect(hosts[0].transfers == 8 && hosts[1].transfers == 3)
    #expect(hosts[0].pings == WebHost.Pings())
  }

  @Test func cachesAndNamesAreRead() throws {
    let host = try parse(
      "  a:\n    kind: ftp\n    to: a@b:c\n    names: ascii\n    purge:\n      cloudflare: 0aZ9\n      most: 7\n"
        + "      request: https://cache.example\n"
    )[0]
    #expect(host.names == .ascii && host.purges.cloudflare == "0aZ9" && host.purges.most == 7)
    #expect(host.purges.request == "https://cache.example" && host.purges.cloudFront == nil)
    func ids(_ line: String) -> [String] {
      troubles("  a:\n    kind: ftp\n    to: a@b:c\n    purge:\n      \(line)\n").map(\.id)
    }
    #expect(ids("cloudflare: ../../x") == ["bad-identifier"])
    #expect(ids("request: cache.example") == ["bad-address"])
    #expect(ids("token: abc") == ["unknown-key"])
  }

  @Test func s3SetsHeadersUnlessItIsTold() throws {
    #expect(try parse("  a:\n    kind: s3\n    to: paper/site\n")[0].setsHeaders)
    #expect(try !parse("  a:\n    kind: s3\n    to: paper\n    headers: off\n")[0].setsHeaders)
  }

  @Test func aWrongKeyIsReportedWithTheNearestOneOfItsKind() {
    let found = troubles("  main:\n    kind: ssh\n    to: a:/b\n    prot: 22\n")
    #expect(found.map(\.id) == ["unknown-key"])
    #expect(found[0].fix == "did you mean `port`?")
    #expect(troubles("  main:\n    kind: git\n    to: a:b.git\n    port: 22\n").map(\.id) == ["unknown-key"])
    #expect(troubles("  main:\n    kind: sssh\n    to: a:/b\n")[0].fix == "did you mean `ssh`?")
  }

  @Test(arguments: [
    "  main:\n    kind: ftp\n    to: a@b:c\n    password: hunter2\n",
    "  main:\n    kind: ftp\n    to: a@b:c\n    pass: hunter2\n",
    "  main:\n    kind: s3\n    to: paper\n    secret-access-key: hunter2\n",
    "  main:\n    kind: s3\n    to: paper\n    access_key_id: hunter2\n",
    "  main:\n    kind: webdav\n    to: https://me:hunter2@dav.example/\n",
    "  main:\n    kind: git\n    to: https://ghp_hunter2@github.com/a/b.git\n",
    "  main:\n    kind: git\n    to: https://0123456789hunter2abcdef@git.example/a/b.git\n",
    "  main:\n    kind: rclone\n    to: ':ftp,host=a,pass=hunter2:'\n",
  ])
  func aPasswordInTheSettingsIsAnErrorAndNeverRepeated(_ text: String) {
    let found = troubles(text)
    #expect(found.map(\.id) == ["credential"])
    #expect(!found.contains { $0.rendered.contains("hunter2") })
  }

  @Test(arguments: [
    ("ssh", "news.example"), ("ssh", "-oProxyCommand=x:/a"), ("webdav", "dav.example"), ("s3", "s3://paper"),
    ("archive", "paper.rar"), ("git", "--upload-pack=x"), ("sftp", ":a"),
  ])
  func aPlaceThatTheKindCannotReachIsAnError(_ kind: String, _ to: String) {
    #expect(troubles("  main:\n    kind: \(kind)\n    to: '\(to)'\n").map(\.id) == ["bad-target"])
  }

  @Test func kindAndPlaceAreNeeded() {
    #expect(troubles("  main:\n    to: a\n").map(\.id) == ["missing-key"])
    #expect(troubles("  main:\n    kind: folder\n").map(\.id) == ["missing-key"])
    #expect(troubles("  ../main:\n    kind: folder\n    to: a\n").map(\.id) == ["bad-host-name"])
  }
}
