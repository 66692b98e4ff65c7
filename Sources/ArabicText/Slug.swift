/// The last part of a story's address.
package enum Slug {
  /// The letters of an address.
  package enum Style: String, Sendable, CaseIterable {
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
  package static func make(_ title: String, style: Style = .arabic, maxBytes: Int = 90) -> String? {
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
  package static func isValid(_ slug: String) -> Bool {
    guard slug.utf8.count <= 200, let made = make(slug, maxBytes: 200) else { return false }
    return made.utf8.elementsEqual(slug.utf8)
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
