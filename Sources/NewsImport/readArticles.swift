import ArabicText
import NewsCore

/// Raw bytes → the articles in the file: several where rules part them, else one.
///
/// A file that is empty, or whose bytes cannot be read as text, gives one element without an article and with an error.
/// `file` is relative to `Content/Articles`; `path`, for the messages, to the site's folder. Without an `encoding` it is
/// found. What was mended in the text is noted at the first article.
public func readArticles(
  _ bytes: [UInt8],
  file: String,
  path: String,
  encoding: Encoding? = nil
) -> [ReadArticle] {
  do throws(Diagnostic) {
    let source = try readSource(bytes, as: encoding, path: path)
    let lines = splitLines(source.text)
    if lines.allSatisfy(\.isBlank) {
      throw Diagnostic(
        .error,
        "empty-article",
        path: path,
        "this article is empty",
        fix: "write its text, or delete the file"
      )
    }
    var articles = splitArticles(lines).map { readArticle($0, file: file, path: path) }
    articles[0].diagnostics = (source.notes + articles[0].diagnostics).sorted()
    return articles
  } catch {
    return [ReadArticle(article: nil, diagnostics: [error])]
  }
}
