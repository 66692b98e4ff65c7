import NewsCore

/// The lines of one article as an article: each line with its role, each word in its place.
func readArticle(_ lines: [RawLine], file: String, path: String) -> ReadArticle {
  var galley = Galley(file: file, path: path, lines: lines)
  galley.readHeaders()
  galley.readHead()
  galley.readTail()
  galley.readBody()
  return assemble(galley)
}
