import ArabicText
import NewsCore
import Testing

@testable import NewsImport

struct MakePassagesTests {
  /// Three header lines as long as the lines of hard-wrapped text are still three header lines.
  @Test func aHeaderLineIsNoContinuationOfTheLineAbove() throws {
    let source = """
      العنوان: خمس مدن ساحلية تتفق على خط عبّارات يربط موانئ شرق المتوسط
      العنوان الفرعي: الرحلات التجريبية تبدأ في آذار المقبل بعبّارتين
      شرح الصورة: العبّارة الأولى ستبدأ رحلاتها من الميناء القديم في الربيع
      التاريخ: 2026-11-23

      وقّعت خمس مدن ساحلية اتفاقًا لتسيير خط منتظم من العبّارات يربط موانئها مرتين في الأسبوع.
      """
    let article = try #require(readArticles(Array(source.utf8), file: "a.txt", path: "a.txt").first?.article)
    #expect(article.headline == "خمس مدن ساحلية تتفق على خط عبّارات يربط موانئ شرق المتوسط")
    #expect(article.deck == "الرحلات التجريبية تبدأ في آذار المقبل بعبّارتين")
    #expect(article.date?.iso == "2026-11-23")
    #expect(article.blocks.count == 1)
  }
}
