import NewsCore
import TestSupport
import Testing

@testable import NewsImport

struct EscapeMarkdownTests {
  @Test(arguments: [
    ("1. أمراض القلب", "1\\. أمراض القلب"),
    ("10) مصر", "10\\) مصر"),
    ("1- أمراض القلب", "1- أمراض القلب"),
    ("3.وقال", "3.وقال"),
    ("- قال", "\\- قال"),
    ("-وات- تونس", "-وات- تونس"),
    ("+ زيادة", "\\+ زيادة"),
    ("# عنوان", "\\# عنوان"),
    ("#سوريا_اليوم و #حلب", "#سوريا_اليوم و #حلب"),
    ("> اقتباس", "\\> اقتباس"),
    ("5 > 3", "5 > 3"),
    ("---", "\\---"),
    ("* * *", "\\* * *"),
    ("** ** **", "\\*\\* \\*\\* \\*\\*"),
    ("===", "==="),
    ("( *1*) ثم", "( \\*1\\*) ثم"),
    ("_عامل_ مهم", "\\_عامل\\_ مهم"),
    ("snake_case_name", "snake_case_name"),
    ("2 * 3", "2 * 3"),
    ("اطلب *123#", "اطلب \\*123#"),
    ("`رمز`", "\\`رمز\\`"),
    ("~~~ نص", "\\~~~ نص"),
    ("[المصدر]: رويترز", "[المصدر\\]: رويترز"),
    ("[نص](http://x.example)", "[نص\\](http://x.example)"),
    ("[قوس] عادي", "[قوس] عادي"),
    ("![صورة][1]", "![صورة\\][1]"),
    ("<http://x.example>", "\\<http://x.example>"),
    ("3 < 5", "3 < 5"),
    ("<b>غامق</b>", "\\<b>غامق\\</b>"),
    ("<!-- تعليق", "\\<!-- تعليق"),
    ("AT&T و &quot;نص&quot;", "AT&T و \\&quot;نص\\&quot;"),
    ("&#1590;", "\\&#1590;"),
    ("نهاية\\", "نهاية\\\\"),
    ("C:\\مجلد \\* نجمة", "C:\\مجلد \\\\\\* نجمة"),
    ("    أربع   مسافات  ", "أربع مسافات"),
    ("سطر\nآخر", "سطر آخر"),
    ("", ""),
  ])
  func onlyMarkupIsEscaped(plain: String, escaped: String) {
    #expect(escapeMarkdown(plain) == escaped)
    let blocks = cmarkBlocks(escapeMarkdown(plain))
    #expect(blocks.map(\.text) == (plain.isEmpty ? [] : [folded(plain)]))
    #expect(blocks.allSatisfy { $0.type == "paragraph" })
  }

  @Test func cmarkReadsBackExactlyTheText() {
    var random = SeededRandom(seed: 20_160_905)
    for round in 0..<lawRounds {
      let text = randomText(&random)
      let blocks = cmarkBlocks(escapeMarkdown(text))
      let plain = folded(text)
      guard blocks.map(\.text) == (plain.isEmpty ? [] : [plain]), blocks.allSatisfy({ $0.type == "paragraph" }) else {
        Issue.record("round \(round): \(text.debugDescription) → \(escapeMarkdown(text).debugDescription): \(blocks)")
        return
      }
    }
  }

  @Test func cmarkReadsBackEveryBlockOfABody() {
    var random = SeededRandom(seed: 7)
    for round in 0..<lawRounds / 4 {
      let blocks = (0..<1 + random.next(6)).map { _ in randomBlock(&random) }
      let read = cmarkBlocks(markdown(of: blocks))
      let expected = blocks.map(expectedBlock)
      guard read.map(\.type) == expected.map(\.type),
        zip(read, expected).allSatisfy({ $0.text == $1.text || $1.type == "html_block" }),
        zip(read, expected).allSatisfy({ $1.type != "list" || $0.start == $1.start })
      else {
        Issue.record("round \(round): \(blocks)\n\(markdown(of: blocks).debugDescription)\n\(read)")
        return
      }
    }
  }

  @Test func aCommentCannotBeEndedFromInside() {
    let text = "قبل --> <script>alert(1)</script> --!> بعد ---"
    let blocks = cmarkBlocks(markdown(of: [.dropped([text, "-->"]), .paragraph("نص")]))
    #expect(blocks.map(\.type) == ["html_block", "paragraph"])
    #expect(blocks.first?.text.components(of: "-->") == 2)
  }
}

extension String {
  fileprivate func components(of mark: String) -> Int { split(separator: mark, omittingEmptySubsequences: false).count }
}

/// How many rounds a law test runs: few in debug mode, many in release.
let lawRounds: Int = {
  #if DEBUG
    2_000
  #else
    40_000
  #endif
}()

private let pieces = [
  "سوريا", "قال", "المصدر", "Obama", "x", "12", "1", "٣", "*", "**", "_", "__", "#", "##", "`", "```", "~~~", "[", "]",
  "](", "]:",
  "!", "<", ">", "<b>", "</i>", "<!--", "-->", "&", "&amp;", "&#39;", "\\", "\\\\", "-", "--", "---", "+", "=", "===",
  ".", "1.", "1)",
  "2. ", "- ", "* ", "> ", "(", ")", "\"", "«", "»", "،", "\u{200F}", "\u{200E}", "\u{202B}", "\u{202C}", "\u{A0}",
  "http://a.b/c_d",
  "<http://a.b>", "مَدَّ", "لـ", "\u{200C}", "😀", "a_b", "|", "\t", "\n", "    ", "  ", " ", " ", " ", " ", "\u{E000}",
  "é", "—",
]

func randomText(_ random: inout SeededRandom) -> String {
  (0..<1 + random.next(14)).map { _ in random.pick(pieces) }.joined(separator: random.chance(50) ? " " : "")
}

private func filledText(_ random: inout SeededRandom) -> String {
  while true {
    let text = randomText(&random)
    if !folded(text).isEmpty { return text }
  }
}

private func randomBlock(_ random: inout SeededRandom) -> Article.Block {
  let texts = (0..<1 + random.next(3)).map { _ in filledText(&random) }
  switch random.next(6) {
  case 0: return .subhead(texts[0])
  case 1: return .quotation(texts)
  case 2: return .bullets(texts)
  case 3: return .numbered(texts, start: 1 + random.next(12))
  case 4: return .dropped(texts)
  default: return .paragraph(texts[0])
  }
}

private func expectedBlock(_ block: Article.Block) -> (type: String, text: String, start: Int) {
  switch block {
  case .paragraph(let text): ("paragraph", folded(text), 0)
  case .subhead(let text): ("heading", folded(text), 0)
  case .quotation(let lines): ("block_quote", lines.map(folded).joined(separator: "\n"), 0)
  case .bullets(let entries): ("list", entries.map(folded).joined(separator: "\n"), 0)
  case .numbered(let entries, let start): ("list", entries.map(folded).joined(separator: "\n"), start)
  case .dropped: ("html_block", "", 0)
  }
}
