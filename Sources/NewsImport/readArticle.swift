import NewsCore

/// The lines of one article as an article: each line with its role, each word in its place.
func readArticle(_ article: ArticleLines, file: String, path: String) -> ReadArticle {
  var galley = Galley(file: file, path: path, lines: article.lines)
  for rule in article.doubtfulRules {
    galley.report(
      .note,
      "weak-split",
      line: rule,
      "this rule may part two articles; both were kept in one story",
      fix: "put a longer rule, such as ==========, with a blank line above and below it"
    )
  }
  galley.readHeaders()
  galley.readHead()
  galley.readTail()
  galley.readBody()
  return assemble(galley)
}
