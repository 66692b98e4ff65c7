import ArabicText
import NewsCore

extension Press {
  func correctionsPage(_ list: ListPlan) -> CorrectionsPage {
    let number = list.number.map { pageNumber($0) }
    let title = [theme.phrases[.corrections], number].compactMap { $0 }.joined(separator: " – ")
    var frame = frame(
      title: title,
      description: theme.phrases[.correctionsText],
      address: list.number.map { pageAddress(correctionsAddress, number: $0) } ?? correctionsAddress,
      crumbs: [homeLink]
    )
    frame.completeHead { [machines] in $0.feeds = machines.feedLinks(.corrections) + $0.feeds }
    return CorrectionsPage(
      frame: frame,
      number: number,
      corrections: list.stories.map { line(plan.corrections[$0]) },
      older: olderLink(list, address: correctionsAddress, words: .olderCorrections),
      newer: newerLink(list, address: correctionsAddress, words: .newerCorrections)
    )
  }

  private func line(_ entry: CorrectionPlan) -> CorrectionLine {
    let language = plan.stories[entry.story].language
    return CorrectionLine(
      notice: notice(entry.correction, language: language ?? site.language),
      story: storyLink(entry.story),
      language: language,
      direction: language.map { TextDirection.of(languageTag: $0).rawValue }
    )
  }
}
