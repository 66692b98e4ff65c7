import TestSupport
import Testing

@testable import NewsCore

/// What a photo file says of itself.
@Suite struct PhotoFactsTests {
  @Test func theFieldsOfAgenciesAreRead() {
    let facts = PhotoFacts(of: jpeg([(5, "Title"), (40, "No  Archiving\r\n"), (80, "يحيى عرهب"), (116, "© EPA")]))
    #expect(facts.instructions == "No Archiving" && facts.creator == "يحيى عرهب" && facts.copyright == "© EPA")
  }

  @Test func aFileWithoutThemSaysNothing() {
    #expect(PhotoFacts(of: jpeg([])) == PhotoFacts())
    #expect(PhotoFacts(of: []) == PhotoFacts() && PhotoFacts(of: Array("GIF89a".utf8)) == PhotoFacts())
    #expect(PhotoFacts(of: jpeg([(80, "  ")])).creator == nil)
  }

  @Test func olderProgramsWriteLatinLetters() {
    let bytes: [UInt8] = [0x1C, 2, 80, 0, 4] + [0x4A, 0x6F, 0x73, 0xE9]
    #expect(PhotoFacts(of: jpeg(iptc: bytes)).creator == "José")
  }

  @Test func aFileThatIsCutOffOrLiesDoesNoHarm() {
    let file = jpeg([(40, "Embargo"), (80, "Name"), (116, "©")])
    for count in 0..<file.count { _ = PhotoFacts(of: Array(file[..<count])) }
    for index in file.indices {
      for value in [0, 0x7F, 0xFF] as [UInt8] {
        var broken = file
        broken[index] = value
        _ = PhotoFacts(of: broken)
      }
    }
    #expect(PhotoFacts(of: jpeg([(80, String(repeating: "x", count: 5000))])).creator?.count == 500)
  }

  @Test(arguments: [
    ("EMBARGOED until 10 am", true, ["photo-embargo"]),
    ("HOLD FOR RELEASE; no archives", true, ["photo-embargo", "photo-no-archive"]),
    ("MANDATORY CREDIT", false, ["photo-credit"]), ("MANDATORY CREDIT", true, []), ("Editorial use only", false, []),
  ])
  func anEditorIsToldWhatIsDemanded(_ text: String, _ hasCredit: Bool, _ ids: [String]) {
    let found = photoWarnings(text, hasCredit: hasCredit, path: "Content/Stories/a.md")
    #expect(found.map(\.id) == ids && found.allSatisfy { $0.severity == .warning && $0.fix != nil })
  }
}
