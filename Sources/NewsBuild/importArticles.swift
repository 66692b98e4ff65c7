import ArabicText
import NewsCore
import NewsImport

/// What importing the raw articles will change, as values: nothing has been written yet.
struct ImportPlan: Sendable {
  /// Raw articles that were looked at.
  var articles = 0
  /// Story files to be written, in the order of their articles.
  var writes: [StoryWrite] = []
  /// Articles that need not be read again while their stamps stay.
  var settled: [FolderScan.File] = []
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
/// `settled` are articles that the build before found in their story files, sorted; those whose story file `gone` says
/// has changed are looked at all the same. `only` names articles (relative to `Content/Articles`) to be imported again
/// although they have not changed; `scan` is that folder's.
func importArticles(
  _ folder: SiteFolder,
  setup: SiteSetup,
  index: StoryIndex,
  settled: [FolderScan.File] = [],
  gone: [StoryRow] = [],
  scan: FolderScan,
  today: CivilDate,
  only: Set<String>? = nil,
  progress: (Int) -> Void
) async -> ImportPlan {
  let files = scan.files.filter { !isImageFile($0.path) && only?.contains(articleName($0)) != false }
  var plan = ImportPlan(articles: files.count, diagnostics: scan.diagnostics)
  let claimed = Set(gone.lazy.map(\.source).filter { $0 != 0 })
  let (known, new) = divide(files, settled: only == nil ? settled : [], claimed: claimed, index)
  plan.settled = known
  if new.isEmpty { return plan }
  var desk = ImportDesk(folder: folder, index: index, today: today)
  let owners = desk.owners
  let moment = Files.now()
  let read = await inParallel(new, batch: 16, progress: progress) { file in
    let owner = only == nil ? owners[sourceKey(articleName(file))] : nil
    let digest = owner.flatMap { index.extra(index.rows[$0]).sourceDigest }
    return readArticle(articleName(file), folder, setup: setup, today: today, knownDigest: digest)
  }
  desk.twins = await readTwins(of: read.filter { !$0.drafts.isEmpty && !desk.owns($0.file) }, folder, index: index)
  for (file, article) in zip(new, read) {
    let isSettled = desk.place(article)
    if isSettled && article.diagnostics.isEmpty && !file.stamp.isFresh(at: moment) { plan.settled.append(file) }
  }
  plan.settled.sort { precedesByBytes($0.path, $1.path) }
  plan.writes = desk.writes
  plan.diagnostics += desk.diagnostics
  return plan
}

/// The name of an article, relative to `Content/Articles`.
private func articleName(_ file: FolderScan.File) -> String {
  String(file.path.dropFirst(SiteFolder.articles.count + 1))
}

/// The articles that are as they were, and those that are to be read. Both lists are sorted.
private func divide(
  _ files: [FolderScan.File],
  settled: [FolderScan.File],
  claimed: Set<UInt64>,
  _ index: StoryIndex
) -> (known: [FolderScan.File], new: [FolderScan.File]) {
  var (known, new): ([FolderScan.File], [FolderScan.File]) = ([], [])
  var position = 0
  for file in files {
    while position < settled.count, precedesByBytes(settled[position].path, file.path) { position += 1 }
    let isSettled = position < settled.count && settled[position].path == file.path
    if isSettled, settled[position].stamp == file.stamp, !isClaimed(articleName(file), claimed) {
      known.append(file)
    } else {
      new.append(file)
    }
  }
  return (known, new)
}

/// An article may hold several stories: the second is `file#2`.
private func isClaimed(_ article: String, _ claimed: Set<UInt64>) -> Bool {
  if claimed.isEmpty { return false }
  return claimed.contains(sourceKey(article)) || (2...9).contains { claimed.contains(sourceKey("\(article)#\($0)")) }
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
public func topicTexts(of article: Article) -> [TopicText] {
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
