/// A text without the debris of pasting, and what was done to it.
public struct Cleaned: Sendable, Hashable {
  /// The text as it should have been typed.
  public let text: String
  /// What was done, in the order of `TextNote.Kind`; empty where nothing was.
  public let notes: [TextNote]
}

/// What becomes of tatweel.
public enum TatweelPolicy: String, Sendable, CaseIterable {
  /// It stays.
  case keep
  /// It goes where it only stretches a word («كتـــاب»); where it joins («لـ «حماس»», «1436هـ») it stays.
  case stripStretching
  /// It goes.
  case strip
}

/// The text as an editor would have typed it. Cleaning a clean text changes nothing.
///
/// What may change, and nothing else:
/// 1. Character references with a semicolon, `&#…;` and about ninety names, also escaped twice, become the character.
/// 2. Arabic and Hebrew presentation forms and Latin ligatures become letters, ﷲ too; ﷺ ﷻ ﷼ ﷽ are signs and stay.
/// 3. No-break and other wide or narrow spaces become a space.
/// 4. Zero-width space, word joiner, byte-order mark and soft hyphen go; ZWNJ stays between two letters or digits of the
///    Arabic script (`keepZWNJ` false: nowhere); ZWJ stays after ه and between emoji.
/// 5. Control characters and noncharacters go, but LF and tab; CR, VT, FF, NEL, U+2028 and U+2029 become LF.
/// 6. In each line, embeddings and overrides that are closed become isolates, isolates that are closed stay, halves and
///    empty ones go; LRM, RLM and ALM go at the ends of a line and beside a letter of their own direction.
/// 7. Bullets of symbol fonts become •; any private-use character before a space at the head of a line too.
/// 8. A letter and the hamza, madda or accent after it become one letter (NFC); the order of tashkeel stays as typed.
/// 9. On request: tatweel, and Persian ی and ک in words without پ چ ژ گ.
public func clean(
  _ text: String,
  keepZWNJ: Bool = true,
  tatweel: TatweelPolicy = .keep,
  arabicLetters: Bool = false
) -> Cleaned {
  guard arabicLetters || tatweel != .keep || mayNeedCleaning(text) else { return Cleaned(text: text, notes: []) }
  var characters = CharacterCleaning()
  for scalar in text.unicodeScalars { characters.feed(scalar.value) }
  var tally = characters.tally
  var cleaned: [UInt8] = []
  cleaned.reserveCapacity(text.utf8.count)
  var number = 1
  for line in characters.output.split(separator: 0x0A, omittingEmptySubsequences: false) {
    if number > 1 { cleaned.append(0x0A) }
    var line = balanced(Array(line), number, &tally)
    line = withUsefulJoiners(line, keepZWNJ: keepZWNJ, number, &tally)
    line = withComposedLetters(line, number, &tally)
    line = withKnownBullets(line, number, &tally)
    line = withTatweel(line, tatweel, number, &tally)
    if arabicLetters { line = withArabicLetters(line, number, &tally) }
    for value in line { append(value, to: &cleaned) }
    number += 1
  }
  return Cleaned(text: String(decoding: cleaned, as: UTF8.self), notes: tally.notes)
}

/// The words of a text as a reader sees them, by which two versions are shown to hold the same words.
///
/// Cleaned, without tatweel and invisible characters, digits ASCII, NFC; letters, tashkeel and case as they are.
public func auditWords(_ text: String) -> [String] {
  let cleaned = clean(text).text
  let bytes = Array(cleaned.utf8)
  return words(in: cleaned).map { word in
    let source = String(decoding: bytes[word.utf8Range], as: UTF8.self).unicodeScalars
    let visible = source.filter { $0.value != 0x0640 && !SearchFolding.isInvisible($0.value) }
    return composed(Digits.ascii(String(String.UnicodeScalarView(visible))))
  }
}

// One pass that sends most clean texts away; it may say yes too often, never no.
private func mayNeedCleaning(_ text: String) -> Bool {
  var before: UInt8 = 0
  var twoBefore: UInt8 = 0
  for byte in text.utf8 {
    switch byte {
    case 0x09, 0x0A: break
    case 0..<0x20, 0x26, 0x7F, 0xCC, 0xCD, 0xEE, 0xEF, 0xF3, 0xF4: return true
    case 0x80..<0xC0:
      switch before {
      case 0xC2: if byte <= 0xA0 || byte == 0xAD { return true }
      case 0xD8: if byte == 0x9C { return true }
      case 0xD9: if (0x93...0x95).contains(byte) { return true }
      case 0x80: if twoBefore == 0xE2, byte <= 0x8F || byte >= 0xA8 { return true }
      case 0x81: if twoBefore == 0xE2, byte >= 0x9F { return true }
      case 0x9A, 0xA0: if twoBefore == 0xE1 { return true }
      default: break
      }
      if twoBefore == 0xE3, before == 0x80, byte == 0x80 { return true }
      if before == 0xBF, byte >= 0xBE { return true }
    default: break
    }
    twoBefore = before
    before = byte
  }
  return false
}
