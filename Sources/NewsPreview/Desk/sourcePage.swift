import Markup
import NewsBuild
import NewsCore
import NewsPages

/// What stands behind a story's page.
public struct ComparedStory: Sendable {
  /// The story's page, relative to the server, with the slash at its start: `/2026/01/05/slug/`; nil where it has none.
  public var address: String?
  /// Its file, `Content/Stories/…`, or the raw article of which no story could be made, `Content/Articles/…`.
  public var path: String
  /// The file as it is.
  public var bytes: [UInt8]
  /// What the last build found wrong, in this file and in others.
  public var diagnostics: [Diagnostic] = []

  /// Gives a source file with the address of the page that is made of it.
  public init(address: String?, path: String, bytes: [UInt8]) {
    (self.address, self.path, self.bytes) = (address, path, bytes)
  }
}

/// Raw article, Markdown and page side by side, with role and reason of each line of the article. A whole document, served at
/// the story's address with `?source`; the raw article is found by the story's `imported` and read from `root`.
public func sourcePage(_ source: ComparedStory, root: String, site: Site) -> HTML {
  DeskTheme.source.html(SourceSheet(source, root: root, site: site))
}

/// What the source page offers to its template.
struct SourceSheet: Sendable {
  let source: ComparedStory
  let site: Site
  let words: DeskWords
  let type: Typesetter
  /// nil where there is the raw article alone.
  let parsed: ParsedStory?
  /// nil where the story was written by hand.
  let article: RawSource?

  /// Longer texts are cut; a person reads no more beside another text.
  static let mostLines = 2000
  static let mostCharacters = 4000

  init(_ source: ComparedStory, root: String, site: Site) {
    self.source = source
    self.site = site
    words = DeskWords(for: site.language)
    type = Typesetter(language: site.language, ranges: site.ranges)
    let articles = "\(SiteFolder.articles)/"
    let parsed = source.path.hasPrefix(articles) ? nil : parseStory(source.bytes, path: source.path)
    let name = parsed.map { rawArticle(of: source.bytes, $0) } ?? String(source.path.dropFirst(articles.count))
    self.parsed = parsed
    let isWhole = parsed == nil
    article = name.map { RawSource($0, root: root, encoding: site.encoding, isWhole: isWhole) }
  }

  /// The headline; the file's name where it cannot be read.
  var title: HTML { parsed?.story.map { type.set($0.title, language: $0.lang) } ?? setPlace(source.path) }

  /// What is wrong in the file, by itself and among others; each once.
  var troubles: [Diagnostic] {
    let found = parsed?.diagnostics ?? article?.diagnostics ?? []
    return Set(found + source.diagnostics.filter { $0.path == source.path }).sorted()
  }

  /// The lines of it that something is wrong in.
  var faultyLines: Set<Int> { Set(troubles.compactMap(\.line)) }

  /// How many texts stand side by side.
  var columns: Int { (article == nil ? 0 : 1) + (parsed == nil ? 0 : 1) + (source.address == nil ? 0 : 1) }

  /// The lines of the story file, the first of them.
  var markdown: [(number: Int, text: String)] {
    let lines = String(decoding: source.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.prefix(Self.mostLines).enumerated().map { index, line in
      (index + 1, SourceExcerpt.shown(line, most: Self.mostCharacters))
    }
  }

  /// How many lines are not shown.
  func rest(of lines: Int) -> String? {
    guard lines > Self.mostLines else { return nil }
    return words.counting(site.digits.apply(to: String(lines - Self.mostLines)), .more)
  }
}

/// The raw article that a story file names, also where the file holds an error.
private func rawArticle(of bytes: [UInt8], _ parsed: ParsedStory) -> String? {
  parsed.story == nil ? importedFileOfBrokenStory(bytes) : parsed.story?.imported?.file
}
