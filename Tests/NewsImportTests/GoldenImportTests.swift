import ArabicText
import Foundation
import NewsCore
import Testing

@testable import NewsImport

struct GoldenImportTests {
  static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: repository("Tests/Golden/Import").path)
    let texts = (files ?? []).filter { $0.hasSuffix(".txt") && $0 != "roles.txt" }
    return texts.map { String($0.dropLast(4)) }.sorted()
  }()

  @Test(arguments: names)
  func theStoryFileIsTheGoldenOne(_ name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: repository("Tests/Golden/Import/\(name).txt")))
    let today = try #require(CivilDate(iso: "2026-01-02"))
    let site = Site(title: "ورّاق", baseURL: "https://news.example")
    var printed = ""
    for read in readArticles(bytes, file: "\(name).txt", path: "Content/Articles/\(name).txt") {
      let article = try #require(read.article)
      let made = makeStory(from: article, site: site, topics: nil, today: today, fallbackSlug: "0123456789ab")
      printed += printStory(made.story) + "\n"
      for diagnostic in read.diagnostics + made.notes { printed += diagnostic.rendered + "\n" }
      printed += "\n" + explain(article) + "\n"
      let parsed = parseStory(Array(printStory(made.story).utf8), path: "s.md")
      #expect(parsed.story == made.story)
    }
    try expectGolden(printed, "\(name).expected.md")
    let audit = auditArticle(bytes, file: name)
    #expect(audit.lost == [])
    #expect(audit.gained == [])
  }

  @Test func everyGoldenFileHasItsSource() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: repository("Tests/Golden/Import").path)
    let golden = files.filter { $0.hasSuffix(".expected.md") }.map { String($0.dropLast(".expected.md".count)) }
    #expect(Set(golden) == Set(Self.names + ["seed"]))
  }
}
