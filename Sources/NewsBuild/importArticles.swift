import ArabicText
import NewsCore
import NewsImport

/// What importing the raw articles will change, as values: nothing has been written yet.
struct ImportPlan: Sendable {
  /// Raw articles that were looked at.
  var articles = 0
  /// Story files to be written, in the order of their articles.
  var writes: [StoryWrite] = []
  var diagnostics: [Diagnostic] = []
}

/// One story file that the import will write.
struct StoryWrite: Sendable {
  enum Kind: Sendable { case new, updated, incoming }

  var kind: Kind
  /// Relative to the site's folder.
  var path: String
  var story: Story
}

/// Reads the raw articles that are new or changed and decides, for each, which story file it becomes.
///
/// A story file that an editor has touched is never in the list of writes: the changed article then goes beside it.
/// `only` names articles (relative to `Content/Articles`) to be imported again although they have not changed.
func importArticles(
  _ folder: SiteFolder,
  setup: SiteSetup,
  shelf: [StoryFile],
  today: CivilDate,
  only: Set<String>? = nil,
  progress: (Int) -> Void
) async throws(BuildTrouble) -> ImportPlan {
  let walk = try orStop { () throws(FileTrouble) in try walkFolder(SiteFolder.articles, under: folder.root) }
  let articles = walk.files.filter { !isImageFile($0) && only?.contains($0) != false }
  let known = knownDigests(shelf)
  let read = await inParallel(articles, batch: 16, progress: progress) { article in
    readArticle(article, folder, setup: setup, today: today, knownDigest: only == nil ? known[article] : nil)
  }
  var desk = ImportDesk(folder: folder, shelf: shelf, today: today)
  desk.twins = await readTwins(of: read.filter { !$0.drafts.isEmpty && !desk.owns($0.file) }, folder, shelf: shelf)
  for article in read { desk.place(article) }
  return ImportPlan(
    articles: articles.count,
    writes: desk.writes,
    diagnostics: walk.diagnostics + desk.diagnostics
  )
}

/// Whether a file is a photo that lies beside the articles.
func isImageFile(_ name: String) -> Bool {
  let lower = name.lowercased()
  return [".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"].contains { lower.hasSuffix($0) }
}

/// The stories that one raw article holds, before they have an address.
struct ArticleDrafts: Sendable {
  var file: String
  var digest = ""
  var drafts: [Draft] = []
  var diagnostics: [Diagnostic] = []
}

/// A story on its way from the importer to its file.
struct Draft: Sendable {
  var story: Story
  /// What its making left to say.
  var notes: [Diagnostic]
  /// Whether the article names its address itself, and so is a story of its own whatever it resembles.
  var hasOwnSlug: Bool
  var sketch: TextSketch
}

private func knownDigests(_ shelf: [StoryFile]) -> [String: String] {
  var digests: [String: String] = [:]
  for file in shelf {
    if let record = file.story?.imported { digests[record.file] = record.digest }
  }
  return digests
}

private func readArticle(
  _ file: String,
  _ folder: SiteFolder,
  setup: SiteSetup,
  today: CivilDate,
  knownDigest: String?
) -> ArticleDrafts {
  let path = "\(SiteFolder.articles)/\(file)"
  var drafts = ArticleDrafts(file: file)
  do {
    let bytes = try Files.read(folder.path(path))
    drafts.digest = String(SHA256.hex(bytes).prefix(16))
    if drafts.digest == knownDigest { return drafts }
    for read in readArticles(bytes, file: file, path: path, encoding: setup.site.encoding) {
      drafts.diagnostics += read.diagnostics
      guard let article = read.article else { continue }
      let made = makeStory(
        from: article,
        site: setup.site,
        topics: matchedNames(article, setup),
        today: today,
        fallbackSlug: String(drafts.digest.prefix(12))
      )
      drafts.drafts.append(
        Draft(
          story: made.story,
          notes: made.notes,
          hasOwnSlug: article.slug != nil,
          sketch: TextSketch(of: [made.story.title, made.story.body])
        )
      )
    }
  } catch {
    drafts.diagnostics.append(unreadable(path, error))
  }
  return drafts
}

/// The names of the topics that an article's words match, best first; nil where it matches none.
private func matchedNames(_ article: Article, _ setup: SiteSetup) -> [String]? {
  let matches = setup.matcher.matches(in: topicTexts(of: article))
  return matches.isEmpty ? nil : matches.map { setup.topics.topics[$0.topic].name }
}

/// The parts of a raw article in which topics are looked for.
package func topicTexts(of article: Article) -> [TopicText] {
  var texts = [TopicText(.headline, article.headline)]
  if let deck = article.deck { texts.append(TopicText(.deck, deck)) }
  for block in article.blocks {
    let hasFirst = texts.contains { $0.place == .firstParagraph }
    switch block {
    case .paragraph(let text): texts.append(TopicText(hasFirst ? .body : .firstParagraph, text))
    case .subhead(let text): texts.append(TopicText(.body, text))
    case .quotation(let lines), .bullets(let lines), .numbered(let lines, _):
      texts += lines.map { TopicText(.body, $0) }
    case .dropped: break
    }
  }
  return texts
}
