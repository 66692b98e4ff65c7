/// A day of the week, counted from Sunday = 1.
public enum Weekday: Int, Sendable, CaseIterable {
  case sunday = 1
  case monday
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
}

extension Weekday {
  /// The name in `ar`, `fa`, `ur`, `he` or `en`, which any other language gets too (CLDR `days/format/wide`).
  public func name(language: String) -> String {
    switch LanguageTag(language).language {
    case "ar": Weekday.arabic[rawValue - 1]
    case "fa": Weekday.persian[rawValue - 1]
    case "ur": Weekday.urdu[rawValue - 1]
    case "he": Weekday.hebrew[rawValue - 1]
    default: Weekday.english[rawValue - 1]
    }
  }

  /// The day that a word names in any of these languages, whatever its hamza, tashkeel or case; nil for other words.
  public static func named(_ word: some StringProtocol) -> Weekday? {
    table[normalize(word)]
  }

  private static let arabic = ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"]
  private static let persian = [
    "یکشنبه", "دوشنبه", "سه\u{200C}شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه",
  ]
  private static let urdu = ["اتوار", "پیر", "منگل", "بدھ", "جمعرات", "جمعہ", "ہفتہ"]
  private static let hebrew = ["יום ראשון", "יום שני", "יום שלישי", "יום רביעי", "יום חמישי", "יום שישי", "יום שבת"]
  private static let english = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  private static let variants: [[String]] = [
    ["يك شنبه", "أحد", "الاحد"], ["دو شنبه", "الإثنين", "اثنين", "الأثنين", "سوموار"],
    ["سه شنبه", "ثلاثاء", "الثلثاء", "الثلاثا"], ["چهار شنبه", "أربعاء", "الاربعا"],
    ["پنج شنبه", "خميس"], ["جمعة", "آدينه"], ["سبت", "שבת"],
  ]

  private static let table: [String: Weekday] = {
    var table: [String: Weekday] = [:]
    for day in allCases {
      let index = day.rawValue - 1
      let names = [arabic[index], persian[index], urdu[index], hebrew[index], english[index]] + variants[index]
      for name in names { table[normalize(name)] = day }
      table[normalize(english[index].prefix(3))] = day
      table[normalize(hebrew[index].split(separator: " ")[1])] = day
    }
    return table
  }()
}
