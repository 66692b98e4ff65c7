import Testing

@testable import ArabicText

struct DecodeTests {
  static let arabic = "قال الرئيس إن المفاوضات مستمرة، والوفد في دمشق.\nوأضاف: «لن نتراجع» عن المطالب؛ فهل تنجح؟"
  static let hebrew = "ראש הממשלה אמר היום כי המשא ומתן נמשך.\nהשר הוסיף: לא נוותר"

  private func encoded(_ text: String, _ encoding: Encoding, marked: Bool = false) -> [UInt8]? {
    switch encoding {
    case .utf8: return (marked ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
    case .utf16LittleEndian:
      return (marked ? [0xFF, 0xFE] : []) + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian:
      return (marked ? [0xFE, 0xFF] : []) + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    default: return encoding.table?.encode(text)
    }
  }

  private func text(for encoding: Encoding) -> String {
    switch encoding {
    case .windows1255, .iso88598: Self.hebrew
    case .iso88596: Self.arabic.filter { $0 != "«" && $0 != "»" }
    default: Self.arabic
    }
  }

  @Test(arguments: Encoding.allCases)
  func `text comes back from its encoding, named or found`(encoding: Encoding) throws {
    let source = text(for: encoding)
    let bytes = try #require(encoded(source, encoding))
    #expect(try decode(bytes, as: encoding) == Decoded(text: source, encoding: encoding, confidence: 1, notes: []))
    let found = try decode(bytes)
    #expect(found.text == source && found.notes.isEmpty && found.confidence > 0.6)
    // Hebrew letters are the same bytes in both sets.
    #expect(found.encoding == (encoding == .iso88598 ? .windows1255 : encoding))
    #expect(Encoding(name: encoding.rawValue) == encoding)
  }

  @Test(arguments: [Encoding.utf8, .utf16LittleEndian, .utf16BigEndian])
  func `a byte-order mark names the encoding and is no text`(encoding: Encoding) throws {
    let decoded = try decode(try #require(encoded("س", encoding, marked: true)))
    #expect(decoded == Decoded(text: "س", encoding: encoding, confidence: 1, notes: []))
  }

  @Test func `every byte of a table that has a meaning comes back`() throws {
    for encoding in Encoding.allCases {
      guard let table = encoding.table else { continue }
      for (row, value) in table.upper.enumerated() where value >= 0x80 && value != 0x85 {
        let decoded = try decode([UInt8(0x80 + row)], as: encoding)
        #expect(decoded.text.unicodeScalars.map(\.value) == [UInt32(value)])
        let again = try #require(table.encode(decoded.text))
        #expect(table.upper[Int(again[0]) - 0x80] == value)
      }
    }
  }

  @Test(arguments: [
    ("cp1256", Encoding.windows1256), ("UTF8", .utf8), ("ISO_8859-6", .iso88596), ("MacArabic", .macArabic),
    ("Windows-1255", .windows1255),
  ])
  func `an encoding has the names people write`(name: String, encoding: Encoding) {
    #expect(Encoding(name: name) == encoding)
    #expect(Encoding(name: "latin-9") == nil)
  }

  @Test(
    arguments: [
      ([0x61, 0x00, 0xC7], nil, DecodingTrouble.Reason.nulByte, 1), ([0xD8, 0xA7, 0x00], nil, .nulByte, 2),
      (Array("سلام".utf8).dropLast() + [], nil, .invalidUTF8, 6), ([0x61, 0xFF], .utf8, .invalidUTF8, 1),
      ([0x61, 0xFF], .iso88596, .undefinedByte, 1), ([0x61, 0x81, 0x81], nil, .unknownEncoding, 1),
      ([0xFF, 0xFE, 0x27, 0x06, 0x00, 0xD8], nil, .brokenUTF16, 4), ([0xFE, 0xFF, 0x06], nil, .brokenUTF16, 2),
      ([0xED, 0xA0, 0x80], .utf8, .invalidUTF8, 0), ([0xC0, 0x80], .utf8, .invalidUTF8, 0),
      ([0xFF, 0xFE, 0x00, 0x00], nil, .nulByte, 2), ([0xFE, 0xFF, 0xDC, 0x00], nil, .brokenUTF16, 2),
    ] as [([UInt8], Encoding?, DecodingTrouble.Reason, Int)]
  )
  func `what cannot be read says why and where`(
    bytes: [UInt8],
    encoding: Encoding?,
    reason: DecodingTrouble.Reason,
    offset: Int
  ) {
    let trouble = #expect(throws: DecodingTrouble.self) { try decode(bytes, as: encoding) }
    #expect(trouble?.reason == reason)
    #expect(trouble?.byteOffset == offset)
  }

  @Test(arguments: [
    ("a\r\nب\rc\u{85}d\u{2028}e\u{2029}f\n", "a\nب\nc\nd\ne\nf\n"), ("\r\r\n\n", "\n\n\n"), ("é§", "é§"),
    ("a\u{85}b", "a\nb"), ("a\u{2028}b", "a\nb"),
    ("a\u{2029}b", "a\nb"), ("", ""),
  ])
  func `all ends of lines become LF`(source: String, expected: String) throws {
    #expect(try decode(Array(source.utf8)).text.unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test func `a lost character is noted, not hidden`() throws {
    let decoded = try decode(Array("س\u{FFFD}\nص\n\u{FFFD}\u{FFFD}".utf8))
    #expect(decoded.notes == [TextNote(kind: .replacementCharacter, count: 3, lines: [1, 3])])
  }

  @Test func `random bytes give text or trouble, and never a new replacement character`() {
    var dice = Dice(seed: 17)
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...60, using: &dice)).map { _ in UInt8.random(in: 0...255, using: &dice) }
      for encoding in [nil] + Encoding.allCases.map(Optional.some) {
        guard let decoded = try? decode(bytes, as: encoding) else { continue }
        #expect(!decoded.text.unicodeScalars.contains("\u{FFFD}") || !decoded.notes.isEmpty, "\(bytes)")
      }
    }
  }

  @Test func `random Arabic comes back from each encoding that can hold it`() throws {
    var dice = Dice(seed: 19)
    let letters = Array("ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى  .،؛؟123\n".unicodeScalars)
    for _ in 0..<500 {
      let scalars = (0..<80).map { _ in letters.randomElement(using: &dice) ?? "ا" }
      let text = String(String.UnicodeScalarView(scalars))
      for encoding in Encoding.allCases {
        guard let bytes = encoded(text, encoding) else { continue }
        #expect(try decode(bytes, as: encoding).text == text)
      }
    }
  }
}
