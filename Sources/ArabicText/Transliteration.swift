/// Arabic, Persian, Urdu and Hebrew words in ASCII letters, for addresses: readable, not reversible.
enum Transliteration {
  /// The word in `a`…`z` and `0`…`9`; letters of other scripts without their accents, or left out.
  ///
  /// Arabic writes no short vowels and so neither does this: «دمشق» gives `dmshq`; و and ي between consonants are read
  /// as vowels: «سوريا» gives `surya`, «حزب» `hzb`, «بيروت» `birut`.
  static func latin(_ word: String) -> [UInt8] {
    let scalars = Array(word.unicodeScalars)
    var bytes: [UInt8] = []
    for (index, scalar) in scalars.enumerated() {
      if let vowel = vowel(at: index, in: scalars) {
        bytes += vowel.utf8
      } else if let letters = letters[scalar] {
        bytes += letters.utf8
      } else {
        bytes += normalize(String(scalar)).utf8.filter { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
      }
    }
    return bytes
  }

  private static func vowel(at index: Int, in scalars: [Unicode.Scalar]) -> String? {
    guard index > 0, let sound = vowelSounds[scalars[index]] else { return nil }
    let before = scalars[index - 1]
    let after = index + 1 < scalars.count ? scalars[index + 1] : nil
    if before == "إ" || before == "ئ", sound == "i" { return after.map(isVowel) == true ? nil : "" }
    let isBesideVowel = isVowel(before) || after.map(isVowel) == true
    return isBesideVowel ? nil : sound
  }

  private static func isVowel(_ scalar: Unicode.Scalar) -> Bool {
    "اأإآىةوي ی".unicodeScalars.contains(scalar)
  }

  private static let vowelSounds: [Unicode.Scalar: String] = ["و": "u", "ي": "i", "ی": "i"]

  private static let letters: [Unicode.Scalar: String] = [
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh",
    "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a",
    "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ى": "a",
    "ة": "a", "ؤ": "u", "ئ": "i", "ء": "", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ک": "k", "ی": "y", "ڤ": "v",
    "ٹ": "t", "ڈ": "d", "ڑ": "r", "ں": "n", "ھ": "h", "ہ": "h", "ۂ": "h", "ۃ": "a", "ۀ": "h", "ے": "e", "ۓ": "e",
    "ە": "e", "ۆ": "o", "ێ": "e", "ڕ": "r", "ڵ": "l",
    "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ו": "v", "ז": "z", "ח": "ch", "ט": "t", "י": "y", "כ": "k",
    "ך": "k", "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "a", "פ": "p", "ף": "p", "צ": "ts",
    "ץ": "ts", "ק": "q", "ר": "r", "ש": "sh", "ת": "t",
  ]
}
