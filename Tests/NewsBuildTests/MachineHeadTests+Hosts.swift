import Foundation
import NewsBuild
import NewsCore
import TestSupport
import Testing

/// What hosts are told to send with each file.
extension MachineHeadTests {
  @Test func headersAreMadeForEachHostUnlessTheSiteSaysNo() async throws {
    let site = try TestSite(settings: TestSite.settings + "headers:\n  hsts: on\n  meta: on\n")
    let files = try await build(site)
    let policy =
      "default-src 'none'; img-src 'self' data:; script-src 'self'; style-src 'self'; font-src 'self'; "
      + "connect-src 'self'; manifest-src 'self'; form-action 'self' https://duckduckgo.com; base-uri 'none'"
    for file in ["_headers", ".htaccess", ".warraq/hosts/nginx.conf", ".warraq/hosts/Caddyfile"] {
      let text = try site.text("Output/\(file)")
      #expect(text.contains("\(policy); frame-ancestors 'none'"), "\(file)")
      #expect(text.contains("public, max-age=31536000, immutable") && text.contains("assets/"))
      #expect(text.contains("Strict-Transport-Security") && text.contains("application/rss+xml"))
    }
    let escaped = policy.replacing("'", with: "&#39;")
    #expect(
      files["index.html"]?.contains(
        "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"\(escaped)\">"
      ) == true
    )
    try site.write(SiteFolder.settings, TestSite.settings + "headers:\n  files: off\n")
    let without = try await build(site)
    #expect(without["_headers"] == nil && !site.exists("Output/.htaccess"))
    #expect(without["index.html"]?.contains("Content-Security-Policy") == false)
  }

  @Test func aBuildWithDraftsSaysSoInItsHeaders() async throws {
    let site = try TestSite()
    _ = try await build(site, drafts: true)
    #expect(try site.text("Output/_headers").contains("X-Robots-Tag: noindex"))
    _ = try await build(site)
    let headers = try site.text("Output/_headers")
    #expect(!headers.contains("noindex") && !headers.contains("Strict-Transport-Security"))
    #expect(headers.contains("/corrections/feed.xml\n  Content-Type: application/rss+xml; charset=utf-8\n"))
  }
}
