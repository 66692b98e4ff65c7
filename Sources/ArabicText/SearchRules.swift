/// The lists behind `wordForms`, for a browser that has the rules and not the lists.
package enum SearchRules {
  /// Words off whose end nothing may be taken, parted by spaces.
  package static var whole: String { WholeWords.wholeWords }
  /// Words off whose front nothing but an article may be taken.
  package static var uncut: String { WholeWords.uncutWords }
  /// What is no noun behind what looks like an article.
  package static var falseNouns: String { WholeWords.falseNounWords }
  /// Hebrew endings, the longest first.
  package static var hebrew: [String] { HebrewCuts.endingTexts }

  /// An ending in Arabic letters, how many letters it must leave, and the endings that may come off after it.
  package struct Row: Sendable {
    package var text: String
    package var least: Int
    package var before: [Row]
  }

  /// In the order in which they are tried.
  package static var endings: [Row] { Ending.all.map(row) }

  private static func row(_ ending: Ending) -> Row {
    Row(text: String(decoding: ending.letters, as: UTF16.self), least: ending.least, before: ending.before.map(row))
  }
}
