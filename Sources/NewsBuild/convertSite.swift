import ArabicText
import NewsCore
import NewsImport

/// What a conversion did.
public struct ConvertReport: Sendable {
  /// Raw articles that were looked at.
  public var articles = 0
  /// Story files written: path, and whether it is new, updated or waiting beside an edited one.
  public var written: [(path: String, kind: String)] = []
  /// What is wrong in them, sorted by file and line.
  public var diagnostics: [Diagnostic] = []

  /// Whether an article could not be made a story.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Converts raw articles into story files, and builds nothing. `only` names articles (relative to `Content/Articles`)
/// that are imported again although they have not changed; stories that an editor has touched stay as they are.
public func convertSite(
  _ folder: SiteFolder,
  only: Set<String>?,
  now: Int,
  progress: BuildProgress = { _, _, _ in }
) async throws(BuildTrouble) -> ConvertReport {
  let setup = try SiteSetup(folder)
  var index = StoryIndex()
  let stories = try await scanFolder(SiteFolder.stories, under: folder.root)
  _ = await readStories(folder, StoryReader(setup), stories, into: &index) { progress(.read, $0, nil) }
  let today = ZoneClock(setup.site.timeZone).wallClock(at: now).day
  let scan = try await scanFolder(SiteFolder.articles, under: folder.root)
  let imports = await importArticles(folder, setup: setup, index: index, scan: scan, today: today, only: only) {
    progress(.convert, $0, nil)
  }
  try await writeStories(imports.writes, folder)
  return ConvertReport(
    articles: imports.articles,
    written: imports.writes.map { ($0.path, $0.kind.word) },
    diagnostics: (setup.diagnostics + imports.diagnostics).sorted()
  )
}

extension StoryWrite.Kind {
  fileprivate var word: String {
    switch self {
    case .new: "new"
    case .updated: "updated"
    case .incoming: "incoming"
    }
  }
}

/// Says for every line of the named raw articles (all where `only` is nil) which role it was given and why, and for
/// every topic that was matched by what words.
public func explainArticles(_ folder: SiteFolder, only: Set<String>?) throws(BuildTrouble) -> String {
  let setup = try SiteSetup(folder)
  let walk = try orStop { () throws(FileTrouble) in try walkFolder(SiteFolder.articles, under: folder.root) }
  var text = ""
  for file in walk.files where !isImageFile(file) && only?.contains(file) != false {
    let path = "\(SiteFolder.articles)/\(file)"
    guard let bytes = try? Files.read(folder.path(path)) else { continue }
    for read in readArticles(bytes, file: file, path: path, encoding: setup.site.encoding) {
      guard let article = read.article else { continue }
      text += "\(visible(path))\n\(explain(article))\(explainTopics(of: article, setup))\n"
    }
  }
  return text
}

private func explainTopics(of article: Article, _ setup: SiteSetup) -> String {
  if let named = article.topics { return "topics: \(named.joined(separator: "، ")): named by the article itself\n" }
  return setup.matcher.matches(in: topicTexts(of: article)).map { match in
    "topic \(excerpt(setup.topics.topics[match.topic].name)), score \(match.score): "
      + match.reasons.joined(separator: "; ") + "\n"
  }.joined()
}
