import NewsCore
import NewsTemplates

/// The compiled templates, the words and the assets of a site: all that rendering a page needs besides its values.
public struct Theme: Sendable {
  private(set) var story: Template<StoryPage>
  private(set) var home: Template<HomePage>
  private(set) var latest: Template<ListPage>
  private(set) var topic: Template<ListPage>
  private(set) var topics: Template<IndexPage>
  private(set) var author: Template<ListPage>
  private(set) var authors: Template<IndexPage>
  private(set) var archive: Template<ArchivePage>
  private(set) var corrections: Template<CorrectionsPage>
  private(set) var page: Template<StaticPageShape>
  private(set) var liteHome: Template<LiteHomePage>
  private(set) var liteStory: Template<StoryPage>
  private(set) var search: Template<SearchPage>
  private(set) var redirect: Template<RedirectPage>
  private(set) var notFound: Template<NotFoundPage>
  let phrases: Phrasebook
  /// Files to be copied, by their path relative to Output.
  public let assets: [(path: String, bytes: [UInt8])]

  /// The path of the stylesheet relative to Output.
  let stylesheet: String

  /// The path of the search's script relative to Output.
  let searchScript: String

  /// The path of the font that every text in Arabic letters needs, relative to Output.
  let bodyFont: String

  private static let fontFolder = "assets/fonts/"

  /// Compiles the theme in `files` for a language, with its fonts or without them; throws every diagnostic of all templates and strings at once.
  public init(files: ThemeFiles, language: String, withFonts: Bool = true, naming: AssetNaming = .byDigest)
    throws(SettingsTrouble)
  {
    let used = withFonts ? files.assets : files.assets.filter { !$0.path.hasPrefix(Self.fontFolder) }
    let assets = AssetFiles(used, naming: naming)
    var unknown: [Diagnostic] = []
    let set = TemplateSet(files.templates.mapValues { $0.naming(assets, &unknown) })
    var compiler = ThemeCompiler(set: set, diagnostics: set.errors.map(\.diagnostic) + unknown)
    let story = compiler.compile("story", StoryPage.shape)
    let home = compiler.compile("home", HomePage.shape)
    let latest = compiler.compile("latest", ListPage.shape)
    let topic = compiler.compile("topic", ListPage.shape)
    let topics = compiler.compile("topics", IndexPage.shape)
    let author = compiler.compile("author", ListPage.shape)
    let authors = compiler.compile("authors", IndexPage.shape)
    let archive = compiler.compile("archive", ArchivePage.shape)
    let corrections = compiler.compile("corrections", CorrectionsPage.shape)
    let page = compiler.compile("page", StaticPageShape.shape)
    let liteHome = compiler.compile("lite-home", LiteHomePage.shape)
    let liteStory = compiler.compile("lite-story", StoryPage.shape)
    let search = compiler.compile("search", SearchPage.shape)
    let redirect = compiler.compile("redirect", RedirectPage.shape)
    let notFound = compiler.compile("not-found", NotFoundPage.shape)
    guard let story, let home, let latest, let topic, let topics, let author, let authors, let archive,
      let corrections, let page, let liteHome, let liteStory, let search, let redirect, let notFound,
      compiler.diagnostics.isEmpty
    else {
      throw SettingsTrouble(Set(compiler.diagnostics).sorted())
    }
    self.story = story
    self.home = home
    self.latest = latest
    self.topic = topic
    self.topics = topics
    self.author = author
    self.authors = authors
    self.archive = archive
    self.corrections = corrections
    self.page = page
    self.liteHome = liteHome
    self.liteStory = liteStory
    self.search = search
    self.redirect = redirect
    self.notFound = notFound
    phrases = try files.phrasebook(for: language)
    self.assets = (assets.files + files.rootFiles).sorted { precedesByBytes($0.path, $1.path) }
    stylesheet = assets["assets/site.css"]
    searchScript = assets[ThemeFiles.searchScript]
    bodyFont = assets["\(Self.fontFolder)noto-naskh-arabic-400.woff2"]
  }

  /// This theme for one build of a site: what is the same on every page is put into the templates for good, and a story's
  /// card is rendered once.
  public func settled(for site: Site) -> Theme {
    let wide = SiteWide(site: site, phrases: phrases, stylesheet: stylesheet, bodyFont: bodyFont, menu: [])
    let frame = SiteFrame(wide: wide, pageTitle: "") {
      PageHead(robots: "", feeds: [], icons: IconLinks(site))
    }
    let constants = SiteFrame.shape.values(of: SiteFrame.constants, in: frame)
    var theme = self
    var parts = PartSet()
    theme.story = story.folding(constants).keepingItems(in: &parts)
    theme.home = home.folding(constants).keepingItems(in: &parts)
    theme.latest = latest.folding(constants).keepingItems(in: &parts)
    theme.topic = topic.folding(constants).keepingItems(in: &parts)
    theme.topics = topics.folding(constants).keepingItems(in: &parts)
    theme.author = author.folding(constants).keepingItems(in: &parts)
    theme.authors = authors.folding(constants).keepingItems(in: &parts)
    theme.archive = archive.folding(constants).keepingItems(in: &parts)
    theme.corrections = corrections.folding(constants).keepingItems(in: &parts)
    theme.page = page.folding(constants).keepingItems(in: &parts)
    theme.liteHome = liteHome.folding(constants).keepingItems(in: &parts)
    theme.liteStory = liteStory.folding(constants).keepingItems(in: &parts)
    theme.search = search.folding(constants).keepingItems(in: &parts)
    theme.redirect = redirect.folding(constants).keepingItems(in: &parts)
    theme.notFound = notFound.folding(constants).keepingItems(in: &parts)
    return theme
  }

  /// The names that each template may use, with their kinds and meanings, for the documentation.
  public static var names: [(template: String, rows: [Schema.Row])] {
    [
      ("story", StoryPage.shape.schema.rows), ("home", HomePage.shape.schema.rows),
      ("latest", ListPage.shape.schema.rows), ("topic", ListPage.shape.schema.rows),
      ("topics", IndexPage.shape.schema.rows), ("author", ListPage.shape.schema.rows),
      ("authors", IndexPage.shape.schema.rows), ("archive", ArchivePage.shape.schema.rows),
      ("corrections", CorrectionsPage.shape.schema.rows), ("page", StaticPageShape.shape.schema.rows),
      ("lite-home", LiteHomePage.shape.schema.rows), ("lite-story", StoryPage.shape.schema.rows),
      ("search", SearchPage.shape.schema.rows), ("redirect", RedirectPage.shape.schema.rows),
      ("not-found", NotFoundPage.shape.schema.rows),
    ]
  }
}

/// Compiles one template after another and keeps what is wrong with them.
private struct ThemeCompiler {
  let set: TemplateSet
  var diagnostics: [Diagnostic]

  mutating func compile<Model>(_ name: String, _ shape: Shape<Model>) -> Template<Model>? {
    do {
      return try set.compile(name, for: shape)
    } catch {
      diagnostics += error.all.map(\.diagnostic)
      return nil
    }
  }
}

extension Template {
  /// The page for a model; `reserving` is a guess of its size in bytes.
  func render(_ model: Model, reserving: Int) -> [UInt8] {
    var page: [UInt8] = []
    page.reserveCapacity(reserving)
    render(model, into: &page)
    return page
  }
}
