import ArabicText
import NewsCore

/// A line that is nothing but a date, with its label, weekday, time and zone.
func recogniseDateLine(_ passage: Passage) -> Finding? {
  guard passage.words <= 20, let reading = readDateLine(passage.text) else { return nil }
  guard let date = reading.date else {
    guard let hijri = reading.hijri else {
      let what = reading.hasHijri ? "a Hijri date of a year without a table" : "a time without a day"
      return .dropped(.date, 0.7, what, passage.text)
    }
    let date = StoryDate(day: hijri.civil)
    return Finding(
      .date,
      0.8,
      "a Hijri date alone: \(date.iso) by the Umm al-Qura calendar",
      [.date(date, .hijri), .told(passage.text)]
    )
  }
  let label = reading.isUpdate ? "date of the last change" : reading.isLabelled ? "date with its label" : "a date alone"
  var reason = "\(label): \(date.iso)"
  if reading.hasHijri { reason += ", the Gregorian of two" }
  if reading.hasTime, date.time == nil { reason += ", its time has no sure zone" }
  if let weekday = reading.weekday {
    reason += weekday == date.day.weekday ? ", the weekday agrees" : ", the weekday does not agree"
  }
  let part: Finding.Part = reading.isUpdate ? .updated(date) : .date(date, .line)
  return Finding(.date, reading.isLabelled ? 0.95 : 0.85, reason, [part, .told(passage.text)])
}
