import ArabicText
import NewsCore

/// What the first paragraph's «اليوم الاثنين» or «أمس الأحد» says about a date; nil where it names no day.
func weekdayEvidence(for day: CivilDate, in article: Article) -> (sentence: String, agrees: Bool)? {
  guard let text = firstText(article.blocks) else { return nil }
  let found = words(in: String(text.prefix(600))).map(\.normal)
  for (word, next) in zip(found, found.dropFirst()) {
    guard word == "اليوم" || word == "امس", let weekday = Weekday.named(next) else { continue }
    let expected = word == "امس" ? day.adding(days: -1).weekday : day.weekday
    let said = "«\(word == "امس" ? "أمس" : "اليوم") \(weekday.name(language: "ar"))» in the first paragraph"
    let isSame = weekday == expected
    return (isSame ? "\(said) agrees" : "\(said) does not agree", isSame)
  }
  return nil
}
