import NewsCore

/// Which stories are one story in several languages: those with one `id` and different languages.
///
/// Story → its whole group with itself, from the oldest on; stories without translations are left out. Of two stories of
/// one `id` in one language the older has the place.
func planTranslations(_ stories: Catalogue, siteLanguage: String) -> [Int: [Int]] {
  var groups: [String: [(story: Int, language: String)]] = [:]
  for index in stories.stories(with: .id) {
    let story = stories[index]
    guard let id = story.id else { continue }
    let language = (story.language ?? siteLanguage).lowercased()
    if groups[id]?.contains(where: { $0.language == language }) == true { continue }
    groups[id, default: []].append((index, language))
  }
  var translations: [Int: [Int]] = [:]
  for group in groups.values where group.count > 1 {
    for member in group { translations[member.story] = group.map(\.story) }
  }
  return translations
}
