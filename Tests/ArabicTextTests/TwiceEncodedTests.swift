import Testing

@testable import ArabicText

struct TwiceEncodedTests {
  private func misread(_ text: String, _ table: LegacyTable?) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in text.utf8 {
      let value = byte < 0x80 ? UInt16(byte) : table.map { $0.upper[Int(byte) - 0x80] } ?? UInt16(byte)
      scalars.append(Unicode.Scalar(value == 0 ? UInt16(byte) : value) ?? "?")
    }
    return String(scalars)
  }

  private static let texts = [
    "قال الرئيس إن المفاوضات مستمرة", "«غزة» – اليوم…", "ראש הממשלה", "می‌رود به تهران", "قالت Élise هنا",
  ]

  @Test(arguments: texts, [LegacyTable?.none, .windows1252, .windows1256].indices)
  func `text that was read wrongly and saved again is mended`(text: String, table: Int) throws {
    let tables: [LegacyTable?] = [nil, .windows1252, .windows1256]
    let source = misread(text, tables[table])
    let decoded = try decode(Array(source.utf8))
    #expect(decoded.text == text)
    #expect(decoded.notes == [TextNote(kind: .twiceEncoded, count: 1, lines: [1])])
  }

  @Test func `only the lines that need it are mended`() throws {
    let source = "سليم\n" + misread("دمشق", .windows1252) + "\nsafe § line\n" + misread("حلب", .windows1256)
    let decoded = try decode(Array(source.utf8))
    #expect(decoded.text == "سليم\nدمشق\nsafe § line\nحلب")
    #expect(decoded.notes == [TextNote(kind: .twiceEncoded, count: 2, lines: [2, 4])])
  }

  @Test func `text encoded three times is mended`() throws {
    let source = misread(misread("دمشق", .windows1252), .windows1252)
    #expect(try decode(Array(source.utf8)).text == "دمشق")
  }

  @Test(arguments: ["طظ§ قال", "Ø Århus, café, Ünal", "الفقرة ط§ 5", "â la carte", "Ã©", "Ã", "5 × 3", "naïve"])
  func `text that only looks like it stays`(text: String) throws {
    let decoded = try decode(Array(text.utf8))
    #expect(decoded.text == text && decoded.notes.isEmpty)
  }

  @Test func `what was lost on the way is noted`() throws {
    let source = misread("دمشق", .windows1252) + "\u{FFFD} س"
    let decoded = try decode(Array(source.utf8))
    #expect(decoded.text == source)
    #expect(decoded.notes.map(\.kind) == [.damagedTwiceEncoded, .replacementCharacter])
  }
}
