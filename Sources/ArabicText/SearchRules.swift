/// The lists behind `wordForms`, for a browser that has the rules and not the lists.
public enum SearchRules {
  /// Words off whose end nothing may be taken, parted by spaces.
  public static var whole: String { WholeWords.wholeWords }
  /// Words off whose front nothing but an article may be taken.
  public static var uncut: String { WholeWords.uncutWords }
  /// What is no noun behind what looks like an article.
  public static var falseNouns: String { WholeWords.falseNounWords }
  /// What `normalize` puts for letters and digits that Unicode's own mappings leave apart: that first, then those.
  public static var folds: [[String]] {
    plainFolds.split(separator: " ").map { $0.unicodeScalars.map { String($0) } }
      + [["ss", "ß"], ["ae", "æ"], ["oe", "œ"], ["th", "þ"]]
  }

  private static let plainFolds =
    "اآأإٱٲٳ ءؤئ يىی كکڪ هةھۀہۂۃ ےۓ σς oø dđð lł iı hħ 0٠۰ 1١۱ 2٢۲ 3٣۳ 4٤۴ 5٥۵ 6٦۶ 7٧۷ 8٨۸ 9٩۹"

  /// Broken plurals and their singulars, in turn, parted by spaces.
  public static var plurals: String {
    BrokenPlurals.pairs.map { "\($0.plural) \($0.singular)" }.joined(separator: " ")
  }

  /// Kinds of signs, each as in the brackets of a regular expression: what `normalize` leaves out, glyphs of a mark standing
  /// alone, accents, what ends a word though Unicode counts some of it as letters, and scripts from right to left.
  public static let signs = [
    (
      "leaves",
      #"\u00ad\u034f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670"#
        + #"\u06d6-\u06ed\u0898-\u089f\u08ca-\u08ff\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"#
    ),
    ("alone", #"\ufc5e-\ufc63\ufe70-\ufe7f"#),
    ("accent", #"\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"#),
    ("symbol", #"\u2010-\u205f\u3000-\u3003\ufdfa-\ufdff"#),
    (
      "rtl",
      #"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}"#
    ),
  ]

  /// The letters that endings are made of, which `searchTails` leaves out.
  public static let weak = "اهيونتءےںהותיםמ"

  /// Hebrew endings, the longest first.
  public static var hebrew: [String] { HebrewCuts.endingTexts }

  /// An ending in Arabic letters, how many letters it must leave, and the endings that may come off after it.
  public struct Row: Sendable {
    /// The letters that are cut.
    public var text: String
    /// How many letters must stay.
    public var least: Int
    /// The endings that may come off after it, as they stand before it in the word.
    public var before: [Row]
  }

  /// In the order in which they are tried.
  public static var endings: [Row] { Ending.all.map(row) }

  private static func row(_ ending: Ending) -> Row {
    Row(text: String(decoding: ending.letters, as: UTF16.self), least: ending.least, before: ending.before.map(row))
  }
}
