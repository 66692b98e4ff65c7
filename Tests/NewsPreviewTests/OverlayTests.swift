import Foundation
import Markup
import NewsCore
import TestSupport
import Testing

@testable import NewsPreview

/// What is shown over a page while something is wrong.
@Suite struct OverlayTests {
  private let path = "Content/Stories/2026/01/خبر.md"

  private func overlay(_ site: TestSite, _ diagnostics: [Diagnostic], language: String = "ar-SY") -> String? {
    var state = PreviewState()
    state.diagnostics = diagnostics
    return text(of: state, site, language)
  }

  private func text(of state: PreviewState, _ site: TestSite, _ language: String = "ar-SY") -> String? {
    let settings = Site(title: "صحيفة", baseURL: "https://news.example", language: language)
    return NewsPreview.overlay(state, root: site.folder.root, site: settings).map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
  }

  @Test func whereAllIsWellOrOnlyNotesAreThereNothingIsShown() throws {
    let site = try TestSite()
    #expect(overlay(site, []) == nil)
    #expect(overlay(site, [Diagnostic(.note, "new-topic", path: path, "ملاحظة")]) == nil)
  }

  @Test func anErrorIsShownInTheWordsOfTheTerminalWithItsLineAndItsFix() throws {
    let site = try TestSite()
    try site.write(path, "---\ntitle: خبر\ndate: أمس\n---\n\nنص.\n")
    let message = "`date` is no date of the calendar: \(excerpt("أمس"))"
    let shown = try #require(
      overlay(site, [Diagnostic(.error, "bad-date", path: path, line: 3, message, fix: "write 2016-09-05")])
    )
    #expect(shown.contains("`date` is no date of the calendar: <bdi>أمس</bdi>"))
    #expect(shown.contains("Content/Stories/2026/01/<bdi>خبر</bdi>.md:3"))
    #expect(shown.contains("<mark dir=\"auto\">date: أمس</mark>"))
    #expect(shown.contains("<span class=\"warraq-line\" dir=\"auto\">title: خبر</span>"))
    #expect(shown.contains("<b>fix:</b> write 2016-09-05") && shown.contains("[bad-date]"))
    #expect(shown.hasPrefix("<details class=\"warraq-trouble warraq-serious\" lang=\"ar-SY\" dir=\"rtl\" open>"))
    #expect(shown.contains("أخطاء: 1") && !shown.contains("تنبيهات: "))
  }

  @Test func warningsAloneAreFoldedAndErrorsComeFirst() throws {
    let site = try TestSite()
    let warning = Diagnostic(.warning, "w", path: "Content/Stories/a.md", "first by name")
    let error = Diagnostic(.error, "e", path: "Content/Stories/b.md", "second by name")
    #expect(overlay(site, [warning])?.contains(" open>") == false)
    let both = try #require(overlay(site, [warning, error]))
    let first = try #require(both.firstRange(of: "second by name"))
    let second = try #require(both.firstRange(of: "first by name"))
    #expect(first.lowerBound < second.lowerBound && both.contains(" open>"))
  }

  @Test func nothingInItCanBeMarkup() throws {
    let site = try TestSite()
    let name = "Content/Stories/<img src=x onerror=alert(1)>.md"
    try site.write(name, "</mark><script>alert(2)</script>\n")
    let shown = try #require(
      overlay(site, [Diagnostic(.error, "x", path: name, line: 1, "<b onclick=\"x\">", fix: "</p><script>")])
    )
    #expect(!shown.contains("<script") && !shown.contains("<img") && !shown.contains("<b onclick"))
    #expect(shown.contains("&lt;/mark&gt;&lt;script&gt;"))
  }

  @Test(arguments: [
    ("binary", [UInt8]([0x50, 0x4B, 0x03, 0x04, 0x00, 0x00, 0xFF, 0xD8]) + Array(repeating: 0, count: 99), 1),
    ("past the end", Array("سطر\n".utf8), 9), ("no line", Array("سطر\n".utf8), 0),
  ])
  func whatCannotBeShownIsLeftOut(_ name: String, _ bytes: [UInt8], _ line: Int) throws {
    let site = try TestSite()
    try site.write(path, bytes: bytes)
    #expect(overlay(site, [Diagnostic(.error, "x", path: path, line: line, "message")])?.contains("<ol") == false)
  }

  @Test func aFileOutsideTheSiteIsNotShown() throws {
    let (site, other) = (try TestSite(), try TestSite())
    try other.write("secret.txt", "سر")
    try site.write("Content/Stories/a.md", "")
    try site.link("Content/Stories/link.md", to: other.folder.path("secret.txt"))
    let up = "../\(other.folder.root.split(separator: "/").last ?? "")/secret.txt"
    for path in ["Content/Stories/link.md", up, "Content/Stories/gone.md"] {
      #expect(overlay(site, [Diagnostic(.error, "x", path: path, line: 1, "message")])?.contains("سر") == false)
    }
  }

  @Test func longLinesAndManyMarksOnALetterAreCut() throws {
    let site = try TestSite()
    try site.write(path, "ا" + String(repeating: "\u{64B}", count: 500_000))
    let shown = try #require(overlay(site, [Diagnostic(.error, "x", path: path, line: 1, "message")]))
    #expect(shown.utf8.count < 3000 && shown.contains("…</mark>"))
  }

  @Test func aRawArticleOfOlderTimesCanBeRead() throws {
    let site = try TestSite()
    // «خبر من دمشق» in Windows-1256.
    let bytes: [UInt8] = [0xCE, 0xC8, 0xD1, 0x20, 0xE3, 0xE4, 0x20, 0xCF, 0xE3, 0xD4, 0xDE, 0x0A]
    try site.write("Content/Articles/old.txt", bytes: bytes)
    let trouble = Diagnostic(.warning, "x", path: "Content/Articles/old.txt", line: 1, "message")
    #expect(overlay(site, [trouble])?.contains("خبر من دمشق") == true)
  }

  @Test func ofManyTheFirstAreShownAndTheRestIsCounted() throws {
    let site = try TestSite()
    let many = (0..<5000).map { Diagnostic(.error, "x", path: "Content/Stories/\($0).md", "message") }
    let shown = try #require(overlay(site, many))
    #expect(shown.components(separatedBy: "[x]").count == 21 && shown.contains("أخطاء: 5000"))
    #expect(shown.contains("والباقي: 4980"))
  }

  @Test func aBuildThatStoppedSaysWhy() throws {
    var state = PreviewState()
    state.failure = .environment(FileTrouble("write", "/صفحة", reason: "No space left on device"))
    let shown = try #require(text(of: state, try TestSite()))
    #expect(shown.contains("cannot write /صفحة: No space left on device") && shown.contains("توقف البناء"))
  }

  @Test(arguments: [
    ("ar-SY", "ar-SY", "rtl"), ("fa", "fa", "rtl"), ("ur-PK", "ur-PK", "rtl"), ("he", "he", "rtl"),
    ("en-GB", "en-GB", "ltr"), ("fr", "en", "ltr"), ("../ar", "en", "ltr"),
  ])
  func itSpeaksTheLanguageOfTheSiteOrEnglish(_ site: String, _ language: String, _ direction: String) throws {
    let shown = overlay(try TestSite(), [Diagnostic(.error, "x", path: path, "message")], language: site)
    #expect(shown?.contains("lang=\"\(language)\" dir=\"\(direction)\"") == true)
    let words = DeskWords(for: site)
    #expect(DeskPhrase.allCases.allSatisfy { !words[$0].isEmpty })
    #expect(direction == "ltr" || SourceLine.Role.allCases.allSatisfy { words[$0] != $0.rawValue })
  }

  @Test func eachPieceOfASourceInAMessageHasADirectionOfItsOwn() {
    let message = setMessage("`\(excerpt("أ"))` is not \(excerpt("ب")), nor <\(excerpt("ج"))>")
    let text = String(decoding: message.bytes, as: UTF8.self)
    #expect(text == "`<bdi>أ</bdi>` is not <bdi>ب</bdi>, nor &lt;<bdi>ج</bdi>&gt;")
  }
}
