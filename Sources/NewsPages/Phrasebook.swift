import ArabicText
import NewsCore

/// The words of the site's own furniture, in one language: read from `strings/<language>.yaml`.
public enum Phrase: String, Sendable, CaseIterable {
  case home
  case latest
  case allStories = "all-stories"
  case topics
  case topic
  case skip
  case menu
  case published
  case updated
  case by
  case photo
  case filePhoto = "file-photo"
  case sources
  case storyTopics = "story-topics"
  case moreStories = "more-stories"
  case older
  case newer
  case olderStories = "older-stories"
  case newerStories = "newer-stories"
  case pages
  case pageNumber = "page-number"
  case correction
  case clarification
  case retraction
  case noStories = "no-stories"
  case notFoundTitle = "not-found-title"
  case notFoundText = "not-found-text"
  case authors
  case author
  case archive
  case corrections
  case correctionsText = "corrections-text"
  case noCorrections = "no-corrections"
  case olderCorrections = "older-corrections"
  case newerCorrections = "newer-corrections"
  case subtopics
  case crumbs
  case footMenu = "foot-menu"
  case related
  case share
  case shareWhatsapp = "share-whatsapp"
  case shareTelegram = "share-telegram"
  case shareX = "share-x"
  case shareFacebook = "share-facebook"
  case shareMail = "share-mail"
  case lite
  case fullVersion = "full-version"
  case series
  case labelUrgent = "label-urgent"
  case labelExclusive = "label-exclusive"
  case labelUpdate = "label-update"
  case labelOpinion = "label-opinion"
  case labelAnalysis = "label-analysis"
  case labelSponsored = "label-sponsored"
  case movedTitle = "moved-title"
  case movedText = "moved-text"
  case search
  case searchLabel = "search-label"
  case searchHint = "search-hint"
  case searching
  case noResults = "no-results"
  case atLeast = "at-least"
  case didYouMean = "did-you-mean"
  case someWords = "some-words"
  case searchTrouble = "search-trouble"
  case searchOrder = "search-order"
  case byRelevance = "by-relevance"
  case byDate = "by-date"
  case year
  case allYears = "all-years"
  case allTopics = "all-topics"
  case moreResults = "more-results"
  case searchWithoutScript = "search-without-script"
  case searchElsewhere = "search-elsewhere"
  case footer
}

extension Phrase {
  /// The word for a label.
  init(_ label: Story.Label) {
    switch label {
    case .urgent: self = .labelUrgent
    case .exclusive: self = .labelExclusive
    case .update: self = .labelUpdate
    case .opinion: self = .labelOpinion
    case .analysis: self = .labelAnalysis
    case .sponsored: self = .labelSponsored
    }
  }
}

extension Phrase {
  /// The word for a kind of correction.
  init(_ kind: Correction.Kind) {
    switch kind {
    case .correction: self = .correction
    case .clarification: self = .clarification
    case .retraction: self = .retraction
    }
  }
}

/// Words that change with a number, in the plural categories of the language (CLDR plural rules).
public enum Counter: String, Sendable, CaseIterable {
  case storyCount = "story-count"
  case resultCount = "result-count"
}

/// Every phrase and counter of one language, complete.
public struct Phrasebook: Sendable, Hashable {
  /// The language tag (BCP 47).
  public let language: String
  private let phrases: [Phrase: String]
  private let counters: [Counter: [PluralCategory: String]]

  /// The words of a phrase in that language.
  public subscript(phrase: Phrase) -> String { phrases[phrase] ?? "" }

  /// The counter's words for a number, with the number in the given digits where the words hold `{n}`.
  public func count(_ number: Int, _ counter: Counter, digits: Digits) -> String {
    let category = PluralCategory.of(number, language: language)
    let pattern = counters[counter]?[category] ?? "{n}"
    return pattern.replacing("{n}", with: digits.apply(to: String(number)))
  }

  /// The counter's words for each category that the language has, `{n}` where the number goes.
  func forms(of counter: Counter) -> [(category: PluralCategory, words: String)] {
    PluralCategory.allCases.compactMap { category in counters[counter]?[category].map { (category, $0) } }
  }

  /// Reads a strings file; throws every missing, unknown or mistyped key at once.
  public static func parse(
    _ bytes: [UInt8],
    language: String,
    path: String
  ) throws(SettingsTrouble) -> Phrasebook {
    let node = try settingsNode(bytes, path: path)
    let known = Phrase.allCases.map(\.rawValue) + Counter.allCases.map(\.rawValue)
    var reader = YAMLReader(node, path: path, known: known, in: "the strings file")
    var phrases: [Phrase: String] = [:]
    for phrase in Phrase.allCases { phrases[phrase] = reader.requiredText(phrase.rawValue) }
    var counters: [Counter: [PluralCategory: String]] = [:]
    for counter in Counter.allCases { counters[counter] = reader.forms(of: counter, language: language) }
    if !reader.diagnostics.isEmpty { throw SettingsTrouble(reader.diagnostics) }
    return Phrasebook(language: language, phrases: phrases, counters: counters)
  }
}

extension YAMLReader {
  fileprivate mutating func forms(of counter: Counter, language: String) -> [PluralCategory: String] {
    let needed = Set((0...200).map { PluralCategory.of($0, language: language) })
    guard let node = node(counter.rawValue) else {
      report(line, "missing-key", "`\(counter.rawValue)` is missing", fix: "add its plural forms, one a line")
      return [:]
    }
    var reader = YAMLReader(
      node,
      path: path,
      known: PluralCategory.allCases.map(\.rawValue),
      in: "`\(counter.rawValue)`"
    )
    var forms: [PluralCategory: String] = [:]
    for category in PluralCategory.allCases where needed.contains(category) {
      forms[category] = reader.requiredText(category.rawValue)
    }
    diagnostics += reader.diagnostics
    return forms
  }
}
