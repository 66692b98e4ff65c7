/// What agencies are called in Arabic, Persian and Urdu, by the names that they sign their work with.
///
/// Bylines, sources and credits of other agencies, and in other languages, stay as they are written.
public enum AgencyNames {
  /// The text with the agencies' names in it in `language` (BCP 47). They are looked for in a text that is nothing else, and
  /// between the strokes of a credit: `REUTERS/Khalil Ashawi` is «رويترز / Khalil Ashawi».
  public static func translated(_ text: String, into language: String) -> String {
    guard let place = languages.firstIndex(where: { language == $0 || language.hasPrefix("\($0)-") }),
      text.utf8.contains(where: { (0x41...0x5A).contains($0 & 0xDF) })
    else { return text }
    if let name = name(text[...], place) { return name }
    guard text.utf8.contains(UInt8(ascii: "/")) else { return text }
    let pieces = text.split(separator: "/", omittingEmptySubsequences: false)
    if pieces.allSatisfy({ name($0, place) == nil }) { return text }
    // A stroke between letters of two directions stands in the middle only with spaces around it.
    return pieces.map { name($0, place) ?? trimmed($0) }.joined(separator: " / ")
  }

  private static func trimmed(_ text: Substring) -> String { text.split(separator: " ").joined(separator: " ") }

  /// The name of an agency, or nil where the text is none.
  private static func name(_ text: Substring, _ place: Int) -> String? {
    guard text.utf8.count <= 40 else { return nil }
    let words = text.split(separator: " ")
    // Short ones are ordinary words where they are not in capitals: a map, a spa.
    let key = words.map { $0.utf8.count < 5 ? String($0) : $0.lowercased() }.joined(separator: " ")
    guard let names = byKey[key], place < names.count, !names[place].isEmpty else { return nil }
    return names[place]
  }

  private static let languages = ["ar", "fa", "ur"]

  private static let byKey: [String: [String]] = {
    var table: [String: [String]] = [:]
    for (spellings, names) in agencies {
      for spelling in spellings.split(separator: "|") {
        let words = spelling.split(separator: " ")
        table[words.map { $0.utf8.count < 5 ? String($0) : $0.lowercased() }.joined(separator: " ")] = names
      }
    }
    return table
  }()

  /// Spellings, then the names in Arabic, Persian and Urdu.
  private static let agencies: [(spellings: String, names: [String])] = [
    ("Reuters", ["رويترز", "رویترز", "رائٹرز"]),
    ("AFP|Agence France-Presse|AFP Photo|AFP PHOTO", ["أ ف ب", "خبرگزاری فرانسه", "اے ایف پی"]),
    ("AP|Associated Press|The Associated Press|AP Photo|AP PHOTO", ["أ ب", "آسوشیتدپرس", "اے پی"]),
    ("dpa|DPA|Deutsche Presse-Agentur", ["د ب أ", "خبرگزاری آلمان", "ڈی پی اے"]),
    ("EPA|EPA-EFE|EPA Photo|EPA PHOTO", ["إي بي أي", "ای‌پی‌ای", "ای پی اے"]),
    ("EFE", ["إفي", "اِفه"]),
    ("ANSA", ["أنسا", "آنسا"]),
    ("UPI", ["يو بي آي", "یونایتد پرس", "یو پی آئی"]),
    ("Xinhua", ["شينخوا", "شینهوا", "شنہوا"]),
    ("TASS", ["تاس", "تاس", "تاس"]),
    ("RIA Novosti", ["نوفوستي", "نووستی"]),
    ("Interfax", ["إنترفاكس", "اینترفاکس", "انٹرفیکس"]),
    ("Sputnik", ["سبوتنيك", "اسپوتنیک", "سپوتنک"]),
    ("Kyodo", ["كيودو", "کیودو", "کیوڈو"]),
    ("Yonhap", ["يونهاب", "یونهاپ", "یونہاپ"]),
    ("Bloomberg", ["بلومبرغ", "بلومبرگ", "بلومبرگ"]),
    ("Anadolu|Anadolu Agency|AA", ["الأناضول", "آناتولی", "انادولو"]),
    ("IRNA", ["إرنا", "ایرنا", "ارنا"]),
    ("ISNA", ["إسنا", "ایسنا"]),
    ("WAM", ["وام", "وام", "وام"]),
    ("SPA|Saudi Press Agency", ["واس", "واس", "واس"]),
    ("SANA", ["سانا", "سانا", "سانا"]),
    ("QNA|Qatar News Agency", ["قنا", "قنا"]),
    ("KUNA", ["كونا", "کونا"]),
    ("BNA|Bahrain News Agency", ["بنا"]),
    ("ONA|Oman News Agency", ["العمانية"]),
    ("Petra|PETRA", ["بترا", "پترا"]),
    ("MENA|Middle East News Agency", ["أ ش أ", "منا"]),
    ("INA|Iraqi News Agency", ["واع"]),
    ("WAFA", ["وفا", "وفا"]),
    ("NNA|National News Agency", ["الوطنية للإعلام"]),
    ("Saba|SABA", ["سبأ", "سبا"]),
    ("SUNA", ["سونا", "سونا"]),
    ("LANA", ["وال"]),
    ("TAP", ["وات"]),
    ("APS|Algeria Press Service", ["واج"]),
    ("MAP|Maghreb Arabe Presse", ["و م ع"]),
    ("AMI", ["و م أ"]),
    ("Getty|Getty Images", ["غيتي إيميجز", "گتی ایمیجز", "گیٹی امیجز"]),
    ("File|FILE|File Photo|File photo|FILE PHOTO", ["أرشيفية", "آرشیوی", "فائل فوٹو"]),
    ("Agencies|News Agencies|Wire services", ["وكالات", "خبرگزاری‌ها", "خبر رساں ادارے"]),
  ]
}

extension Story {
  /// The story with the names of agencies in its byline, its sources and its credits in its own language.
  public func namingAgencies(in language: String) -> Story {
    var story = self
    func translate(_ text: inout String) { text = AgencyNames.translated(text, into: language) }
    for place in story.byline.indices { translate(&story.byline[place].name) }
    for place in story.sources.indices { translate(&story.sources[place].name) }
    if var image = story.image {
      image.credit = image.credit.map { AgencyNames.translated($0, into: language) }
      image.captionCredit = image.captionCredit.map { AgencyNames.translated($0, into: language) }
      story.image = image
    }
    return story
  }
}

extension Site {
  /// A story as the site shows it: with translated names of agencies where its settings want them.
  public func shown(_ story: Story) -> Story {
    translatesAgencies ? story.namingAgencies(in: story.lang ?? language) : story
  }
}
