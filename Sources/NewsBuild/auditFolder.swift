import ArabicText
import NewsCore
import NewsImport
import NewsRender

/// Where the words of one raw file went, counted at the end of the line: in the story file's fields and on its page.
public struct FileAudit: Sendable {
  /// Relative to the folder that was audited.
  public var file: String
  /// Raw articles that were read.
  public var articles = 0
  /// Words of the source.
  public var wordsIn = 0
  /// The same words by the role of their line.
  public var wordsByRole: [SourceLine.Role: Int] = [:]
  /// Words recorded as dropped: in the story file's comments, or said in the story's own form (labels, dates).
  public var wordsDropped = 0
  /// Words of the source that are neither on the page, nor in a field, nor recorded as dropped. Must be empty.
  public var lost: [String] = []
  /// Why the file could not be read; its words are then not counted.
  public var failure: Diagnostic?
}

/// Takes every raw file below a folder through import, story file and rendering, and accounts for its words. Nothing is
/// written. Photos are left out.
public func auditFolder(
  _ folder: String,
  encoding: Encoding?,
  progress: BuildProgress = { _, _, _ in }
) async throws(BuildTrouble) -> [FileAudit] {
  guard Files.kind(at: folder) == .folder else {
    throw .environment(FileTrouble("audit", folder, reason: "it is not a folder"))
  }
  let walk = try orStop { () throws(FileTrouble) in try walkFolder("", under: folder) }
  let files = walk.files.filter { !isImageFile($0) }
  return await inParallel(files, batch: 16, progress: { progress(.convert, $0, files.count) }) { file in
    do throws(FileTrouble) {
      return audit(try Files.read("\(folder)/\(file)"), file: file, encoding: encoding)
    } catch {
      return FileAudit(file: file, failure: unreadable(file, error))
    }
  }
}

/// Accounts for the words of one raw file.
public func audit(_ bytes: [UInt8], file: String, encoding: Encoding?) -> FileAudit {
  var audit = FileAudit(file: file)
  var balance: [String: Int] = [:]
  let site = Site(title: "", baseURL: "")
  for read in readArticles(bytes, file: file, path: file, encoding: encoding) {
    guard let article = read.article else {
      audit.failure = read.diagnostics.first
      return audit
    }
    audit.articles += 1
    for line in article.lines { audit.wordsByRole[line.role, default: 0] += auditWords(line.text).count }
    let made = makeStory(from: article, site: site, topics: nil, today: .epoch, fallbackSlug: "x")
    guard let story = parseStory(Array(printStory(made.story).utf8), path: file).story else { continue }
    let dropped = (droppedLines(article) + read.told).flatMap(auditWords)
    audit.wordsDropped += dropped.count
    for word in fieldTexts(story, withTitle: !read.hasMadeTitle).flatMap(auditWords) { balance[word, default: 0] += 1 }
    let body = renderBody(story.body, path: file, firstLine: 1, base: .rtl)
    for word in auditWords(visibleText(body.html.bytes)) + dropped {
      balance[word, default: 0] += 1
    }
  }
  guard let source = try? decode(bytes, as: encoding) else { return audit }
  for word in auditWords(source.text) {
    audit.wordsIn += 1
    balance[word, default: 0] -= 1
  }
  audit.lost = balance.flatMap { Array(repeating: $0.key, count: max(0, -$0.value)) }.sorted()
  return audit
}

private func droppedLines(_ article: Article) -> [String] {
  article.blocks.flatMap { block -> [String] in
    if case .dropped(let lines) = block { return lines }
    return []
  }
}

private func fieldTexts(_ story: Story, withTitle: Bool) -> [String] {
  var texts = [withTitle ? story.title : nil, story.kicker, story.deck, story.dateline]
  for contributor in story.byline { texts += [contributor.name, contributor.role] }
  if let image = story.image {
    texts += [
      image.file, image.id, image.alt, image.caption, image.captionCredit, image.credit, image.place,
      image.instructions,
    ]
  }
  return texts.compactMap { $0 } + story.sources.map(\.name) + (story.topics ?? [])
}

/// The text of rendered HTML as a reader sees it: tags are breaks, references are their characters.
private func visibleText(_ html: [UInt8]) -> String {
  var text: [UInt8] = []
  var index = 0
  while index < html.count {
    if html[index] == UInt8(ascii: "<") {
      let isInline = html[index...].starts(with: "<bdi".utf8) || html[index...].starts(with: "</bdi".utf8)
      while index < html.count, html[index] != UInt8(ascii: ">") { index += 1 }
      if !isInline { text.append(0x20) }
      index += 1
    } else if html[index] == UInt8(ascii: "&"),
      let reference = references.first(where: { html[index...].starts(with: $0.key.utf8) })
    {
      text.append(reference.value)
      index += reference.key.utf8.count
    } else {
      text.append(html[index])
      index += 1
    }
  }
  return String(decoding: text, as: UTF8.self)
}

private let references: [String: UInt8] = [
  "&amp;": UInt8(ascii: "&"), "&lt;": UInt8(ascii: "<"), "&gt;": UInt8(ascii: ">"), "&quot;": UInt8(ascii: "\""),
  "&#39;": UInt8(ascii: "'"),
]
