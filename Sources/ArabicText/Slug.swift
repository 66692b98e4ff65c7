/// The last part of a story's address.
public enum Slug {
  /// The letters of an address.
  public enum Style: String, Sendable, CaseIterable {
    /// Letters as they are: `الرئيس-لن-نتراجع`
    case arabic
    /// Letters transliterated to ASCII: `alryis-ln-ntraj`
    case latin
  }

  /// The slug of a title, at most `maxBytes` bytes of UTF-8 and cut between words; nil where no letter or digit remains.
  ///
  /// NFC, lowercase, digits ASCII, no tashkeel, tatweel or invisible characters, one hyphen for what stands between
  /// words, and for a ZWNJ, which parts what the reader sees. No letter is folded: «أ» stays «أ». An apostrophe inside
  /// a word is left out (O'Neill → oneill).
  public static func make(_ title: String, style: Style = .arabic, maxBytes: Int = 90) -> String? {
    let letters = style == .arabic ? SlugLetters.kept(title) : SlugLetters.latin(title)
    let parts = letters.split(separator: 0x2D)
    var slug: [UInt8] = []
    for part in parts {
      if slug.isEmpty {
        slug = part.count <= maxBytes ? Array(part) : prefix(of: part, maxBytes)
        if slug.count < part.count { break }
      } else if slug.count + 1 + part.count <= maxBytes {
        slug.append(0x2D)
        slug += part
      } else {
        break
      }
    }
    return slug.isEmpty ? nil : String(decoding: slug, as: UTF8.self)
  }

  /// Whether a hand-written slug is one that `make` could have made, of at most 200 bytes.
  ///
  /// So it has no `/`, no `.` or `..`, no control or space, is NFC and has no uppercase letter.
  public static func isValid(_ slug: String) -> Bool {
    if isPlain(slug) { return true }
    guard slug.utf8.count <= 200, let made = make(slug, maxBytes: 200) else { return false }
    return made.utf8.elementsEqual(slug.utf8)
  }

  // Arabic and Latin letters and digits with single hyphens between them: most slugs, without making one to compare.
  private static func isPlain(_ slug: String) -> Bool {
    guard (1...200).contains(slug.utf8.count) else { return false }
    var (previous, lead): (UInt8, UInt8) = (0x2D, 0)
    for byte in slug.utf8 {
      if lead != 0 {
        // U+0621 to U+063A and U+0641 to U+064A: letters that no mark before them makes part of another.
        guard lead == 0xD8 ? (0xA1...0xBA).contains(byte) : (0x81...0x8A).contains(byte) else { return false }
        lead = 0
      } else if byte == 0xD8 || byte == 0xD9 {
        lead = byte
      } else {
        let isHyphen = byte == 0x2D
        guard isHyphen ? previous != 0x2D : (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) else {
          return false
        }
      }
      previous = byte
    }
    return previous != 0x2D
  }

  // Whole characters of a word that is too long to stay whole.
  private static func prefix(of word: ArraySlice<UInt8>, _ maxBytes: Int) -> [UInt8] {
    var kept: [UInt8] = []
    for character in String(decoding: word, as: UTF8.self) {
      if kept.count + character.utf8.count > maxBytes { break }
      kept += character.utf8
    }
    return kept
  }
}
