import NewsCore

/// One article read from a raw file, with everything there is to say about it.
public struct ReadArticle: Sendable {
  /// nil where the file could not be read as text; an error among the diagnostics then says why.
  public var article: Article?
  /// Their path is `Content/Articles/<file>` and their lines are those of the raw file.
  public var diagnostics: [Diagnostic] = []
  /// Pieces of the source that the story says in its own form: labels («المصدر»), dates, the numbers of lists.
  public var told: [String] = []
  /// Whether the title was made from the first sentence, which then stands in the body as well.
  public var hasMadeTitle = false
}
