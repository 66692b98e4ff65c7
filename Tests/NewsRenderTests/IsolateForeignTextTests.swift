import ArabicText
import NewsRender
import Testing

@Suite struct IsolateForeignTextTests {
  private func render(_ markdown: String, _ base: TextDirection = .rtl) -> String {
    String(decoding: renderBody(markdown, path: "s.md", firstLine: 1, base: base).html.bytes, as: UTF8.self)
  }

  /// The HTML of one paragraph, without its tags.
  private func line(_ markdown: String, _ base: TextDirection = .rtl) -> String {
    String(render(markdown, base).dropFirst(3).dropLast(5))
  }

  @Test(arguments: [
    ("هاتف +963 11 223 4567 اليوم", "هاتف <bdi dir=\"ltr\">+963\u{A0}11\u{A0}223\u{A0}4567</bdi> اليوم"),
    ("لغة C++ جديدة", "لغة <bdi dir=\"ltr\">C++</bdi> جديدة"),
    ("وفاز 3-1 أمس", "وفاز <bdi dir=\"ltr\">3-1</bdi> أمس"),
    ("نسبة 50% منهم", "نسبة <bdi dir=\"ltr\">50%</bdi> منهم"),
    ("وسم #Syria_2026 انتشر", "وسم <bdi dir=\"ltr\">#Syria_2026</bdi> انتشر"),
    (
      "صحيفتا New York Times، وWashington Post",
      "صحيفتا <bdi dir=\"ltr\">New York Times</bdi>، و<bdi dir=\"ltr\">Washington Post</bdi>"
    ),
    ("الساعة 10:30 من عام 2026", "الساعة 10:30 من عام 2026"),
    ("بين 2020-2024 وبعدها", "بين 2020-2024 وبعدها"),
  ])
  func foreignRunsAreIsolated(_ markdown: String, _ html: String) { #expect(line(markdown) == html) }

  @Test(arguments: [
    // cmark parts a text at & " * [ and their like; the reader sees one text.
    ("شركة AT&T الأميركية", "شركة <bdi dir=\"ltr\">AT&amp;T</bdi> الأميركية"),
    ("قال \"BBC News\" إن", "قال &quot;<bdi dir=\"ltr\">BBC News</bdi>&quot; إن"),
    ("قناة R&amp;D [TV] هنا", "قناة <bdi dir=\"ltr\">R&amp;D [TV]</bdi> هنا"),
    ("من New\nYork إلى", "من <bdi dir=\"ltr\">New\nYork</bdi> إلى"),
    ("صحيفة **New** York Times اليوم", "صحيفة <bdi dir=\"ltr\"><strong>New</strong> York Times</bdi> اليوم"),
    ("صحيفة New York **Times** اليوم", "صحيفة <bdi dir=\"ltr\">New York <strong>Times</strong></bdi> اليوم"),
    ("**صحيفة New York** اليوم", "<strong>صحيفة <bdi dir=\"ltr\">New York</bdi></strong> اليوم"),
    (
      "لغة `let x` في Swift `x` ثم",
      "لغة <code dir=\"ltr\">let x</code> في <bdi dir=\"ltr\">Swift</bdi> <code dir=\"ltr\">x</code> ثم"
    ),
    ("أ [BBC](https://bbc.com/3-1) ب", "أ <a href=\"https://bbc.com/3-1\"><bdi dir=\"ltr\">BBC</bdi></a> ب"),
    ("**صحيفة New** York", "<strong>صحيفة </strong><bdi dir=\"ltr\"><strong>New</strong> York</bdi>"),
    (
      "أحمد New *York* و*Wash* ington *D C باء* ج",
      "أحمد <bdi dir=\"ltr\">New <em>York</em></bdi> و<bdi dir=\"ltr\"><em>Wash</em> ington <em>D C</em></bdi><em> باء</em> ج"
    ),
    ("[صحيفة New](/a) York", "<a href=\"/a\">صحيفة <bdi dir=\"ltr\">New</bdi></a> <bdi dir=\"ltr\">York</bdi>"),
  ])
  func runsGoOverTheBordersOfNodes(_ markdown: String, _ html: String) { #expect(line(markdown) == html) }

  @Test(arguments: ["`C++ 3-1` نص", "![C++ 3-1](/a-b-3-1.png) نص", "[نص](/C++/3-1 \"3-1\") نص", "```\nC++\n```\n\nنص"])
  func codeAddressesAndAlternativesStayAsTheyAre(_ markdown: String) { #expect(!render(markdown).contains("bdi")) }

  @Test func inALeftToRightTextPhrasesOfTheOtherScriptAreIsolated() {
    #expect(
      line("The paper «صحيفة الحي» said \"نعم، طبعا\".", .ltr)
        == "The paper «<bdi dir=\"rtl\">صحيفة الحي</bdi>» said &quot;<bdi dir=\"rtl\">نعم، طبعا</bdi>&quot;."
    )
    #expect(line("On 2026-11-24, 3-1 and C++ (50%).", .ltr) == "On 2026-11-24, 3-1 and C++ (50%).")
  }

  @Test func directionControlsBecomeMarkup() {
    #expect(line("قال \u{2066}BBC عربي\u{2069} نعم") == "قال <bdi dir=\"ltr\">BBC عربي</bdi> نعم")
    #expect(line("قال \u{202B}**نص** ثم\u{202C} نعم") == "قال <bdi dir=\"rtl\"><strong>نص</strong> ثم</bdi> نعم")
    #expect(line("قال \u{202E}نص \u{2069}\u{2066} نعم") == "قال <bdi dir=\"rtl\">نص </bdi> نعم")
  }

  @Test func aBlockInAnotherLanguageTurns() {
    let html = render(
      """
      قال الوزير ما نصه في صحيفة BBC:

      > It was a good meeting, **he** said, قال.

      This whole paragraph is in English, 100%.

      ## A heading in the English language

      - The first English item here
      - The second English item (ثان)

      3) Third of the English items
      4) Fourth of the English items

      - هذا بند طويل بالعربية في قائمة
      - The other item is in English.

      BBC!
      """
    )
    #expect(
      html == """
        <p>قال الوزير ما نصه في صحيفة <bdi dir="ltr">BBC</bdi>:</p>
        <blockquote dir="ltr" lang="">
        <p>It was a good meeting, <strong>he</strong> said, <bdi dir="rtl">قال</bdi>.</p>
        </blockquote>
        <p dir="ltr" lang="">
        This whole paragraph is in English, 100%.
        </p>
        <h2 dir="ltr" lang="">
        A heading in the English language
        </h2>
        <ul dir="ltr" lang="">
        <li>
        The first English item here
        </li>
        <li>
        The second English item (<bdi dir="rtl">ثان</bdi>)
        </li>
        </ul>
        <ol start="3" dir="ltr" lang="">
        <li>
        Third of the English items
        </li>
        <li>
        Fourth of the English items
        </li>
        </ol>
        <ul>
        <li>هذا بند طويل بالعربية في قائمة</li>
        <li><bdi dir="ltr" lang="">The other item is in English.</bdi></li>
        </ul>
        <p><bdi dir="ltr">BBC</bdi>!</p>

        """
    )
  }

  @Test func aBlockInsideOneThatTurnedMayTurnBack() {
    let html = render(
      "> A long quotation in the English language goes here, and then some more of it, and more, and more, and more, so that nearly all of it is English.\n>\n> وهذه فقرة بالعربية في اقتباس.\n"
    )
    #expect(html.contains("<blockquote dir=\"ltr\" lang=\"\">"))
    #expect(html.contains("<p dir=\"rtl\" lang=\"\">\nوهذه فقرة بالعربية في اقتباس.\n</p>"))
  }

  @Test func hostileNestingEnds() {
    let deep = String(repeating: "**a *", count: 4000) + "نص BBC" + String(repeating: "* b**", count: 4000)
    #expect(render(deep + " نص 3-1").contains("BBC"))
    #expect(render(String(repeating: "> ", count: 20_000) + "نص BBC").contains("<bdi dir=\"ltr\">BBC</bdi>"))
    #expect(render(String(repeating: "نص a&b \"c\" ", count: 20_000)).contains("a&amp;b"))
  }
}
