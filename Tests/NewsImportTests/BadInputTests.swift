import ArabicText
import NewsCore
import Testing

@testable import NewsImport

struct BadInputTests {
  private func read(_ text: String) -> [ReadArticle] {
    readArticles(Array(text.utf8), file: "a.txt", path: "Content/Articles/a.txt")
  }

  private func story(_ article: Article) throws -> (story: Story, notes: [Diagnostic]) {
    let today = try #require(CivilDate(iso: "2026-01-02"))
    return makeStory(
      from: article,
      site: Site(title: "و", baseURL: "https://n.example"),
      topics: nil,
      today: today,
      fallbackSlug: "0123456789ab"
    )
  }

  @Test(arguments: ["", "\n\n", " \u{A0}\t\r\n", "\u{FEFF}"])
  func anEmptyFileIsAnError(_ text: String) throws {
    let only = try #require(read(text).first)
    #expect(only.article == nil)
    #expect(
      only.diagnostics.map(\.rendered) == [
        "Content/Articles/a.txt: error: this article is empty [empty-article]\n  fix: write its text, or delete the file"
      ]
    )
  }

  @Test func aNULByteIsAnErrorWithItsPlace() throws {
    let only = try #require(read("عنوان\nنص\u{0}نص").first)
    #expect(only.article == nil)
    #expect(only.diagnostics.map(\.id) == ["nul-byte"])
    #expect(only.diagnostics.first?.line == 2)
    #expect(only.diagnostics.first?.message.contains("byte 15") == true)
  }

  @Test func invalidUTF8IsAnErrorWithItsPlace() throws {
    let bytes: [UInt8] = Array("عنوان قصير\nنص من".utf8) + [0xD8] + Array(" أربع كلمات".utf8)
    let only = try #require(readArticles(bytes, file: "a.txt", path: "Content/Articles/a.txt").first)
    #expect(only.article == nil)
    #expect(
      only.diagnostics.map(\.rendered) == [
        "Content/Articles/a.txt:2: error: this is no valid utf-8: byte 29 begins no character [not-utf8]\n"
          + "  fix: save the article as UTF-8, or name its encoding in site.yaml"
      ]
    )
  }

  @Test func aGuessedEncodingIsNoted() throws {
    let text =
      "أعلنت ثلاث دول متجاورة توقيع اتفاق لتقاسم مياه النهر\n\nوقال رئيس الوفد إن الاتفاق يضمن لكل دولة حصة من المياه."
    let bytes = Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let only = try #require(readArticles([0xFF, 0xFE] + bytes, file: "a.txt", path: "Content/Articles/a.txt").first)
    #expect(only.article?.headline == "أعلنت ثلاث دول متجاورة توقيع اتفاق لتقاسم مياه النهر")
    #expect(only.diagnostics.map(\.message) == ["read as utf-16le, 100% sure"])
    #expect(auditArticle([0xFF, 0xFE] + bytes, file: "a.txt").lost == [])
  }

  @Test func whatWasMendedIsNotedWithItsLine() throws {
    let only = try #require(read("عنوان قصير\n\nنص &quot;من&quot; أربع\u{1A} كلمات.\u{0C}\n\nخاتمة").first)
    #expect(only.diagnostics.map(\.id) == ["text-character-reference", "text-control-character"])
    #expect(only.diagnostics.map(\.line) == [3, 3])
    #expect(only.article?.lines.count == 5)
    #expect(only.article?.blocks == [.paragraph("نص \"من\" أربع كلمات."), .paragraph("خاتمة")])
  }

  @Test func onlyAHeadlineMakesAStoryWithoutText() throws {
    let only = try #require(read("اتفاق على المياه").first)
    let article = try #require(only.article)
    #expect(article.headline == "اتفاق على المياه")
    #expect(article.blocks.isEmpty)
    #expect(only.diagnostics.map(\.id) == ["no-text"])
    #expect(try story(article).story.body == "")
  }

  @Test func aHeadlineOf300LettersKeepsItsTextAndGetsAShortSlug() throws {
    let headline = String(repeating: "كلمة ", count: 60).dropLast()
    let article = try #require(read("\(headline)\n\nنص من أربع كلمات.").first?.article)
    #expect(article.headline == String(headline))
    let slug = try #require(try story(article).story.slug)
    #expect(slug.utf8.count <= 90)
    #expect(Slug.isValid(slug))
  }

  @Test func aHeadlineOfOneWordOf300LettersIsKept() throws {
    let headline = String(repeating: "ك", count: 300)
    let article = try #require(read("\(headline)\n\nنص من أربع كلمات.").first?.article)
    #expect(article.headline == headline)
    #expect(try story(article).story.slug?.utf8.count ?? 0 <= 90)
  }

  @Test func aHeadlineOfPunctuationGetsTheFallbackSlug() throws {
    let article = try #require(read("؟؟!!\n\nنص من أربع كلمات.").first?.article)
    #expect(article.headline == "؟؟!!")
    let made = try story(article)
    #expect(made.story.slug == "0123456789ab")
    #expect(made.notes.map(\.id).sorted() == ["no-date", "no-slug"])
    #expect(made.story.date.iso == "2026-01-02")
  }

  @Test func aBadHeaderIsAnErrorAndNothingOfItIsLost() throws {
    let only = try #require(read("العنوان: اتفاق\nالتاريخ: 2016-13-45\n\nنص من أربع كلمات.").first)
    #expect(only.diagnostics.map(\.id) == ["bad-header"])
    #expect(only.diagnostics.first?.line == 2)
    #expect(only.diagnostics.first?.severity == .error)
    #expect(only.article?.date == nil)
    #expect(only.article.map { markdown(of: $0.blocks) } == "<!-- التاريخ: 2016-13-45 -->\n\nنص من أربع كلمات.\n")
  }

  @Test func aHeaderOfTheSameKeyTwiceIsReported() throws {
    let only = try #require(read("العنوان: اتفاق\nالعنوان: خلاف\n\nنص من أربع كلمات.").first)
    #expect(only.diagnostics.map(\.id) == ["header-twice"])
    #expect(only.article?.headline == "اتفاق")
  }

  @Test func twentyMegabytesOnOneLineAreReadInSeconds() throws {
    let text = "عنوان قصير\n\n" + String(repeating: "كلمة *من* نص_طويل - بلا نهاية (رويترز) / ", count: 300_000)
    let article = try #require(read(text).first?.article)
    #expect(article.blocks.count == 1)
    #expect(try story(article).story.body.utf8.count > 20_000_000)
  }

  @Test func twoHundredThousandShortLinesAreReadInSeconds() throws {
    let text = "عنوان قصير\n" + String(repeating: "سطر قصير\n---\n", count: 100_000)
    #expect(read(text).first?.article?.lines.count == 200_001)
  }
}
