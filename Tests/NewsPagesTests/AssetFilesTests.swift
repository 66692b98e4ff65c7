import NewsCore
import NewsTemplates
import Testing

@testable import NewsPages

@Suite struct AssetFilesTests {
  private func name(_ files: [(String, String)]) -> AssetFiles {
    AssetFiles(files.map { (path: $0.0, bytes: Array($0.1.utf8)) })
  }

  private func text(_ path: String, in assets: AssetFiles) throws -> String {
    String(decoding: try #require(assets.files.first { $0.path == assets[path] }).bytes, as: UTF8.self)
  }

  @Test func aNameHoldsTheDigestOfTheContent() {
    let assets = name([("assets/a.js", "1"), ("assets/b/c.min.js", "1"), ("assets/LICENSE", "1")])
    #expect(assets["assets/a.js"] == "assets/a.6b86b273.js")
    #expect(assets["assets/b/c.min.js"] == "assets/b/c.min.6b86b273.js")
    #expect(assets["assets/LICENSE"] == "assets/LICENSE.6b86b273")
    #expect(assets["assets/none.js"] == "assets/none.js")
    #expect(name([("assets/main.0123abcd.js", "1")])["assets/main.0123abcd.js"] == "assets/main.0123abcd.js")
    #expect(name([("assets/a.js", "2")])["assets/a.js"] != "assets/a.6b86b273.js")
  }

  @Test(arguments: [
    ("url(fonts/f.woff2)", "url(fonts/F)"), ("url('fonts/f.woff2')", "url('fonts/F)"),
    ("url( \"./fonts/f.woff2?x#y\" )", "url( \"./fonts/F?x#y)"), ("@import \"more/b.css\";", "@import \"more/B;"),
    ("@import url(more/b.css);", "@import url(more/B;"), ("url(none.png)", "url(none.png)"), ("url(", "url("),
    ("url(data:x,fonts/f.woff2)", "url(data:x,fonts/f.woff2)"), ("url(/fonts/f.woff2)", "url(/fonts/f.woff2)"),
    ("url(../../../x)", "url(../../../x)"), ("@import url(", "@import url("),
  ])
  func aStylesheetNamesWhatItBringsByTheNewNames(_ rule: String, _ expected: String) throws {
    let assets = name([
      ("assets/a.css", rule), ("assets/fonts/f.woff2", "f"), ("assets/more/b.css", "url(../fonts/f.woff2)"),
    ])
    let font = assets["assets/fonts/f.woff2"].dropFirst("assets/fonts/".count)
    let sheet = assets["assets/more/b.css"].dropFirst("assets/more/".count)
    let found = try text("assets/a.css", in: assets).replacing(font, with: "F").replacing(sheet, with: "B")
    #expect(
      found.filter { $0 != "'" && $0 != "\"" }.hasPrefix(
        expected.filter { $0 != "'" && $0 != "\"" && $0 != ";" && $0 != ")" }
      )
    )
    #expect(try text("assets/more/b.css", in: assets) == "url(../fonts/\(font))")
  }

  @Test func anotherFontIsAnotherStylesheet() {
    let files = { (font: String) in [("assets/a.css", "url(f.woff2)"), ("assets/f.woff2", font)] }
    #expect(name(files("1"))["assets/a.css"] != name(files("2"))["assets/a.css"])
  }

  @Test func stylesheetsThatImportEachOtherAreNamedOnce() {
    let assets = name([("assets/a.css", "@import 'b.css'"), ("assets/b.css", "@import 'a.css'")])
    #expect(assets.files.count == 2 && assets.names.count == 2)
  }

  @Test func templatesNameTheFilesOfAThemeAndAWrongNameIsAnError() {
    let assets = name([("assets/a/logo.svg", "1")])
    var diagnostics: [Diagnostic] = []
    let source = TemplateSource(path: "Templates/x.mustache", text: "é\n<img src=\"{{assets-href}}a/logo.svg\">")
    let named = source.naming(assets, &diagnostics)
    #expect(String(decoding: named.bytes, as: UTF8.self) == "é\n<img src=\"{{assets-href}}a/logo.6b86b273.svg\">")
    #expect(diagnostics.isEmpty)
    _ = TemplateSource(path: "Templates/x.mustache", text: "\n{{assets-href}}b.svg").naming(assets, &diagnostics)
    #expect(diagnostics.map(\.id) == ["no-asset"] && diagnostics.first?.line == 2)
  }
}
