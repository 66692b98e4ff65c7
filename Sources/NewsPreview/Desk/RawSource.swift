import ArabicText
import NewsCore
import NewsImport

/// A raw article with what the importer understood of each of its lines.
struct RawSource: Sendable {
  enum Trouble: Sendable { case gone, unreadable }

  /// Relative to the site's folder.
  let path: String
  private(set) var lines: [SourceLine] = []
  /// The lines as they stand, where nothing was understood of them.
  private(set) var plainLines: [Substring] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var trouble: Trouble?

  /// Reads an article by its name below `Content/Articles`; `name#2` is the second one in its file. Where it
  /// `isWhole`, the name is that of the file, and all articles in it are read.
  init(_ name: String, root: String, encoding: Encoding?, isWhole: Bool = false) {
    let (file, number) = isWhole ? (name, 1) : Self.split(name, root: root)
    path = "\(SiteFolder.articles)/\(file)"
    guard let bytes = Self.bytes(of: path, in: root) else {
      trouble = .gone
      return
    }
    let articles = readArticles(bytes, file: file, path: path, encoding: encoding)
    if isWhole {
      take(articles, bytes, encoding)
      return
    }
    guard articles.indices.contains(number - 1), let article = articles[number - 1].article else {
      trouble = .unreadable
      return
    }
    lines = article.lines
  }

  /// All articles of the file, with what is wrong in them.
  private mutating func take(_ articles: [ReadArticle], _ bytes: [UInt8], _ encoding: Encoding?) {
    lines = articles.flatMap { $0.article?.lines ?? [] }
    diagnostics = articles.flatMap(\.diagnostics)
    guard lines.isEmpty else { return }
    plainLines = linesOfSource(bytes, encoding: encoding)
    if plainLines.isEmpty { trouble = .unreadable }
  }

  private static func split(_ name: String, root: String) -> (file: String, number: Int) {
    guard let mark = name.lastIndex(of: "#"), let number = Int(name[name.index(after: mark)...]), number > 1,
      Files.kind(at: "\(root)/\(SiteFolder.articles)/\(name)") == nil
    else { return (name, 1) }
    return (String(name[..<mark]), number)
  }

  /// A story file may name anything: only what lies in the site's folder is read.
  private static func bytes(of path: String, in root: String) -> [UInt8]? {
    guard let resolved = Files.resolved("\(root)/\(path)"), let folder = Files.resolved(root),
      resolved.hasPrefix("\(folder)/")
    else { return nil }
    return try? Files.read(resolved)
  }
}
