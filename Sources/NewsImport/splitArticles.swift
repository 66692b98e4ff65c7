/// The lines of one article of a file.
struct ArticleLines: Sendable {
  var lines: [RawLine]
  /// Rules that may have parted two articles but were taken for part of one; line numbers.
  var doubtfulRules: [Int] = []
}

/// The lines of each article in a file: parted by a rule that has a whole article above it and another one below.
///
/// A rule is also met inside articles, so it takes evidence: the text above ends as articles do (source, sign-off, end
/// mark), the text below opens with header lines, or a rule of at least eight marks stands between blank lines above a
/// headline. The rule belongs to the article above it.
func splitArticles(_ lines: [RawLine]) -> [ArticleLines] {
  let rules = lines.indices.filter { lines[$0].text.utf8.count <= 400 && isRule(lines[$0].text) }
  if rules.isEmpty { return [ArticleLines(lines: lines)] }
  var articles: [ArticleLines] = []
  var current = ArticleLines(lines: [])
  var above = ArticlePiece(lines[..<rules[0]])
  current.lines += lines[...rules[0]]
  for (index, rule) in rules.enumerated() {
    let end = index + 1 < rules.count ? rules[index + 1] : lines.count - 1
    let below = ArticlePiece(lines[(rule + 1)..<max(rule + 1, index + 1 < rules.count ? end : lines.count)])
    switch evidence(for: lines, rule, above, below) {
    case .sure:
      articles.append(current)
      current = ArticleLines(lines: [])
      above = below
    case .doubtful:
      current.doubtfulRules.append(lines[rule].number)
      above.add(below)
    case .none: above.add(below)
    }
    if rule + 1 <= end { current.lines += lines[(rule + 1)...end] }
  }
  articles.append(current)
  return articles
}

private enum RuleEvidence { case sure, doubtful, none }

private func evidence(
  for lines: [RawLine],
  _ rule: Int,
  _ above: ArticlePiece,
  _ below: ArticlePiece
) -> RuleEvidence {
  guard above.isArticle, below.isArticle else { return .none }
  if above.isEnded || below.hasHeaders { return .sure }
  let isApart = rule > 0 && lines[rule - 1].isBlank && rule + 1 < lines.count && lines[rule + 1].isBlank
  guard isApart, below.hasHeadlineApart else { return .none }
  return lines[rule].text.unicodeScalars.count >= 8 ? .sure : .doubtful
}

/// What can be seen of the text between two rules.
private struct ArticlePiece {
  var hasHeadline = false
  var hasHeadlineApart = false
  var hasHeaders = false
  var hasParagraph = false
  var isEnded = false

  var isArticle: Bool { (hasHeadline || hasHeaders) && hasParagraph }

  init(_ lines: ArraySlice<RawLine>) {
    let passages = makePassages(Array(lines))
    guard let first = passages.first else { return }
    hasHeadline = first.looksLikeHeadline && first.words >= 2 && bulletEnd(first.text) == nil
    hasHeadlineApart = hasHeadline && passages.count > 1 && passages[1].isAfterBlank
    if let label = labelled(first.text), let key = HeaderKey.named(label.key) {
      hasHeaders = key == .title || key == .date || key == .language || key == .slug
    }
    hasParagraph = passages.dropFirst().contains { $0.looksLikeParagraph }
    isEnded = passages.suffix(3).contains {
      recogniseDeskNote($0, afterNote: false) != nil || (recogniseSignOff($0)?.confidence ?? 0) >= 0.8
        || (recogniseSource($0, isAtEdge: true)?.confidence ?? 0) >= 0.8 || recogniseTrailingSignOff($0) != nil
    }
  }

  mutating func add(_ below: ArticlePiece) {
    hasParagraph = hasParagraph || below.hasParagraph
    isEnded = below.isEnded
  }
}
