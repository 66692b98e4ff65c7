import ArabicText
import NewsCore

extension TestSite {
  /// A site of 60 stories on 30 days with everything that makes pages: topics with parents, bylines, corrections.
  package static func newspaper(baseURL: String = "https://news.example") throws -> TestSite {
    let site = try TestSite(
      settings: "title: صحيفة الاختبار\nbase-url: \(baseURL)\nlanguage: ar-SY\npage-size: 5\n",
      topics: """
        topics:
          - name: الشرق الأوسط
            description: أخبار المنطقة
          - name: سوريا
            parent: الشرق الأوسط
            description: أخبار سوريا
          - name: اقتصاد
          - name: مصارف
            parent: اقتصاد

        """
    )
    for number in 0..<60 {
      let day = CivilDate.epoch.adding(days: 20_480 + number / 2).iso
      try site.writeStory(
        "\(day.prefix(4))/\(number).md",
        title: "عنوان الخبر \(number)",
        date: "\(day)T0\(number % 10):30Z",
        more: more(number),
        body: "فقرة أولى من الخبر \(number).\n\n## عنوان فرعي\n\nفقرة ثانية."
      )
    }
    return site
  }

  private static func more(_ number: Int) -> String {
    let topics = [["سوريا"], ["اقتصاد", "سوريا"], ["مصارف"], ["رياضة"], []][number % 5]
    var text = "topics: [\(topics.joined(separator: ", "))]\n"
    if number % 3 == 0 { text += "byline: [أحمد علي, \"O'Neill & Sons\"]\n" }
    if number % 3 == 1 { text += "byline:\n  - name: ليلى\n    role: ترجمة\n" }
    if number % 20 == 0 { text += "aliases: [old/\(number).html, \"/old/خبر-\(number)/\"]\n" }
    if number % 6 == 0 { text += "corrections:\n  - date: 2026-02-03\n    text: الصواب كذا.\n" }
    return text
  }
}
