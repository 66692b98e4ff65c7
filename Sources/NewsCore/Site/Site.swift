import ArabicText

/// The settings of a site, complete: what `Content/site.yaml` says, and a default for all it does not.
public struct Site: Sendable, Hashable {
  /// The name of the newspaper.
  public var title: String
  /// One line about it, if it has one.
  public var description: String?
  /// `https://host` or `https://host/sub-path`, without a slash at its end.
  public var baseURL: String { didSet { basePath = Self.path(in: baseURL) } }
  /// BCP 47 with country, such as `ar-SY`: country decides digits and month names.
  public var language: String
  /// IANA name. A story's day alone is taken in this zone.
  public var timeZone: String
  /// Who publishes it; the title where nobody else is named.
  public var publisher: String
  /// The digits of dates and numbers.
  public var digits: Digits
  /// The names of the months.
  public var months: MonthSet
  /// How times of day are written.
  public var clock: Clock
  /// Days by which the country's sighting of the moon differs from Umm al-Qura; nil: no Hijri dates.
  public var hijriOffset: Int?
  /// Whether dates show the Solar Hijri day of Iran and Afghanistan.
  public var hasSolarDates = false
  /// How ranges of numbers and years run in a text from right to left.
  public var ranges = RangeDirection.natural
  /// How addresses are made from headlines.
  public var slugs: Slug.Style
  /// Stories a list page, from 5 to 200.
  public var pageSize: Int
  /// What an editor puts on the home page by hand.
  public var home = HomeSlots()
  /// Whether bylines, sources and credits name agencies in the language of their story.
  public var translatesAgencies = false
  /// Whether indexes sort «الأردن» under أ.
  public var ignoresAl = true
  /// Where stories can be shared, in the order of the links; none where sharing is off.
  public var share = ShareTarget.allCases
  /// Whether there is a light edition under `lite/`.
  public var hasLite = true
  /// Whether readers can search the site.
  public var hasSearch = true
  /// Whether there are pages of years, months and days.
  public var hasArchive = true
  /// Whether each story has a short address under `a/`.
  public var hasShortAddresses = true
  /// Feeds, crawlers and web hosts.
  public var machines = MachineSettings()
  /// Where the site is published, in the order of the settings; the first is meant where none is named.
  public var hosts: [WebHost] = []

  /// Whether pages bring the theme's own fonts; without them they are set in the fonts of the reader's system.
  public var fonts = true

  /// The encoding of raw articles; nil means that it is found for each.
  public var encoding: Encoding?

  /// How times of day are written.
  public enum Clock: String, Sendable, CaseIterable {
    case twelve = "12"
    case twentyFour = "24"
  }

  /// How agencies are named in bylines.
  public enum AgencyNaming: String, Sendable, CaseIterable {
    case written
    case translated
  }

  /// Which way ranges of years and numbers run in a line from right to left.
  public enum RangeDirection: String, Sendable, CaseIterable {
    /// With the text around them: 2020–2024 has 2020 on its right.
    case natural
    /// From left to right: 2020–2024 has 2020 on its left.
    case ltr
  }

  /// Gives the settings of a site that says no more than these three.
  public init(title: String, baseURL: String, language: String = "ar") {
    self.title = title
    self.baseURL = baseURL
    basePath = Self.path(in: baseURL)
    self.language = language
    timeZone = "UTC"
    publisher = title
    digits = Site.usualDigits(language)
    months = MonthSet.standard(for: language)
    clock = .twentyFour
    slugs = .arabic
    pageSize = 20
  }

  /// The path that the site lies under on its host: empty, or `/sub-path`.
  public private(set) var basePath = ""

  private static func path(in baseURL: String) -> String {
    let afterScheme = baseURL.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    return afterScheme.count == 4 ? "/" + afterScheme[3] : ""
  }

  /// The digits of a site that says nothing of them: 123 in Arabic, as most Arab newsrooms print them whatever CLDR says
  /// of their country, and those of CLDR in any other language (۱۲۳ in Persian).
  public static func usualDigits(_ language: String) -> Digits {
    language.prefix { $0 != "-" } == "ar" ? .latn : Digits.standard(for: language)
  }

  /// The primary language subtag: `ar` of `ar-SY`.
  public var primaryLanguage: String { String(language.utf8.prefix { $0 != UInt8(ascii: "-") }) ?? language }
}
