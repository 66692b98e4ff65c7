/// Names of the months of the Gregorian calendar, written and recognised.
public enum Months {
  /// The month, 1...12, that a word or pair of words names in any known spelling, or nil.
  ///
  /// Arabic of every `MonthSet` with or without hamza («أغسطس», «اغسطس», «آب», «غشت», «أوت»), two names of one month
  /// joined by a stroke («أيلول/سبتمبر»), Persian, Urdu, Hebrew (also with the prefix ב), English in full or by three
  /// letters. A stroke between names of different months gives nil.
  public static func number(named word: some StringProtocol) -> Int? {
    let normal = normalize(word)
    if let month = numbers[trimmed(normal)] { return month }
    let parts = normal.split(separator: "/")
    guard parts.count == 2, let first = numbers[trimmed(String(parts[0]))],
      first == numbers[trimmed(String(parts[1]))]
    else { return nil }
    return first
  }

  /// The name of a month, 1...12, in `ar` (from `set`), `fa`, `ur`, `he` or `en`, which any other language gets too.
  public static func name(_ month: Int, language: String, set: MonthSet) -> String {
    precondition((1...12).contains(month), "month \(month) is not in 1...12")
    switch LanguageTag(language).language {
    case "ar": return set.name(month)
    case "fa": return persian[month - 1]
    case "ur": return urdu[month - 1]
    case "he": return hebrew[month - 1]
    default: return english[month - 1]
    }
  }

  // One space between words, none at the ends, no full stop after a short form.
  private static func trimmed(_ text: String) -> String {
    var words = text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\u{A0}" }
    if let last = words.last, last.utf8.last == 0x2E { words[words.count - 1] = last.dropLast() }
    return words.count == 1 ? String(words[0]) : words.joined(separator: " ")
  }

  static let persian = [
    "ژانویهٔ", "فوریهٔ", "مارس", "آوریل", "مهٔ", "ژوئن", "ژوئیهٔ", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر",
  ]
  static let urdu = [
    "جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر",
  ]
  static let hebrew = [
    "ינואר", "פברואר", "מרץ", "אפריל", "מאי", "יוני", "יולי", "אוגוסט", "ספטמבר", "אוקטובר", "נובמבר", "דצמבר",
  ]
  static let english = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  // Spellings met in newspapers beside the standard ones above.
  private static let variants: [[String]] = [
    ["كانون ثاني", "كانون ثان", "ينائر", "جنفي", "ژانویه"],
    ["شباط/فبراير", "فبرائر", "فيبري", "فوریه"],
    ["اذار", "مارت", "آدار", "مرس"],
    ["إبريل", "افريل", "أبريل", "نيسن", "ابريل"],
    ["ايار", "نوار", "مايس", "می", "مه", "ماي"],
    ["يونيه", "يونية", "يونيوز", "جون", "حزيرن"],
    ["يوليه", "يولية", "يوليوز", "جويليه", "ژوئیه", "ژوییه", "جولای"],
    ["اوغسطس", "أغشت", "أوغست", "آگوست", "أوت"],
    ["شتمبر", "سپتمبر", "ايلول", "سبتمر"],
    ["تشرين أول", "أوكتوبر", "تشرين اول"],
    ["تشرين ثاني", "تشرين ثان", "نونمبر", "نوفنبر", "نوڤمبر"],
    ["كانون أول", "كانون اول", "دجمبر", "دسمبر", "ديسنبر", "دسانبر"],
  ]

  private static let numbers: [String: Int] = {
    var table: [String: Int] = ["sept": 9]
    for month in 1...12 {
      var names = [english[month - 1], String(english[month - 1].prefix(3)), persian[month - 1], urdu[month - 1]]
      names += [hebrew[month - 1], "ב" + hebrew[month - 1]] + variants[month - 1]
      names += MonthSet.allCases.filter { $0 != .dual }.map { $0.name(month) }
      for name in names where table[normalize(name)] == nil { table[normalize(name)] = month }
    }
    return table
  }()
}
