/// The characters of a text that neither the theme's fonts hold nor the fonts of ordinary systems, each with the byte at
/// which it stands first (A-F3): a reader sees them in another font or as an empty box.
///
/// `bytes` is valid UTF-8. Of the blocks of Arabic only what the theme's fonts hold counts as held, as a letter or mark of
/// another font breaks the word; of other scripts what every system writes: Latin, Greek, Cyrillic, Hebrew, the scripts of
/// India and East Asia, punctuation, symbols and emoji. One look at each byte.
public func missingGlyphs(in bytes: UnsafeBufferPointer<UInt8>) -> [Unicode.Scalar: Int] {
  var found: [Unicode.Scalar: Int] = [:]
  if FontCoverage.surelyHoldsAll(bytes) { return found }
  let arabic = FontCoverage.arabic
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    // ASCII, Latin, Greek, Cyrillic and Hebrew, punctuation, East Asia, and all bytes but the first of a character.
    guard byte >= 0xD8, byte <= 0xE0 || byte >= 0xEE else {
      index += 1
      continue
    }
    if byte <= 0xDB, index + 1 < bytes.count, arabic[Int(byte) - 0xD8] >> UInt64(bytes[index + 1] & 0x3F) & 1 == 1 {
      index += 2
      continue
    }
    let (value, length) = decoded(bytes, at: index)
    if !FontCoverage.holds(value), let scalar = Unicode.Scalar(value), found[scalar] == nil { found[scalar] = index }
    index += length
  }
  return found
}

/// The same for a text.
public func missingGlyphs(in text: String) -> [Unicode.Scalar: Int] {
  var text = text
  return text.withUTF8 { missingGlyphs(in: $0) }
}

private func decoded(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (value: UInt32, length: Int) {
  let byte = bytes[index]
  let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  guard index + length <= bytes.count else { return (0x20, 1) }
  let head = UInt32(byte) & (0x7F >> UInt32(length))
  return (bytes[index + 1..<index + length].reduce(head) { $0 << 6 | UInt32($1 & 0x3F) }, length)
}

extension FontCoverage {
  /// For each first byte of a character, which second bytes (by their lower six bits) surely make one that is held.
  private static let sure: [UInt64] = (0...255).map { first in
    switch first {
    case 0xD8...0xDB: arabic[first - 0xD8]
    case 0xDC...0xE0, 0xEE...0xFF: 0
    default: .max
    }
  }

  /// Whether one look without a branch finds nothing to look at more closely, as in nearly every text.
  static func surelyHoldsAll(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = bytes.last else { return true }
    let raw = UnsafeRawBufferPointer(bytes)
    let (first, second) = commonLetters
    var lacks: UInt64 = 0
    sure.withUnsafeBufferPointer { sure in
      var index = 0
      while index + 1 < bytes.count {
        if index + 17 <= bytes.count, isCommon(raw, at: index, first, second) {
          index += 16
          continue
        }
        let end = min(index + 16, bytes.count - 1)
        for place in index..<end { lacks |= ~sure[Int(bytes[place])] >> UInt64(bytes[place + 1] & 0x3F) }
        index = end
      }
    }
    return lacks & 1 == 0 && sure[Int(last)] == .max
  }

  /// Whether sixteen bytes, each with the one behind it, are of ASCII, Latin, Greek, Cyrillic, Hebrew or the most common
  /// Arabic letters.
  @inline(__always)
  private static func isCommon(
    _ raw: UnsafeRawBufferPointer,
    at index: Int,
    _ first: (start: UInt8, count: UInt8),
    _ second: (start: UInt8, count: UInt8)
  ) -> Bool {
    typealias Bytes = SIMD16<UInt8>
    let bytes = raw.loadUnaligned(fromByteOffset: index, as: Bytes.self)
    let next = raw.loadUnaligned(fromByteOffset: index + 1, as: Bytes.self)
    let lacksFirst =
      (bytes .== Bytes(repeating: 0xD8))
      .& ((next &- Bytes(repeating: first.start)) .>= Bytes(repeating: first.count))
    let lacksSecond =
      (bytes .== Bytes(repeating: 0xD9))
      .& ((next &- Bytes(repeating: second.start)) .>= Bytes(repeating: second.count))
    let found = (bytes .>= Bytes(repeating: 0xDA)) .| lacksFirst .| lacksSecond
    let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self)
    return halves[0] | halves[1] == 0
  }

  /// The longest stretch of held characters among those that begin with D8 and D9, by their second bytes: the letters.
  private static let commonLetters = (longestStretch(arabic[0]), longestStretch(arabic[1]))

  private static func longestStretch(_ word: UInt64) -> (start: UInt8, count: UInt8) {
    var best: (start: UInt8, count: UInt8) = (0x80, 0)
    var count: UInt8 = 0
    for bit in 0..<UInt8(64) {
      count = word >> UInt64(bit) & 1 == 1 ? count + 1 : 0
      if count > best.count { best = (0x80 + bit + 1 - count, count) }
    }
    return best
  }

  /// Bit n of word m is set where the fonts hold U+0600 + 64 m + n.
  static let arabic: [UInt64] = {
    var words = [UInt64](repeating: 0, count: 4)
    let invisible: ClosedRange<UInt32> = 0x061C...0x061C
    for value in (ranges + [invisible]).joined() where (0x0600...0x06FF).contains(value) {
      words[Int(value - 0x0600) / 64] |= 1 << UInt64(value % 64)
    }
    return words
  }()

  /// Whether a character from U+0600 on is in the theme's fonts or in those of every system.
  static func holds(_ value: UInt32) -> Bool {
    switch value {
    case 0x0600...0x06FF: arabic[Int(value - 0x0600) / 64] >> UInt64(value % 64) & 1 == 1
    // Syriac, Thaana, N’Ko, Samaritan, Mandaic, and letters of Arabic for other languages.
    case 0x0700...0x08FF: false
    // Private use, where each font has pictures of its own; forms of Arabic letters; what was lost.
    case 0xE000...0xF8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFE, 0xFFFD...0xFFFF: ranges.contains { $0.contains(value) }
    case 0x0900...0xFFFF: true
    // Letters of mathematics, emoji, East Asia, tags and selectors.
    case 0x1D400...0x1D7FF, 0x1F000...0x1FBFF, 0x20000...0x3FFFF, 0xE0000...0xE01EF: true
    default: false
    }
  }
}
