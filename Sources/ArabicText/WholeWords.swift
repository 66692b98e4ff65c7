/// Frequent Arabic words that only look as if something were joined to them, so that لبنان is not found by لبن.
enum WholeWords {
  /// Whether nothing may be taken off the end.
  static func isWhole(_ word: ArraySlice<UInt16>) -> Bool { whole.contains(Array(word)) }

  /// Whether nothing but the article may be taken off the front; the same with a ه at the end.
  static func isUncut(_ word: [UInt16]) -> Bool {
    uncut.contains(word) || (word.last == 0x0647 && uncut.contains(Array(word.dropLast())))
  }

  /// What is left of الله, الآن, التي and الذي, which are no nouns with an article.
  static let falseNouns = table(falseNounWords)
  static let falseNounWords = "له ان تي ذي"

  private static let whole = table(wholeWords)

  /// Words off whose end nothing may be taken.
  static let wholeWords =
    """
    لبنان سودان عدنان شعبان طالبان زهران ظهران طهران عمران سلمان زيدان حمدان رومان نيسان حلوان قطران وجدان حرمان \
    مرجان ريحان عدوان بحرين كانون زيتون فرعون شمعون سوري تركي بيروت عشرين عشرون خمسين خمسون سبعين سبعون تسعين تسعون \
    ثلاثين ثلاثون
    """

  private static let uncut = table(uncutWords)

  /// Words off whose front nothing but the article may be taken.
  static let uncutWords =
    """
    لجن لجنه لجان فكر فكره بطاق بطاقه ورق ورقه كمال وسام فاصل بلدي بلديه فريق كتاب كلام كبار بحار بارز كامل كامله \
    واحد واحده وعود فقراء كندا والد بنات وجبه كتله بقره بيروت بيرو
    """

  private static func table(_ words: String) -> Set<[UInt16]> {
    Set(words.split(separator: " ").map { Array($0.utf16) })
  }
}
