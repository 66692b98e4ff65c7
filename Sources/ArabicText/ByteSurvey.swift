/// What one pass over the bytes tells about the work that is left; for most sources: none.
struct ByteSurvey {
  /// A byte below 7, which text in UTF-8 has not, but Arabic (06), Hebrew (05) and Latin (00) in UTF-16 have.
  var hasLowByte = false
  /// CR, NEL, U+2028 or U+2029 (read as UTF-8).
  var hasSpecialLineEnd = false
  /// U+FFFD (read as UTF-8).
  var hasReplacement = false
  /// Pairs of characters that UTF-8 of Arabic or Hebrew becomes when it is read in a one-byte encoding.
  var mayBeTwiceEncoded = false

  init(_ bytes: [UInt8]) {
    var before: UInt8 = 0
    var twoBefore: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0..<7: hasLowByte = true
      case 0x0D: hasSpecialLineEnd = true
      case 0x80..<0xC0: note(twoBefore, before, byte)
      case 0xC2, 0xE2:
        // «ط§» and «ظ„»: the letters ط and ظ before a sign, in UTF-8 twice encoded through Windows-1256.
        if twoBefore == 0xD8, before == 0xB7 || before == 0xB8 { mayBeTwiceEncoded = true }
      default: break
      }
      twoBefore = before
      before = byte
    }
  }

  private mutating func note(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
    switch (second, third) {
    case (0xC2, 0x85): hasSpecialLineEnd = true
    case (0x80, 0xA8), (0x80, 0xA9): if first == 0xE2 { hasSpecialLineEnd = true }
    case (0xBF, 0xBD): if first == 0xEF { hasReplacement = true }
    // Â Ã × Ø Ù â ï
    case (0xC3, 0x82), (0xC3, 0x83), (0xC3, 0x97), (0xC3, 0x98), (0xC3, 0x99), (0xC3, 0xA2), (0xC3, 0xAF):
      mayBeTwiceEncoded = true
    default: break
    }
  }
}
