/// One physical line, or several hard-wrapped lines that are one paragraph, with what can be seen of it at a glance.
struct Passage: Sendable {
  /// Positions in the article's lines.
  let lines: Range<Int>
  let text: String
  /// Whether the line above is blank, or there is none.
  let isAfterBlank: Bool
  /// Pieces between white space.
  private(set) var words = 0
  /// Letters, marks and all else, in Unicode scalars.
  private(set) var scalars = 0
  private(set) var latinLetters = 0
  /// Letters of Arabic and Hebrew script.
  private(set) var rtlLetters = 0
  /// Sentence ends inside the text, before its last character.
  private(set) var innerStops = 0
  let ending: Ending
  /// The words in search form with single spaces; empty for a passage of more than 300 bytes, which is no label.
  let phrase: String

  /// The punctuation that a passage ends with, quotation marks and brackets aside.
  enum Ending: Sendable { case stop, question, comma, colon, ellipsis, none }

  init(lines: Range<Int>, text: String, isAfterBlank: Bool) {
    self.lines = lines
    self.text = text
    self.isAfterBlank = isAfterBlank
    ending = Passage.ending(of: text)
    phrase = text.utf8.count <= 300 ? NewsImport.phrase(text) : ""
    measure()
  }

  var isMostlyLatin: Bool { latinLetters > 2 * rtlLetters }

  /// Several sentences, or one that is long or ends with a full stop.
  var looksLikeParagraph: Bool {
    words >= 25 || innerStops >= 2 || words >= 12 && innerStops == 1 || words >= 8 && ending == .stop
  }

  /// Short, one sentence, no full stop at its end.
  var looksLikeHeadline: Bool {
    (1...25).contains(words) && scalars <= 200 && ending != .stop && ending != .comma && innerStops <= 1
  }

  private mutating func measure() {
    var copy = text
    let counts = copy.withUTF8 { Counts($0) }
    (words, scalars) = (counts.words, counts.scalars)
    (latinLetters, rtlLetters, innerStops) = (counts.latin, counts.rtl, counts.stops)
  }

  private static func ending(of text: String) -> Ending {
    for scalar in text.unicodeScalars.reversed() {
      switch scalar {
      case "\"", "»", "”", "’", "'", ")", "]", "«": continue
      case ".", "۔": return text.hasSuffix("..") ? .ellipsis : .stop
      case "؟", "?", "!": return .question
      case "،", ",", "؛", ";": return .comma
      case ":": return .colon
      case "…": return .ellipsis
      default:
        if isWhiteSpace(scalar) || isMark(scalar) { continue }
        return .none
      }
    }
    return .none
  }
}

/// One pass over the bytes of a passage.
private struct Counts {
  var words = 0
  var scalars = 0
  var latin = 0
  var rtl = 0
  var stops = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var isInWord = false
    var previous: UInt8 = 0
    for (index, byte) in bytes.enumerated() {
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if byte == 0x20 || byte == 0x09 || previous == 0xC2 && byte == 0xA0 {
        if isInWord, index >= 2, Counts.isStop(bytes[index - 2], previous) { stops += 1 }
        isInWord = false
      } else if byte != 0xC2 {
        if !isInWord { words += 1 }
        isInWord = true
      }
      if byte >= 0x41, byte <= 0x5A || 0x61...0x7A ~= byte { latin += 1 }
      if 0xD7...0xDB ~= byte { rtl += 1 }
      previous = byte
    }
  }

  // A full stop after a letter, or an Arabic question mark.
  private static func isStop(_ before: UInt8, _ last: UInt8) -> Bool {
    last == 0x2E && before != 0x2E && !(0x30...0x39).contains(before) || before == 0xD8 && last == 0x9F
  }
}
