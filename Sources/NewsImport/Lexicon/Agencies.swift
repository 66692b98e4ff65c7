import ArabicText

/// Names of agencies and newsrooms that are no ordinary words, so that they are known for what they are anywhere.
enum Agencies {
  /// Whether the text is the name of one, whatever its dots, hamzas and brackets.
  static func isName(_ text: some StringProtocol) -> Bool {
    text.utf8.count <= 80 && isPhrase(phrase(text))
  }

  /// The same of words in search form.
  static func isPhrase(_ words: String) -> Bool {
    if names.contains(words) { return true }
    guard let space = words.firstIndex(of: " ") else {
      return words.hasPrefix("و") && names.contains(String(words.dropFirst()))
    }
    let rest = words[words.index(after: space)...]
    if words.hasPrefix("وكاله ") || words.hasPrefix("قناه ") || words.hasPrefix("موقع ") {
      return names.contains(String(rest))
    }
    // «رويترز ووكالات»
    return names.contains(String(words[..<space])) && rest.hasPrefix("و") && names.contains(String(rest.dropFirst()))
  }

  /// The names in a text that is nothing but names with strokes, pluses, commas or dashes between them.
  static func list(_ text: String) -> [String]? {
    let pieces = splitSources(text)
    guard !pieces.isEmpty, pieces.count <= 6, pieces.allSatisfy({ isName($0) }) else { return nil }
    return pieces
  }

  private static let names = Set(listed.map { phrase($0) })

  private static let listed = [
    "رويترز", "رويتر", "أ ف ب", "أف ب", "أ.ف.ب", "أفب", "ا ف ب", "فرانس برس", "فرانس بريس", "الفرنسية",
    "الصحافة الفرنسية",
    "الأنباء الفرنسية", "أ ب", "أ.ب", "أسوشيتد برس", "أسوشييتد برس", "اسوشيتد برس", "الأسوشيتد برس", "د ب أ", "د.ب.أ",
    "الألمانية", "الأنباء الألمانية", "سانا", "واس", "وات", "أ ش أ", "أش أ", "وام", "كونا", "قنا", "بترا", "بنا", "سبأ",
    "واع", "وفا", "واج", "ومع", "وال", "سونا", "الأناضول", "الاناضول", "شينخوا", "تاس", "ايتار تاس", "إيتار تاس",
    "سبوتنيك", "نوفوستي", "إنترفاكس", "إفي", "أنسا", "آكي", "يو بي آي", "يونايتد برس", "بلومبرغ", "بلومبيرغ", "وكالات",
    "الوكالات", "وكالات الأنباء", "وكالات أنباء", "وكالات ومواقع", "الجزيرة", "الجزيرة نت", "الجزيرة.نت", "العربية نت",
    "العربية.نت", "سكاي نيوز", "سكاي نيوز عربية", "بي بي سي", "بي بي سي عربي", "سي إن إن", "روسيا اليوم", "آر تي",
    "فرانس 24", "فرانس24", "دويتشه فيله", "دويتشه فيلله", "مونت كارلو", "إرنا", "ايرنا", "تسنيم", "إسنا", "إيسنا",
    "ايسنا", "معا", "هسبريس", "سبق", "عربي21", "عربي 21", "اليوم السابع", "القدس العربي", "العربي الجديد",
    "الأنباء السعودية", "الأنباء القطرية", "الأنباء الكويتية", "الأنباء السورية", "أنباء الشرق الأوسط",
    "أنباء الإمارات",
    "الأنباء المغربية", "المغرب العربي للأنباء", "تونس إفريقيا للأنباء", "الأنباء الجزائرية", "الأنباء العمانية",
    "الصحافة المتحدة", "أنباء الأناضول", "رويترز للأنباء", "الأناضول للأنباء", "إنترفاكس للأنباء", "الأوروبية",
    "اليابانية", "كيودو", "يونهاب", "أسوشيتدبرس", "صحف", "مواقع إلكترونية", "الصحافة البريطانية", "الصحافة الأميركية",
    "Reuters", "AFP", "AP", "Associated Press", "The Associated Press", "dpa", "EPA", "EPA EFE", "Xinhua", "TASS",
    "Anadolu", "Anadolu Agency", "AA", "WAM", "SPA", "MENA", "QNA", "KUNA", "Petra", "SANA", "NNA", "TAP", "APS", "MAP",
    "Bloomberg", "UPI", "ANSA", "EFE", "IRNA", "CNN", "CNN بالعربية", "BBC", "RT", "DW", "Agencies", "News Agencies",
    "فارس نیوز", "ایسنا", "ایرنا", "مهر", "خبرگزاری فرانسه", "رویترز",
  ]
}

/// The names in a list of sources: parted by `+`, a stroke, a comma, a semicolon, a bar or a dash with spaces.
func splitSources(_ text: String) -> [String] {
  var pieces: [String] = []
  var piece = String.UnicodeScalarView()
  let scalars = Array(text.unicodeScalars)
  for (index, scalar) in scalars.enumerated() {
    let isSpaced = index > 0 && scalars[index - 1] == " "
    if "+/،,؛;|&\\".unicodeScalars.contains(scalar) || "-–—".unicodeScalars.contains(scalar) && isSpaced {
      pieces.append(String(piece))
      piece = String.UnicodeScalarView()
    } else {
      piece.append(scalar)
    }
  }
  pieces.append(String(piece))
  return pieces.map { unbracketed(bare($0)) }.filter { !phrase($0).isEmpty }
}

/// The text without one pair of brackets around it, and without a full stop at its end.
func unbracketed(_ text: String) -> String {
  var inner = Substring(bare(text))
  if inner.last == ".", inner.utf8.count > 6 { inner.removeLast() }
  for (open, close) in [("(", ")"), ("[", "]"), ("«", "»"), ("\"", "\"")]
  where inner.hasPrefix(open) && inner.hasSuffix(close) {
    guard inner.count > 2 else { continue }
    let middle = inner.dropFirst().dropLast()
    if !middle.contains(where: { String($0) == open || String($0) == close }) { return bare(middle) }
  }
  return String(inner)
}
