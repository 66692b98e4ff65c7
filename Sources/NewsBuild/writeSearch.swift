import NewsCore
import NewsPages
import NewsRender
import NewsSearch

/// Brings the index of the search in Output to the state of the plan, and removes what it no longer has.
func writeSearch(_ folder: SiteFolder, plan: SitePlan, topics: [Topic], clean: Bool) async throws(BuildTrouble) {
  let writer = try orStop { () throws(FileTrouble) in try SiteWriter(output: folder.output, rewritesAll: clean) }
  let read = { @Sendable (number: Int) -> SearchDocument? in
    searchDocument(plan.stories[number], folder: folder, plan: plan, topics: topics)
  }
  let entries = await inParallel(Array(plan.stories.indices)) { number in
    let digest = SearchDigest(
      hex: SHA256.hex(Array("\(read(number).map(String.init(describing:)) ?? "")\(number)".utf8))
    )
    return SearchEntry(year: plan.stories[number].date.day.year, digest: digest)
  }
  let listed = topics.indices.filter { plan.topicTree.hasPage($0) }.map {
    SearchTopic(slug: topics[$0].slug, name: topics[$0].name)
  }
  do throws(FileTrouble) {
    let update = try await updateSearch(
      entries,
      topics: listed,
      fingerprint: "1",
      document: read,
      stored: { clean ? nil : try? Files.read("\(folder.output)/\($0)") },
      write: { (path, bytes) throws(FileTrouble) in _ = try writer.write(path, bytes) }
    )
    let kept = Set(update.paths)
    for path in try walkFolder(searchFolder, under: folder.output).files.map({ searchFolder + $0 })
    where !kept.contains(path) { try writer.remove(path) }
  } catch {
    throw .environment(error)
  }
}

/// What the search knows of a story.
func searchDocument(_ teaser: Teaser, folder: SiteFolder, plan: SitePlan, topics: [Topic]) -> SearchDocument? {
  guard let bytes = try? Files.read(folder.path(teaser.file)), let story = parseStory(bytes, path: teaser.file).story
  else { return nil }
  var own: [Int] = []
  for topic in teaser.topics + teaser.topics.flatMap({ plan.topicTree.ancestors(of: $0) }) where !own.contains(topic) {
    own.append(topic)
  }
  let names = [story.kicker, story.dateline, story.image?.caption] + story.byline.map(\.name) + story.sources
  return SearchDocument(
    address: teaser.address,
    title: story.title,
    summary: teaser.summary,
    day: story.date.day,
    language: teaser.language,
    topics: own.map { SearchTopic(slug: topics[$0].slug, name: topics[$0].name) },
    names: names.compactMap { $0 },
    body: story.body
  )
}
