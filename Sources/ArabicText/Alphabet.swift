/// The order of a language's letters; letters of one place differ only where all else is equal.
struct Alphabet: Sendable {
  let places: [Unicode.Scalar: (letter: UInt8, variant: UInt8)]
  /// Whether آ sorts as two letters, as in Arabic.
  let splitsMadda: Bool
  /// Whether Latin letters come before those of the table.
  let isLatinFirst: Bool

  static func of(language tag: String) -> Alphabet {
    switch LanguageTag(tag).language {
    case "ar": arabic
    case "fa", "ps": persian
    case "ur": urdu
    case "he", "yi": hebrew
    default: TextDirection.of(languageTag: tag) == .rtl ? arabic : latin
    }
  }

  private init(_ order: String, splitsMadda: Bool = false, isLatinFirst: Bool = false) {
    var places: [Unicode.Scalar: (letter: UInt8, variant: UInt8)] = [:]
    for (letter, group) in order.split(separator: " ").enumerated() {
      for (variant, scalar) in group.unicodeScalars.enumerated() {
        places[scalar] = (UInt8(letter + 1), UInt8(variant))
      }
    }
    self.places = places
    self.splitsMadda = splitsMadda
    self.isLatinFirst = isLatinFirst
  }

  // CLDR 44: collations of ar, fa, ur; the letters of one word here have one primary weight there.
  private static let arabicOrder = """
    ءأؤإئاآ ٲ ٱ ٳ ب ٻ پ ڀ ةت ث ٹ ٺ ټ ٽ ٿ ج ڃ ڄ چ ڿ ڇ ح خ ځ ڂ څ د ذ ڈ ډ ڊ ڋ ڌ ڍ ڎ ڏ ڐ ر ز ڑ ڒ ړ ڔ ڕ ږ ڗ ژ ڙ س ش ښ ڛ ڜ \
    ص ض ڝ ڞ ط ظ ڟ ع غ ڠ ف ڡ ڢ ڣ ڤ ڥ ڦ ق ڧ ڨ ك ک ڪ ګ ڬ ڭ ڮ گ ڰ ڱ ڲ ڳ ڴ ل ڵ ڶ ڷ ڸ م ن ں ڻ ڼ ڽ ڹ ه ھ ہۂ ۃ ەۀ و ۄ ۅ ۆ ۇ ۈ \
    ۉ ۊ ۋ ۏ یىي ۍ ێ ې ۑ ےۓ
    """
  private static let arabic = Alphabet(arabicOrder, splitsMadda: true)
  private static let latin = Alphabet(arabicOrder, splitsMadda: true, isLatinFirst: true)
  private static let persian = Alphabet(
    """
    اآ ٱ ءأٲإٳؤئ ب ٻ پ ڀ ت ث ٹ ٺ ټ ٽ ٿ ج ڃ ڄ چ ڿ ڇ ح خ ځ ڂ څ د ذ ڈ ډ ڊ ڋ ڌ ڍ ڎ ڏ ڐ ر ز ڑ ڒ ړ ڔ ڕ ږ ڗ ژ ڙ س ش ښ ڛ ڜ ص ض \
    ڝ ڞ ط ظ ڟ ع غ ڠ ف ڡ ڢ ڣ ڤ ڥ ڦ ق ڧ ڨ کڪګكڬڭڮ گ ڰ ڱ ڲ ڳ ڴ ل ڵ ڶ ڷ ڸ م ن ں ڻ ڼ ڽ ڹ و ۄ ۅ ۆ ۇ ۈ ۉ ۊ ۋ ۏ هەہۂةۃۀھ یىےۓيېۑۍێ
    """
  )
  private static let urdu = Alphabet(
    """
    ٲ ٱ اإ ٳ أ آ ب پ ت ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن ں وؤ ہۂ ھ ۃ ء یئ ےۓ ٻ ڀ ة ٺ ټ ٽ ٿ ڃ ڄ ڿ \
    ڇ ځ ڂ څ ډ ڊ ڋ ڌ ڍ ڎ ڏ ڐ ڒ ړ ڔ ڕ ږ ڗ ڙ ښ ڛ ڜ ڝ ڞ ڟ ڠ ڡ ڢ ڣ ڤ ڥ ڦ ڧ ڨ ك ڪ ګ ڬ ڭ ڮ ڰ ڱ ڲ ڳ ڴ ڵ ڶ ڷ ڸ ڻ ڼ ڽ ڹ ه ەۀ ۄ \
    ۅ ۆ ۇ ۈ ۉ ۊ ۋ ۏ ى ي ۍ ێ ې ۑ
    """
  )
  private static let hebrew = Alphabet("א ב ג ד ה ו ז ח ט י כך ל מם נן ס ע פף צץ ק ר ש ת")
}
