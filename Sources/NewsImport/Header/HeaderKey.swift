/// What the header lines at the top of a raw article can say.
enum HeaderKey: String, Sendable, CaseIterable {
  case title, kicker, deck, date, updated, topics, author, translator, photographer, source, language, slug, kind, image
  case caption, credit, alt, dateline, body

  /// The key that a label in search form names.
  static func named(_ words: String) -> HeaderKey? { table[words] }

  /// Labels that also open headlines and bylines: alone on the first line they prove nothing.
  static func isAmbiguous(_ words: String) -> Bool { ambiguous.contains(words) }

  private static let ambiguous = Set(
    [
      "المصدر", "المصادر", "Source", "Sources", "بقلم", "ترجمة", "الكاتب", "Author", "By", "الموضوع", "الصورة", "النوع",
      "المكان", "النص", "Kind", "Type", "Image", "Photo", "Place", "عنوان", "تاريخ", "تحديث", "الرابط",
    ].map { phrase($0) }
  )

  private static let table: [String: HeaderKey] = {
    var table: [String: HeaderKey] = [:]
    for (key, labels) in spellings { for label in labels { table[phrase(label)] = key } }
    return table
  }()

  private static let spellings: [HeaderKey: [String]] = [
    .title: [
      "العنوان", "العنوان الرئيسي", "العنوان الرئيس", "عنوان الخبر", "عنوان المقال", "عنوان", "Title", "Headline",
      "כותרת",
    ],
    .kicker: ["العنوان التمهيدي", "التمهيد", "العنوان الفوقي", "Kicker"],
    .deck: ["العنوان الفرعي", "العنوان الثانوي", "الملخص", "Deck", "Subtitle", "Subheadline", "Summary"],
    .date: ["التاريخ", "تاريخ النشر", "تاريخ", "Date", "Published", "תאריך"],
    .updated: ["آخر تحديث", "تاريخ التحديث", "تحديث", "Updated", "Last updated"],
    .topics: [
      "الموضوعات", "المواضيع", "الموضوع", "الوسوم", "الكلمات المفتاحية", "Topics", "Tags", "Keywords", "موضوعات",
      "נושאים",
    ],
    .author: ["الكاتب", "الكاتبة", "المؤلف", "بقلم", "Author", "Byline", "By", "نویسنده", "مصنف", "כתב"],
    .translator: ["المترجم", "المترجمة", "ترجمة", "Translator"],
    .photographer: ["المصور", "المصورة", "Photographer"],
    .source: ["المصدر", "المصادر", "Source", "Sources", "منبع", "ماخذ", "מקור"],
    .language: ["اللغة", "لغة", "Language", "Lang", "زبان", "שפה"],
    .slug: ["الرابط", "المعرف", "Slug"],
    .kind: ["النوع", "Kind", "Type"],
    .image: ["الصورة", "ملف الصورة", "Image", "Photo"],
    .caption: ["شرح الصورة", "تعليق الصورة", "التعليق", "Caption"],
    .credit: ["حقوق الصورة", "مصدر الصورة", "Credit"],
    .alt: ["النص البديل", "وصف الصورة", "Alt"],
    .dateline: ["المكان", "Dateline", "Place"],
    .body: ["النص", "المتن", "نص الخبر", "Body", "Text"],
  ]
}
