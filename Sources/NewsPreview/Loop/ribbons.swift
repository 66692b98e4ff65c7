import ArabicText
import NewsBuild
import NewsCore

/// The ribbons of stories that readers do not see, by the paths of their pages, in the language of the site.
func ribbons(of stories: [UnreleasedStory], for site: Site) -> [String: Ribbon] {
  let words = RibbonWords(site.primaryLanguage)
  let clock = ZoneClock(site.timeZone)
  var ribbons: [String: Ribbon] = [:]
  for story in stories {
    let ribbon =
      switch story.reason {
      case .draft: Ribbon(kind: "draft", words: words.draft)
      case .scheduled(let moment): Ribbon(kind: "scheduled", words: words.scheduled + time(moment, clock))
      case .expired(let moment): Ribbon(kind: "expired", words: words.expired + time(moment, clock))
      }
    ribbons[story.address + "index.html"] = ribbon
    if site.hasLite { ribbons["lite/\(story.address)index.html"] = ribbon }
  }
  return ribbons
}

/// `2026-11-24 08:05` as a clock on the site's wall shows it; isolated, as it runs from left to right in any text.
private func time(_ moment: Int, _ clock: ZoneClock) -> String {
  let wall = clock.wallClock(at: moment)
  let (hour, minute) = (wall.secondOfDay / 3600, wall.secondOfDay / 60 % 60)
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return "\u{2066}\(wall.day.iso) \(two(hour)):\(two(minute))\u{2069}"
}

private struct RibbonWords {
  let draft: String
  let scheduled: String
  let expired: String

  init(_ language: String) {
    switch language {
    case "ar": (draft, scheduled, expired) = ("مسودة لا يراها القراء", "يُنشر للقراء في ", "حُجب عن القراء منذ ")
    case "fa":
      (draft, scheduled, expired) = ("پیش‌نویس؛ خوانندگان آن را نمی‌بینند", "زمان انتشار: ", "پایان انتشار: ")
    case "ur": (draft, scheduled, expired) = ("مسودہ؛ قارئین اسے نہیں دیکھتے", "اشاعت کا وقت: ", "اشاعت ختم ہوئی: ")
    case "he":
      (draft, scheduled, expired) = ("טיוטה; הקוראים אינם רואים אותה", "יפורסם לקוראים ב־", "הוסר מעיני הקוראים ב־")
    default:
      (draft, scheduled, expired) = ("Draft: readers do not see it", "Readers see it from ", "Readers saw it until ")
    }
  }
}
