import ArabicText
import NewsCore

/// The related stories that editors chose, by the position of the story; a slug that no story has is a warning.
func chosenRelations(_ stories: Catalogue) -> (chosen: [Int: [Int]], diagnostics: [Diagnostic]) {
  let bearers = stories.stories(with: .related)
  if bearers.isEmpty { return ([:], []) }
  let newest = stories.newestBySlug()
  var chosen: [Int: [Int]] = [:]
  var diagnostics: [Diagnostic] = []
  for index in bearers {
    let story = stories[index]
    chosen[index] = []
    for slug in story.related ?? [] {
      guard let other = newest[slugKey(slug)] else {
        // To look for the nearest of all slugs takes a while: not for every line of a broken archive.
        let near = diagnostics.count < 20 ? nearestName(to: slug, among: stories.slugs) : nil
        diagnostics.append(unknownRelated(slug, near, in: story.file))
        continue
      }
      if other != index && chosen[index]?.contains(other) == false { chosen[index]?.append(other) }
    }
  }
  return (chosen, diagnostics)
}

private func unknownRelated(_ slug: String, _ near: String?, in path: String) -> Diagnostic {
  Diagnostic(
    .warning,
    "unknown-related",
    path: path,
    "`related` names a story that the site does not have: \(excerpt(slug))",
    fix: near.map { "did you mean `\($0)`?" } ?? "write the slug of a story, the last part of its address"
  )
}
