import ArabicText
import NewsCore

/// Puts what was found together: the fields, the blocks in the order of the source, the role of each line.
func assemble(_ galley: Galley) -> ReadArticle {
  var page = Page(galley)
  for (index, finding) in galley.findings.enumerated() {
    guard let finding else { preconditionFailure("passage \(index) was given no role") }
    page.place(finding, passage: index)
  }
  page.settleDate()
  page.makeTitleIfMissing()
  page.noteDoubts()
  page.warnWithoutText()
  page.read.diagnostics.sort()
  return page.read
}

/// The article while its parts are put in their places.
private struct Page {
  let galley: Galley
  var read: ReadArticle
  var article: Article
  private var date: (date: StoryDate, rank: Finding.DateRank, passage: Int)?
  private var sourceWords: Set<String> = []

  init(_ galley: Galley) {
    self.galley = galley
    article = Article(file: galley.file)
    read = ReadArticle(article: article, diagnostics: galley.diagnostics)
    article.lines = galley.lines.map { line in
      let isBlank = line.isBlank
      return SourceLine(
        number: line.number,
        text: line.raw,
        role: isBlank ? .blank : .paragraph,
        reason: isBlank ? "no text" : ""
      )
    }
  }

  mutating func place(_ finding: Finding, passage index: Int) {
    for line in galley.passages[index].lines {
      article.lines[line].role = finding.role
      article.lines[line].reason = finding.reason
      article.lines[line].confidence = finding.confidence
    }
    for part in finding.parts { place(part, passage: index) }
  }

  private mutating func place(_ part: Finding.Part, passage index: Int) {
    switch part {
    case .headline(let text): keepFirst(\.headline, text)
    case .kicker(let text): keepFirst(\.kicker, text)
    case .deck(let text): keepFirst(\.deck, text)
    case .dateline(let text): keepFirst(\.dateline, text)
    case .slug(let text): article.slug = article.slug ?? text
    case .lang(let text): article.lang = article.lang ?? text
    case .kind(let kind): article.kind = article.kind ?? kind
    case .contributor(let contributor): place(contributor)
    case .source(let name): place(source: name)
    case .topic(let name): place(topic: name)
    case .namesTopics: article.topics = article.topics ?? []
    case .date(let found, let rank): place(found, rank, index)
    case .updated(let found): article.updated = article.updated ?? found
    case .image(let image): place(image)
    case .block(let block): article.blocks.add(block)
    case .told(let text): read.told.append(text)
    }
  }

  // What is found a second time is kept in the story as a comment.
  private mutating func keepFirst(_ field: WritableKeyPath<Article, String?>, _ text: String) {
    if article[keyPath: field] == nil { article[keyPath: field] = text } else { article.blocks.add(.dropped([text])) }
  }

  private mutating func keepFirst(_ field: WritableKeyPath<Article, String>, _ text: String) {
    if article[keyPath: field].isEmpty { article[keyPath: field] = text } else { article.blocks.add(.dropped([text])) }
  }

  private mutating func place(_ contributor: Contributor) {
    if article.byline.contains(where: { $0.name == contributor.name }) {
      read.told.append(contributor.name)
      if let role = contributor.role { read.told.append(role) }
    } else {
      article.byline.append(contributor)
    }
  }

  private mutating func place(source name: String) {
    if sourceWords.insert(phrase(name)).inserted { article.sources.append(name) } else { read.told.append(name) }
  }

  private mutating func place(topic name: String) {
    let key = phrase(name)
    if article.topics?.contains(where: { phrase($0) == key }) ?? false {
      read.told.append(name)
    } else {
      article.topics = (article.topics ?? []) + [name]
    }
  }

  private mutating func place(_ found: StoryDate, _ rank: Finding.DateRank, _ index: Int) {
    if let date, date.rank >= rank { return }
    date = (found, rank, index)
  }

  private mutating func place(_ image: StoryImage) {
    var merged = article.image ?? StoryImage()
    let fields: [WritableKeyPath<StoryImage, String?>] = [
      \.file, \.id, \.alt, \.altLang, \.caption, \.captionCredit, \.credit, \.instructions,
    ]
    for field in fields {
      guard let value = image[keyPath: field] else { continue }
      if merged[keyPath: field] == nil {
        merged[keyPath: field] = value
      } else if field != \.altLang {
        article.blocks.add(.dropped([value]))
      }
    }
    article.image = merged
  }

  mutating func settleDate() {
    defer { read.article = article }
    if date == nil, let updated = article.updated { article.date = updated }
    guard let date else { return }
    article.date = date.date
    guard let evidence = weekdayEvidence(for: date.date.day, in: article) else { return }
    for line in galley.passages[date.passage].lines { article.lines[line].reason += "; \(evidence.sentence)" }
    if !evidence.agrees {
      read.diagnostics.append(
        Diagnostic(
          .note,
          "weekday-differs",
          path: galley.path,
          line: galley.lineNumber(date.passage),
          "the date \(date.date.day.iso) was taken, but \(evidence.sentence)"
        )
      )
    }
  }

  mutating func makeTitleIfMissing() {
    defer { read.article = article }
    guard article.headline.isEmpty, let text = firstText(article.blocks) else { return }
    article.headline = truncate(firstSentence(of: text), graphemes: 90)
    read.hasMadeTitle = true
    read.diagnostics.append(
      Diagnostic(
        .note,
        "no-headline",
        path: galley.path,
        line: galley.lines.first { !$0.isBlank }?.number,
        "no headline was found; the first words of the text became the title",
        fix: "put a headline on the first line, with a blank line below it"
      )
    )
  }

  mutating func warnWithoutText() {
    guard firstText(article.blocks) == nil else { return }
    read.diagnostics.append(
      Diagnostic(
        .warning,
        "no-text",
        path: galley.path,
        line: galley.lines.first { !$0.isBlank }?.number,
        "this article has a headline and no text",
        fix: "write its text below the headline, after a blank line"
      )
    )
  }

  // Five doubts are read; more are a text of another kind, such as a poem, and are counted.
  mutating func noteDoubts() {
    let doubts = galley.doubts.filter { galley.findings[$0.key]?.role == .paragraph }.sorted { $0.key < $1.key }
    for (index, doubt) in doubts.prefix(5) {
      let more = doubts.count > 5 && index == doubts[4].key ? "; so may \(doubts.count - 5) lines below" : ""
      read.diagnostics.append(
        Diagnostic(
          .note,
          "weak-guess",
          path: galley.path,
          line: galley.lineNumber(index),
          "this may be a \(doubt.role.rawValue) line (\(doubt.reason)); it was left in the text\(more)"
        )
      )
    }
  }
}
