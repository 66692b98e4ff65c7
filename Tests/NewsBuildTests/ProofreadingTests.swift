import Foundation
import NewsBuild
import NewsCore
import TestSupport
import Testing

/// What a build says of characters that paint otherwise than they read, and what it makes of them.
@Suite struct ProofreadingTests {
  private func build(_ fill: (TestSite) throws -> Void) async throws -> (BuildReport, TestSite) {
    let site = try TestSite()
    try fill(site)
    return (try await buildSite(site.folder, options: BuildOptions(now: 1_795_500_000)), site)
  }

  /// A control in every place where a story has text, also in references, code, and titles of links.
  private static let spoofed = """
    ---
    title: "خبر \u{202E}كاذب"
    date: 2026-01-15
    kicker: "\u{202A}عاجل"
    deck: "نص\u{2069} ثان"
    byline: ["سامي \u{2067}علي"]
    dateline: "دمشق\u{202C}"
    sources: ["\u{202D}BBC"]
    topics: ["موضوع \u{202B}جديد"]
    image:
      file: a.gif
      alt: "صورة \u{2066}بديلة"
      caption: "تعليق \u{202E}مقلوب"
      credit: "AFP\u{202C}"
    corrections:
      - date: 2026-01-16
        text: "صواب \u{2068}هنا"
    ---

    نص \u{202E}gpj.exe ثم &#x202E; و&#8294;نص `كود \u{202E}هنا` [رابط](https://a.b/\u{202E}x "عنوان \u{2067}له").

        كتلة \u{202D}كود

    ## فرعي \u{202B}مفتوح

    قال \u{2067}BBC نعم\u{2069} و\u{202A}CNN\u{202C}.
    """

  @Test func noControlOfDirectionReachesTheOutputAndEachUnbalancedOneIsNamedByItsLine() async throws {
    let (report, site) = try await build { site in
      try site.write("\(SiteFolder.stories)/a.md", Self.spoofed)
      try site.write("Content/Images/a.gif", bytes: Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0])
      try site.write("Content/Pages/p.md", "---\ntitle: \"صفحة \u{202E}\"\n---\n\n\u{2067}نص\n")
    }
    let unbalanced = report.diagnostics.filter { $0.id == "unbalanced-direction" }
    #expect(unbalanced.allSatisfy { $0.severity == .warning })
    let lines = unbalanced.filter { $0.path.hasSuffix("a.md") }.compactMap(\.line)
    #expect(lines == [2, 4, 5, 6, 7, 8, 9, 12, 13, 14, 17, 20, 22, 24])
    #expect(unbalanced.filter { $0.path.hasSuffix("p.md") }.compactMap(\.line) == [2, 5])
    let files = try site.snapshot()
    #expect(files.count > 20)
    for (path, text) in files {
      #expect(controls(in: path).isEmpty && controls(in: text).isEmpty, "\(path)")
    }
    let page = try #require(files["2026/01/15/a/index.html"])
    #expect(page.contains("<h1>خبر كاذب</h1>"))
    #expect(page.contains("قال <bdi dir=\"rtl\">BBC نعم</bdi> و<bdi dir=\"ltr\">CNN</bdi>."))
  }

  private func controls(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value) }
  }

  @Test func aCharacterWithoutAGlyphIsNamedOnceAtItsFirstPlace() async throws {
    let (report, _) = try await build { site in
      try site.writeStory("a.md", title: "أ", body: "﷼ ﷺ «نص»…")
      try site.writeStory("b.md", title: "ب", body: "نص\n\n﷽ و﷽")
      try site.writeStory("c.md", title: "ج ﷽", body: "ؓ")
    }
    let found = report.diagnostics.filter { $0.id == "no-glyph" }
    #expect(found.map { "\($0.path.suffix(4)):\($0.line ?? 0)" } == ["b.md:8", "c.md:6"])
    #expect(found.first?.message.contains("U+FDFD") == true)
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test func assetsHaveNamesOfTheirOwnContent() async throws {
    let (_, site) = try await build { site in
      try site.writeStory("a.md", title: "أ", body: "نص.")
      try site.write("Templates/assets/more/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
      try site.write("Templates/partials/foot-menu.mustache", "<img src=\"{{assets-href}}more/logo.svg\" alt=\"\">")
    }
    let files = try site.snapshot(keepingDigests: true)
    let assets = files.keys.filter { $0.hasPrefix("assets/") }
    #expect(assets.count == 3)
    #expect(assets.allSatisfy { $0.wholeMatch(of: #/assets/.*\.[0-9a-f]{8}\.(css|svg|js)/#) != nil })
    let home = try #require(files["index.html"])
    for asset in assets where !asset.hasSuffix(".js") { #expect(home.contains("\"/\(asset)\"")) }
    #expect(files["icon.svg"] != nil)
    try site.write(SiteFolder.settings, TestSite.settings.replacing("fonts: off", with: "fonts: on"))
    _ = try await buildSite(site.folder, options: BuildOptions(now: 1_795_500_000))
    let withFonts = try FileManager.default.subpathsOfDirectory(atPath: site.folder.path("Output/assets/fonts"))
    #expect(withFonts.count == 4 && withFonts.contains { $0.hasPrefix("OFL.") && $0.hasSuffix(".txt") })
    let names = try site.snapshot(keepingDigests: true)
    let sheet = try #require(names.first { $0.key.hasSuffix(".css") }?.value)
    for font in withFonts where font.hasSuffix(".woff2") { #expect(sheet.contains("url(fonts/\(font))")) }
    #expect(files["_headers"]?.contains("/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n") == true)
  }

  // B-E5.
  @Test func aPhotoThatIsShownWithoutAltIsNoted() async throws {
    let site = try TestSite()
    try site.write("\(SiteFolder.images)/x.png", bytes: [0x89])
    try site.writeStory("a.md", title: "خبر", more: "image:\n  file: x.png\n  caption: تعليق\n", body: "نص.")
    try site.writeStory(
      "b.md",
      title: "خبر",
      date: "2026-01-16",
      more: "image:\n  id: none\n  caption: تعليق\n",
      body: "نص."
    )
    try site.writeStory(
      "c.md",
      title: "خبر",
      date: "2026-01-17",
      more: "image:\n  file: x.png\n  alt: جسر\n",
      body: "نص."
    )
    for _ in 0..<2 {
      let report = try await buildSite(site.folder, options: BuildOptions(now: 1_795_500_000))
      let note = try #require(report.diagnostics.first { $0.id == "photo-without-alt" })
      #expect(
        note.path.hasSuffix("a.md") && note.line == 4 && note.severity == .note && note.fix?.contains("alt:") == true
      )
      #expect(report.diagnostics.count { $0.id == "photo-without-alt" } == 1)
    }
  }

  @Test func anArchiveOfPhotosWithoutAltIsCounted() {
    let notes = (10..<99).map { Diagnostic(.note, "photo-without-alt", path: "\($0).md", line: 3, "…") }
    let shown = (notes + [Diagnostic(.error, "x", path: "a.md", "y")]).boundingPhotoNotes
    #expect(shown.count == 22 && shown.contains { $0.message.hasPrefix("69 more") } && shown.contains { $0.id == "x" })
    #expect(Array(notes.prefix(20)).boundingPhotoNotes.count == 20)
  }
}
