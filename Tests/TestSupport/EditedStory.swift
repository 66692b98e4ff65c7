import ArabicText
import NewsCore

/// A story file under a random editor's hands: the lines of its front matter by key, and its body.
struct EditedStory: Sendable {
  private var lines: [String: String] = [:]
  private var body: String

  init(number: Int, now: Int, _ random: inout SeededRandom) {
    body = words(&random, 30)
    lines["title"] = "\(words(&random, 4)) \(number)"
    lines["date"] = Self.date(near: now, &random)
    for _ in 0..<4 { _ = change(now: now, &random) }
  }

  var text: String {
    let head = lines.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }.joined()
    return "---\n\(head)---\n\n\(body)\n"
  }

  /// Changes one thing and says which.
  mutating func change(now: Int, _ random: inout SeededRandom) -> String {
    let keys = [
      "title", "body", "topics", "byline", "date", "updated", "publish-at", "expires", "status", "slug", "aliases",
      "id",
      "lang", "related", "image", "corrections", "series", "label", "kicker", "deck",
    ]
    let key = random.pick(keys)
    if key == "body" {
      body = words(&random, 25) + (random.chance(30) ? "\n\n<b>x</b> [خارجي](javascript:x)" : "")
      return key
    }
    if !["title", "date"].contains(key), lines[key] != nil, random.chance(40) {
      lines[key] = nil
    } else {
      lines[key] = value(of: key, now: now, &random)
    }
    return key
  }

  private func value(of key: String, now: Int, _ random: inout SeededRandom) -> String {
    switch key {
    case "title", "kicker", "deck": words(&random, 5)
    case "topics": "[\(random.pick(["سوريا", "اقتصاد, رياضة", "رياضة", "جديد", "سوريا, علوم, صحة", ""]))]"
    case "byline": "[\(random.pick(["أحمد علي", "احمد علي, ليلى", "BBC", "ليلى", "AFP, أ ف ب"]))]"
    case "date", "updated", "publish-at", "expires": Self.date(near: now, &random)
    case "status": random.pick(["draft", "ready"])
    case "slug": random.pick(["slug-1", "slug-2", "خبر-9", "a-3"])
    case "aliases": random.pick(["[old/1.html]", "[/old/2/, old/1.html]", "[/latest/]", "[2026/01/15/a-3/]"])
    case "id": random.pick(["A1", "A2", "A3"])
    case "lang": random.pick(["en", "fa", "ar-SY"])
    case "related": random.pick(["[slug-1]", "[]", "[خبر-9, slug-2]", "[لا-وجود-له]"])
    case "image": "{file: \(random.next(4)).jpg, alt: صورة, credit: EPA}"
    case "corrections": "[{date: 2026-01-1\(random.next(9)), text: \(words(&random, 3))}]"
    case "series": random.pick(["سلسلة المدن", "سوريا"])
    case "label": random.pick(["urgent", "opinion"])
    default: ""
    }
  }

  /// A day, or a day with its time, some days before or after.
  private static func date(near now: Int, _ random: inout SeededRandom) -> String {
    let spread = random.pick([2, 2, 30, 2000])
    let moment = now + 86_400 - random.next(spread * 86_400)
    let day = CivilDate.epoch.adding(days: moment / 86_400).iso
    if random.chance(40) { return day }
    let hour = moment / 3600 % 24
    return "\(day)T\(hour < 10 ? "0" : "")\(hour):00+03:00"
  }
}

/// Settings under a random editor's hands.
struct EditedSettings: Sendable {
  private var lines = [
    "title": "صحيفة الاختبار", "base-url": "https://news.example", "language": "ar-SY", "time-zone": "Asia/Damascus",
    "fonts": "off", "page-size": "5",
  ]

  var text: String { lines.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }.joined() }

  mutating func change(slugs: [String], _ random: inout SeededRandom) -> String {
    let (key, values) = random.pick([
      ("title", ["صحيفة الاختبار", "جريدة"]), ("page-size", ["5", "6"]), ("digits", ["arab", "latn"]),
      ("lite", ["on", "off"]), ("short-addresses", ["on", "off"]), ("share", ["off", "[telegram]"]),
      ("hijri", ["on", "off", "solar"]), ("agency-names", ["translated", "written"]),
      ("time-zone", ["Asia/Damascus", "UTC"]), ("language", ["ar-SY", "ar-EG"]),
      ("description", ["كل الأخبار"]), ("home", ["{lead: slug-1}", "{topics: [رياضة], stories: [خبر-9, slug-2]}"]),
      ("home", ["{}", "{lead: a-3}"]),
    ])
    lines[key] = random.pick(values)
    return "\(key): \(lines[key] ?? "")"
  }
}
