import ArabicText
import NewsCore
import NewsImport

/// A raw article with what the importer understood of each of its lines.
struct RawSource: Sendable {
  enum Trouble: Sendable { case gone, unreadable }

  /// Relative to the site's folder.
  let path: String
  private(set) var lines: [SourceLine] = []
  private(set) var trouble: Trouble?

  /// Reads an article by its name below `Content/Articles`; `name#2` is the second one in its file.
  init(_ name: String, root: String, encoding: Encoding?) {
    let (file, number) = Self.split(name, root: root)
    path = "\(SiteFolder.articles)/\(file)"
    guard let bytes = Self.bytes(of: path, in: root) else {
      trouble = .gone
      return
    }
    let articles = readArticles(bytes, file: file, path: path, encoding: encoding)
    guard articles.indices.contains(number - 1), let article = articles[number - 1].article else {
      trouble = .unreadable
      return
    }
    lines = article.lines
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
