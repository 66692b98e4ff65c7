/// The fast way through words of letters and digits that fold one by one, which most are: `forEachWord` takes the other
/// way through marks, quotes inside words, and what is three bytes long.
enum SimpleWords {
  enum Found {
    /// No word begins here; it may from this place on.
    case none(next: Int)
    case word(end: Int)
    /// Not simple.
    case other
  }

  /// For each scalar of one or two bytes: its `WordClass` in the upper half, what it folds to in the lower one.
  static let table: [UInt32] = (0..<0x800).map { (value: UInt32) in
    let kind = WordClass.of(value)
    switch kind {
    case .separator: return 0
    case .joiner, .apostrophe, .gershayim: return other
    case .letter, .rtlLetter, .digit:
      let fold = SearchFolding.fold(value)
      return fold == SearchFolding.unknown || fold == SearchFolding.dropped || fold >= 0x800
        ? other : UInt32(kind.rawValue) << 16 | fold
    }
  }

  private static let other: UInt32 = 7 << 16
  private static let rtl = UInt32(WordClass.rtlLetter.rawValue)

  /// Puts the search form of the word at `start` into an empty array.
  @inline(__always)
  static func word(
    in text: UnsafeBufferPointer<UInt8>,
    from start: Int,
    _ table: UnsafeBufferPointer<UInt32>,
    to normal: inout [UInt8]
  ) -> Found {
    var index = start
    var last: UInt32 = 0
    var isFolded = true
    while index < text.count {
      let byte = text[index]
      if byte >= 0xE0 {
        if isPunctuation(text, index) { break }
        return .other
      }
      let isShort = byte < 0x80
      let value = isShort ? UInt32(byte) : UInt32(byte & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F)
      let entry = table[Int(value)]
      let kind = entry >> 16
      if kind == 0 || (last != 0 && kind != last && kind != 7 && (kind == rtl || last == rtl)) { break }
      if kind == 7 { return .other }
      if entry & 0xFFFF != value { isFolded = false }
      last = kind
      index += isShort ? 1 : 2
    }
    if index == start {
      let byte = text[start]
      return .none(next: start + (byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3))
    }
    if isFolded {
      normal.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
    } else {
      fold(text, start..<index, table, to: &normal)
    }
    return .word(end: index)
  }

  // U+2010 to U+2027, which end a word, but for the apostrophe.
  private static func isPunctuation(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    text[index] == 0xE2 && text[index + 1] == 0x80 && (0x90...0xA7).contains(text[index + 2])
      && text[index + 2] != 0x99
  }

  private static func fold(
    _ text: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>,
    _ table: UnsafeBufferPointer<UInt32>,
    to normal: inout [UInt8]
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      let value = byte < 0x80 ? UInt32(byte) : UInt32(byte & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F)
      append(table[Int(value)] & 0xFFFF, to: &normal)
      index += byte < 0x80 ? 1 : 2
    }
  }
}
