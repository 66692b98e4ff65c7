/// What the search form makes of each scalar: the rules of `normalize`, one scalar at a time.
enum SearchFolding {
  /// Marks a scalar that the form leaves out.
  static let dropped: UInt32 = 0
  /// Marks a scalar that only the long way round (Unicode decomposition) can fold.
  static let unknown: UInt32 = .max

  /// The folded scalar, `dropped` or `unknown`.
  static func fold(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x41...0x5A: value + 0x20
    case 0..<0xA0: value
    case 0xA0..<0x180: latin[Int(value - 0xA0)]
    case 0x05D0...0x05F4: value
    case 0x0590...0x05CF: isHebrewMark(value) ? dropped : value
    case 0x0600...0x06FF: arabic(value)
    case 0x0750...0x077F: value
    case 0x2010, 0x2012...0x2016, 0x2018...0x2023, 0x2030...0x2032: value
    default: isInvisible(value) || isLateArabicMark(value) ? dropped : unknown
    }
  }

  // U+0653 to U+0655 compose with the letter before them, so they take the long way round.
  private static func arabic(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x0610...0x061A, 0x064B...0x0652, 0x0656...0x065F, 0x0670, 0x06D6...0x06ED, 0x0640, 0x061C: dropped
    case 0x0653...0x0655, 0x0675...0x0678: unknown
    default: arabicLetter(value)
    }
  }

  /// The letter or digit without its differences of spelling: A-S5 of the search rules.
  static func arabicLetter(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x0622, 0x0623, 0x0625, 0x0671...0x0673: 0x0627
    case 0x0624, 0x0626: 0x0621
    case 0x0649, 0x06CC: 0x064A
    case 0x06A9, 0x06AA: 0x0643
    case 0x0629, 0x06BE, 0x06C0, 0x06C1, 0x06C2, 0x06C3: 0x0647
    case 0x06D3: 0x06D2
    case 0x0660...0x0669: value - 0x0660 + 0x30
    case 0x06F0...0x06F9: value - 0x06F0 + 0x30
    default: value
    }
  }

  /// Whether the search form leaves the scalar out: Arabic and Hebrew vowel marks, tatweel, invisible controls.
  static func isDropped(_ value: UInt32) -> Bool {
    switch value {
    case 0x0610...0x061A, 0x064B...0x065F, 0x0670, 0x06D6...0x06ED, 0x0640: true
    case 0x0590...0x05CF: isHebrewMark(value)
    default: isInvisible(value) || isLateArabicMark(value)
    }
  }

  /// Soft hyphen, zero-width characters, bidi controls, variation selectors, byte-order mark.
  static func isInvisible(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x034F, 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: true
    default: false
    }
  }

  private static func isLateArabicMark(_ value: UInt32) -> Bool {
    (0x0898...0x089F).contains(value) || (0x08CA...0x08FF).contains(value)
  }

  // Vowel points and accents; not the maqaf, paseq, sof pasuq and nun hafukha between them, which are punctuation.
  private static func isHebrewMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x05BE, 0x05C0, 0x05C3, 0x05C6: false
    case 0x0591...0x05C7: true
    default: false
    }
  }

  // U+00A0 to U+017F: lowercase base letters; ✂ is left out, … takes the long way round.
  private static let latin: [UInt32] = """
     ¡¢£¤¥¦§…©a«¬✂®…°±23…μ¶·…1o»………¿aaaaaa…ceeeeiiiidnooooo×ouuuuy……aaaaaa…ceeeeiiiidnooooo÷ouuuuy…yaa\
    aaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii……jjkkĸllllll……llnnnnnn…ŋŋoooooo……rrrrrrssssssss\
    ttttŧŧuuuuuuuuuuuuwwyyyzzzzzzs
    """.unicodeScalars.map { $0 == "✂" ? dropped : $0 == "…" ? unknown : $0.value }
}
