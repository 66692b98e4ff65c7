import ArabicText
import Foundation
import NewsCore
import Testing

@testable import NewsImport

/// The user's own article, field by field.
struct SeedTests {
  let read: ReadArticle

  init() throws {
    let bytes = [UInt8](try Data(contentsOf: repository("Content/Articles/000_5f2084768f771f34.txt")))
    let all = readArticles(bytes, file: "000_5f2084768f771f34.txt", path: "Content/Articles/000_5f2084768f771f34.txt")
    read = try #require(all.first)
    #expect(all.count == 1)
  }

  @Test func everyFieldIsFound() throws {
    let article = try #require(read.article)
    #expect(article.headline == "أوباما وبوتين يبحثان أزمتي سوريا وأوكرانيا")
    #expect(article.date?.iso == "2016-09-05")
    #expect(article.sources == ["الجزيرة", "وكالات"])
    #expect(article.topics == nil)
    #expect(article.blocks.count == 8)
    #expect(read.told == ["المصدر"])
    #expect(read.diagnostics.isEmpty)
  }

  @Test func thePhotoIsTakenApart() throws {
    let image = try #require(read.article?.image)
    #expect(image.id == "epa05524977")
    #expect(image.alt?.hasPrefix("Russian President Vladimir Putin (L) talks to US President") == true)
    #expect(image.alt?.hasSuffix("is held in Hangzhou on 04 to 05 September.") == true)
    #expect(image.altLang == "en")
    #expect(image.caption == "أوباما وبوتين اجتمعا بعد وقت قصير من فشل اجتماع وزيري خارجيتيهما بشأن سوريا")
    #expect(image.captionCredit == "رويترز")
    #expect(image.credit == "EPA/ALEXEI DRUZHININ/SPUTNIK/KREMLIN POOL")
    #expect(image.instructions == "MANDATORY CREDIT")
  }

  @Test func everyLineHasItsRole() throws {
    let article = try #require(read.article)
    let roles = article.lines.filter { $0.role != .blank }.map(\.role)
    #expect(roles == [.headline, .photo, .caption] + Array(repeating: .paragraph, count: 8) + [.source])
    let explained = explain(article)
    #expect(explained.contains("taken on 2016-09-05; «اليوم الاثنين» in the first paragraph agrees"))
  }

  @Test func theStoryPrintsAndParsesBack() throws {
    let article = try #require(read.article)
    let today = try #require(CivilDate(iso: "2026-01-01"))
    let site = Site(title: "ورّاق", baseURL: "https://news.example")
    let made = makeStory(from: article, site: site, topics: ["سوريا"], today: today, fallbackSlug: "x")
    #expect(made.notes.isEmpty)
    #expect(made.story.slug == "أوباما-وبوتين-يبحثان-أزمتي-سوريا-وأوكرانيا")
    #expect(made.story.topics == ["سوريا"])
    let printed = printStory(made.story)
    #expect(parseStory(Array(printed.utf8), path: "s.md").story == made.story)
    try expectGolden(printed, "seed.expected.md")
  }
}
