import ArabicText
import NewsCore

/// The related stories that editors chose, by the position of the story; a slug that no story has is a warning.
func chosenRelations(_ stories: [Teaser]) -> (chosen: [Int: [Int]], diagnostics: [Diagnostic]) {
  guard stories.contains(where: { $0.related != nil }) else { return ([:], []) }
  var newest: [String: Int] = [:]
  for (index, story) in stories.enumerated() { newest[story.slug] = index }
  var chosen: [Int: [Int]] = [:]
  var diagnostics: [Diagnostic] = []
  for (index, story) in stories.enumerated() {
    guard let slugs = story.related else { continue }
    chosen[index] = []
    for slug in slugs {
      guard let other = newest[slug] else {
        // To look for the nearest of all slugs takes a while: not for every line of a broken archive.
        let near = diagnostics.count < 20 ? nearestName(to: slug, among: Array(newest.keys)) : nil
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
