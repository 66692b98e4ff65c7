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
      case .draft: Ribbon(kind: "draft", words: words.draft, badge: words.badges.draft)
      case .scheduled(let moment):
        Ribbon(kind: "scheduled", words: words.scheduled, badge: words.badges.scheduled, moment: time(moment, clock))
      case .expired(let moment):
        Ribbon(kind: "expired", words: words.expired, badge: words.badges.expired, moment: time(moment, clock))
      }
    ribbons[story.address + "index.html"] = ribbon
    if site.hasLite { ribbons["lite/\(story.address)index.html"] = ribbon }
  }
  return ribbons
}

/// `2026-11-24 08:05` as a clock on the site's wall shows it.
private func time(_ moment: Int, _ clock: ZoneClock) -> String {
  let wall = clock.wallClock(at: moment)
  let (hour, minute) = (wall.secondOfDay / 3600, wall.secondOfDay / 60 % 60)
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return "\(wall.day.iso) \(two(hour)):\(two(minute))"
}

private struct RibbonWords {
  let draft: String
  let scheduled: String
  let expired: String
  let badges: (draft: String, scheduled: String, expired: String)

  init(_ language: String) {
    badges = Self.badges(language)
    switch language {
    case "ar": (draft, scheduled, expired) = ("مسودة لا يراها القراء", "يُنشر للقراء في", "حُجب عن القراء منذ")
    case "fa":
      (draft, scheduled, expired) = ("پیش‌نویس؛ خوانندگان آن را نمی‌بینند", "زمان انتشار:", "پایان انتشار:")
    case "ur": (draft, scheduled, expired) = ("مسودہ؛ قارئین اسے نہیں دیکھتے", "اشاعت کا وقت:", "اشاعت ختم ہوئی:")
    case "he":
      (draft, scheduled, expired) = ("טיוטה; הקוראים אינם רואים אותה", "יפורסם לקוראים:", "הוסר מעיני הקוראים:")
    default:
      (draft, scheduled, expired) = ("Draft: readers do not see it", "Readers see it from", "Readers saw it until")
    }
  }

  private static func badges(_ language: String) -> (String, String, String) {
    switch language {
    case "ar": ("مسودة", "يُنشر في", "حُجب في")
    case "fa": ("پیش‌نویس", "انتشار:", "پایان انتشار:")
    case "ur": ("مسودہ", "اشاعت:", "اشاعت ختم:")
    case "he": ("טיוטה", "יפורסם:", "הוסר:")
    default: ("Draft", "From", "Until")
    }
  }
}
