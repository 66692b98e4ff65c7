import ArabicText
import NewsCore

@testable import NewsImport

/// The account of one raw file: every word that came in, and where it went.
struct ArticleAudit: Sendable {
  let file: String
  /// How many articles the file holds; 0 where it could not be read.
  var articles = 0
  /// Words of the source.
  var wordsIn = 0
  /// The same words by the role of their line.
  var wordsByRole: [SourceLine.Role: Int] = [:]
  /// Words in fields and body of the stories, those in their comments, and those said in the story's own form.
  var wordsInStory = 0
  var wordsDropped = 0
  var wordsTold = 0
  /// As a reader sees them, sorted: in the source and nowhere in the stories. Must be empty.
  var lost: [String] = []
  /// As a reader sees them, sorted: more often in the stories than in the source. Must be empty.
  var gained: [String] = []
  /// Why the file could not be read.
  var failure: Diagnostic?
}

/// Imports one raw file and counts its words on both sides, the one independently of the other.
func auditArticle(_ bytes: [UInt8], file: String, encoding: Encoding? = nil) -> ArticleAudit {
  let path = "\(SiteFolder.articles)/\(file)"
  var audit = ArticleAudit(file: file)
  var balance: [String: Int] = [:]
  for read in readArticles(bytes, file: file, path: path, encoding: encoding) {
    guard let article = read.article else {
      audit.failure = read.diagnostics.first
      return audit
    }
    audit.articles += 1
    audit.count(read, article, &balance)
  }
  guard let source = try? decode(bytes, as: encoding) else { return audit }
  for word in auditWords(source.text) {
    audit.wordsIn += 1
    balance[word, default: 0] -= 1
  }
  audit.lost = balance.flatMap { Array(repeating: $0.key, count: max(0, -$0.value)) }.sorted()
  audit.gained = balance.flatMap { Array(repeating: $0.key, count: max(0, $0.value)) }.sorted()
  return audit
}

extension ArticleAudit {
  fileprivate mutating func count(_ read: ReadArticle, _ article: Article, _ balance: inout [String: Int]) {
    for line in article.lines where line.role != .blank {
      wordsByRole[line.role, default: 0] += auditWords(line.text).count
    }
    let shown = shownTexts(article, withTitle: !read.hasMadeTitle)
    wordsInStory += Self.add(shown, to: &balance)
    wordsDropped += Self.add(droppedTexts(article), to: &balance)
    wordsTold += Self.add(read.told, to: &balance)
  }

  private static func add(_ texts: [String], to balance: inout [String: Int]) -> Int {
    var count = 0
    for text in texts {
      for word in auditWords(text) {
        balance[word, default: 0] += 1
        count += 1
      }
    }
    return count
  }
}
