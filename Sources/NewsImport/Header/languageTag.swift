/// The BCP 47 tag that a value names: a tag itself, or a language's name in Arabic or English; nil for other words.
func languageTag(_ value: String) -> String? {
  if let tag = languageNames[phrase(value)] { return tag }
  let parts = value.split(separator: "-", omittingEmptySubsequences: false)
  let isPlain = value.utf8.allSatisfy {
    (0x61...0x7A).contains($0 | 0x20) && $0 > 0x40 || (0x30...0x39).contains($0) || $0 == 0x2D
  }
  guard isPlain, let first = parts.first, (2...3).contains(first.utf8.count), first.utf8.allSatisfy({ $0 > 0x39 }),
    parts.dropFirst().allSatisfy({ (1...8).contains($0.utf8.count) })
  else { return nil }
  return ([first.lowercased()] + parts.dropFirst().map(String.init)).joined(separator: "-")
}

private let languageNames: [String: String] = {
  let table = [
    ("العربية", "ar"), ("عربي", "ar"), ("عربية", "ar"), ("Arabic", "ar"), ("الإنجليزية", "en"), ("إنجليزي", "en"),
    ("الإنكليزية", "en"), ("English", "en"), ("الفرنسية", "fr"), ("فرنسي", "fr"), ("French", "fr"), ("الفارسية", "fa"),
    ("فارسی", "fa"), ("Persian", "fa"), ("Farsi", "fa"), ("الأردية", "ur"), ("اردو", "ur"), ("Urdu", "ur"),
    ("العبرية", "he"),
    ("עברית", "he"), ("Hebrew", "he"), ("التركية", "tr"), ("Turkish", "tr"), ("الكردية", "ku"), ("Kurdish", "ku"),
    ("الألمانية", "de"), ("German", "de"), ("الإسبانية", "es"), ("Spanish", "es"), ("الروسية", "ru"), ("Russian", "ru"),
  ]
  return Dictionary(table.map { (phrase($0.0), $0.1) }) { first, _ in first }
}()
