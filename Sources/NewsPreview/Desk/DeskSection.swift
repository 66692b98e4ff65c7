import Markup
import NewsBuild
import NewsCore
import NewsPages

/// One list of the desk.
struct DeskSection: Sendable {
  var phrase: DeskPhrase
  /// How many there are; the rows are the first of them.
  var count = 0
  var rows: [DeskRow] = []
  var troubles: [TroubleItem] = []
  var hint: DeskPhrase?
  /// How many are not shown.
  var rest: Int { max(0, count - rows.count - troubles.count) }

  /// No list is longer.
  static let most = 50
}

/// One line of a list: a story, or the name of a topic.
struct DeskRow: Sendable {
  var title: HTML
  var href: String?
  var sourceHref: String?
  var file: HTML?
  var when: DateText?
}

extension DeskSheet {
  /// The lists, what is most urgent first.
  var sections: [DeskSection] {
    [
      heldBack, unreleased(.scheduled, \.scheduledFor, isSoonestFirst: true), unreleased(.drafts, \.draftMark),
      warnings, unreleased(.expired, \.expiredAt), emptyTopics,
    ]
  }

  private var heldBack: DeskSection {
    if state.failure == .settings { return DeskSection(phrase: .heldBack) }
    var section = section(.heldBack, of: .error)
    if section.count > 0 { section.hint = .heldBackHint }
    return section
  }

  /// The errors that kept the build from its end: they are none of a story's.
  var stopping: [TroubleItem] {
    guard state.failure == .settings else { return [] }
    let errors = state.diagnostics.filter { $0.severity == .error }
    return errors.prefix(DeskSection.most).map { TroubleItem(diagnostic: $0) }
  }

  private var warnings: DeskSection { section(.warnings, of: .warning) }

  private func section(_ phrase: DeskPhrase, of severity: Diagnostic.Severity) -> DeskSection {
    let found = state.diagnostics.filter { $0.severity == severity }
    let shown = found.prefix(DeskSection.most).map { TroubleItem(linked: $0) }
    return DeskSection(phrase: phrase, count: found.count, troubles: shown)
  }

  /// The stories that have a moment of a kind, by that moment.
  private func unreleased(
    _ phrase: DeskPhrase,
    _ moment: KeyPath<UnreleasedStory, Int?> & Sendable,
    isSoonestFirst: Bool = false
  ) -> DeskSection {
    var stories: [(moment: Int, story: UnreleasedStory)] = []
    for story in state.report?.unreleased ?? [] {
      if let moment = story[keyPath: moment] { stories.append((moment, story)) }
    }
    stories.sort { isSoonestFirst ? $0.moment < $1.moment : $0.moment > $1.moment }
    let rows = stories.prefix(DeskSection.most).map { row($0.story, phrase == .drafts ? nil : date($0.moment)) }
    return DeskSection(phrase: phrase, count: stories.count, rows: rows)
  }

  private func row(_ story: UnreleasedStory, _ when: DateText?) -> DeskRow {
    let href = "\(site.basePath)/\(percentEncoded(story.address))"
    return DeskRow(
      title: type.set(story.title),
      href: href,
      sourceHref: "\(href)?source",
      file: setPlace(story.file),
      when: when
    )
  }

  private var emptyTopics: DeskSection {
    let topics = state.report?.topicsWithoutStories ?? []
    let rows = topics.prefix(DeskSection.most).map { DeskRow(title: type.set($0)) }
    return DeskSection(phrase: .emptyTopics, count: topics.count, rows: rows)
  }
}

extension UnreleasedStory {
  fileprivate var scheduledFor: Int? {
    if case .scheduled(let moment) = reason { moment } else { nil }
  }

  fileprivate var expiredAt: Int? {
    if case .expired(let moment) = reason { moment } else { nil }
  }

  fileprivate var draftMark: Int? { reason == .draft ? 0 : nil }
}
