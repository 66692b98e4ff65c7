import ArabicText
import Markup
import NewsCore

extension MachinePress {
  /// What the feed of corrections says of one: «تصحيح:» and the headline of its story, and the correction itself.
  func feedCorrection(_ index: Int) -> FeedStory {
    let entry = plan.corrections[index]
    let story = plan.stories[entry.story]
    let text = entry.correction.text
    let made = Timestamp(entry.correction.date, clock: clock)
    return FeedStory(
      title: plain("\(phrases[Phrase(entry.correction.kind)]): \(story.title)", siteDirection),
      address: absolute(story.address),
      id:
        "\(tag(of: story))#correction-\(entry.correction.date.day.iso)\(entry.ordinal == 1 ? "" : "-\(entry.ordinal)")",
      summary: plain(text, direction(of: story)),
      summaryHTML: wrapped(text, of: story),
      contentHTML: wrapped(text, of: story),
      published: made,
      changed: made,
      authors: [],
      topics: [],
      language: story.language
    )
  }
}
