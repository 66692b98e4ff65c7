import NewsCore

/// Which stories are one story in several languages: those with one `id` and different languages.
///
/// Story → its whole group with itself, from the oldest on; stories without translations are left out. Of two stories of
/// one `id` in one language the older has the place.
func planTranslations(_ stories: [Teaser], siteLanguage: String) -> [Int: [Int]] {
  var groups: [String: [Int]] = [:]
  for (index, story) in stories.enumerated() {
    guard let id = story.id else { continue }
    let language = (story.language ?? siteLanguage).lowercased()
    let members = groups[id] ?? []
    if members.contains(where: { (stories[$0].language ?? siteLanguage).lowercased() == language }) { continue }
    groups[id] = members + [index]
  }
  var translations: [Int: [Int]] = [:]
  for group in groups.values where group.count > 1 {
    for member in group { translations[member] = group }
  }
  return translations
}
