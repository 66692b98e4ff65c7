import NewsCore
import NewsPages
import Testing

@Suite struct IndexPageTests {
  private func index(_ names: [String], language: String = "ar-SY", ignoresAl: Bool = true) throws -> [String] {
    var printed = PrintedSite()
    printed.site.language = language
    printed.site.ignoresAl = ignoresAl
    printed.topics = names.enumerated().map { Topic(name: $1, slug: "\($0)") }
    var teaser = printed.teasers(1)[0]
    teaser.topics = Array(names.indices)
    let page = try #require(try printed.print([teaser])["topics/index.html"])
    // Letters and names in the order of the page.
    return String(decoding: page, as: UTF8.self).split(separator: "\n").compactMap { line in
      if let letter = line.split(separator: "index-letter\">").dropFirst().first { return letter.prefix(1) + ":" }
      guard line.contains("class=\"count\"") else { return nil }
      return line.firstRange(of: "/\">").map { String(line[$0.upperBound...].prefix { $0 != "<" }) }
    }
  }

  @Test func topicsAreFiledUnderTheirFirstLettersWithoutAl() throws {
    let names = try index(["سوريا", "الأردن", "إيران", "روسيا"])
    #expect(names == ["ا:", "الأردن", "إيران", "ر:", "روسيا", "س:", "سوريا"])
  }

  @Test func alCountsWhereTheSettingSaysSo() throws {
    #expect(try index(["البيت", "سوريا"], ignoresAl: false) == ["ا:", "البيت", "س:", "سوريا"])
    #expect(try index(["البيت", "سوريا"]) == ["ب:", "البيت", "س:", "سوريا"])
  }

  @Test func anotherLanguageHasNoAl() throws {
    #expect(try index(["یمن", "الجزایر"], language: "fa-IR") == ["ا:", "الجزایر", "ی:", "یمن"])
  }
}
