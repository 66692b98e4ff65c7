/// Finds the number that belongs to a foreign name before it: the 15 of «iPhone 15», the 2.0 of «Qalam Keys 2.0».
///
/// The rule, for one number after a name and one space: a number with a full stop inside is a version, unless a measure
/// follows («Google 2.5 مليار دولار»). Any other number is part of the name unless a word right after it may be what it
/// counts («BBC 5 دقائق»): a word with the article («iPhone 15 الجديد») or a particle («Expo 2030 في الرياض») is not.
/// Numbers with other signs, of more groups, or behind a name that ends in a digit stand alone.
struct NameNumber {
  let glyphs: [BidiGlyph]
  /// What stands between two letters from right to left.
  let segment: Range<Int>
  /// The UTF-8 of the line.
  let bytes: [UInt8]

  /// The position of the number's last digit, where the name ends at `last`; nil where no number belongs to it.
  func end(after last: Int) -> Int? {
    guard last + 2 < segment.upperBound, glyphs[last].kind != .digit, glyphs[last + 1].kind == .space,
      glyphs[last + 2].kind == .digit
    else { return nil }
    var end = last + 2
    var isVersion = false
    while end + 1 < segment.upperBound {
      if glyphs[end + 1].kind == .digit {
        end += 1
      } else if glyphs[end + 1].value == 0x2E, isDigit(end + 2) {
        isVersion = true
        end += 2
      } else {
        break
      }
    }
    return standsAlone(behind: end, isVersion: isVersion) ? nil : end
  }

  private func isDigit(_ index: Int) -> Bool { index < segment.upperBound && glyphs[index].kind == .digit }

  private func standsAlone(behind end: Int, isVersion: Bool) -> Bool {
    guard end + 1 < segment.upperBound else { return hasWord(at: glyphs[end].end) }
    let next = glyphs[end + 1]
    guard next.kind == .space else { return isDigit(end + 2) || Self.signs.contains(next.value) }
    if end + 2 < segment.upperBound { return isDigit(end + 2) || Self.signs.contains(glyphs[end + 2].value) }
    return hasWord(at: next.end) && mayCount(wordAt: next.end, isVersion: isVersion)
  }

  private func hasWord(at offset: Int) -> Bool { hasRightToLeftLetter(bytes, at: offset) }

  private func mayCount(wordAt offset: Int, isVersion: Bool) -> Bool {
    let ahead = bytes[offset...].prefix(32)
    if Self.measures.contains(where: ahead.starts(with:)) { return true }
    if isVersion || Self.articles.contains(where: ahead.starts(with:)) { return false }
    return !Self.particles.contains { ahead.starts(with: $0) && isEnd(ahead.dropFirst($0.count).first) }
  }

  // Letters of Arabic and Hebrew begin with D6 to DF.
  private func isEnd(_ byte: UInt8?) -> Bool { byte.map { !(0xD6...0xDF).contains($0) } ?? true }

  private static let signs = Set("%‰°$€£¥+*#/".unicodeScalars.map(\.value))
  private static let articles = ["ال", "وال", "بال", "لل", "كال", "فال"].map { Array($0.utf8) }
  private static let particles = words(
    """
    في من على إلى الى عن مع بعد قبل حتى منذ خلال ضمن عند لدى بين أو ثم و هو هي أن إن كان كانت قد لم لن لا ما
    در از به با را که تا بر برای است شد یا کا کے کی کو نے سے میں پر اور تک ہے של על את עם או הוא היא לא כבר
    """
  )
  /// Beginnings of words for thousands, money, per cent and other measures.
  private static let measures =
    words(
      """
      مليون ملايين مليار بليون بلايين تريليون ألف آلاف الف دولار يورو جنيه ريال درهم دينار ليرة بالمئة بالمائة درج
      كيلو كلم متر طن برميل نقط نقاط ساع دقيق دقائق ثانية ثوان میلیون میلیارد هزار درصد دلار لاکھ کروڑ ارب فیصد ہزار
      ملین ڈالر מיליון מיליארד אלף אלפי אחוז דולר שקל יורו
      """
    ) + [Array("في المئة".utf8), Array("في المائة".utf8)]

  private static func words(_ text: String) -> [[UInt8]] {
    text.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
  }
}
