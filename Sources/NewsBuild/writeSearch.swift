import ArabicText
import NewsCore
import NewsPages
import NewsRender
import NewsSearch

/// Brings the index of the search in Output to the state of the plan. Only stories whose file or topics changed are read,
/// and the newest.
func writeSearch(_ desk: PrintDesk, setup: SiteSetup, stories: StoryIndex) async throws(BuildTrouble) {
  let (plan, topics) = (desk.plan, desk.edition.topics)
  if !setup.site.hasSearch { return try removeSearch(desk) }
  let listed = topics.indices.filter { plan.topicTree.hasPage($0) }.map {
    SearchTopic(slug: topics[$0].slug, name: topics[$0].name)
  }
  do throws(FileTrouble) {
    _ = try await updateSearch(
      searchEntries(desk, setup.site, stories),
      topics: listed,
      program: setup.program,
      document: { searchDocument($0, desk) },
      files: searchFiles(desk)
    )
  } catch {
    throw .environment(error)
  }
}

private func searchFiles(_ desk: PrintDesk) -> SearchFiles {
  let (writer, output) = (desk.writer, desk.folder.output)
  return SearchFiles(
    read: { writer.rewritesAll ? nil : try? Files.read("\(output)/\($0)") },
    readPart: { (path, range) in writer.rewritesAll ? nil : Files.readPart("\(output)/\(path)", range) },
    write: { (path, bytes) throws(FileTrouble) in _ = try writer.write(path, bytes) },
    extend: { (path, place, bytes) throws(FileTrouble) in
      if place == 0 {
        _ = try writer.write(path, bytes)
      } else {
        try Files.overwrite(bytes, at: place, of: "\(output)/\(path)")
      }
    },
    remove: { (path) throws(FileTrouble) in try writer.remove(path) },
    list: { () throws(FileTrouble) in try walkFolder(searchFolder, under: output).files.map { searchFolder + $0 } }
  )
}

/// Takes away what an earlier build made of a search that the site does not have any more.
private func removeSearch(_ desk: PrintDesk) throws(BuildTrouble) {
  try orStop { () throws(FileTrouble) in
    for path in try walkFolder(searchFolder, under: desk.folder.output).files {
      try desk.writer.remove(searchFolder + path)
    }
    if Files.size(of: "\(desk.folder.output)/\(searchStatePath)") ?? 0 > 0 {
      _ = try desk.writer.write(searchStatePath, [])
    }
  }
}

/// Digests of all that the search shows of each story, without reading any.
private func searchEntries(_ desk: PrintDesk, _ site: Site, _ stories: StoryIndex) -> [SearchEntry] {
  let catalogue = desk.plan.stories
  let topics = desk.edition.topics.indices.map { index in
    var print = Fingerprint()
    for topic in searchTopics([index], desk.plan, desk.edition.topics) {
      print.mix(topic.slug)
      print.mix(topic.name)
    }
    return print
  }
  var language = Fingerprint()
  language.mix(site.language)
  return catalogue.indices.map { place in
    var print = stories.rows[desk.edition.rows[place]].content
    print.mix(catalogue.addressKeys[place])
    print.mix(language)
    catalogue.topics.forEach(at: place) { print.mix(topics[Int($0)]) }
    let year = catalogue.day(place).year
    return SearchEntry(year: year, digest: SearchDigest(high: print.high, low: print.low))
  }
}

/// What the search knows of the story at a place of the catalogue; nil where its file cannot be read.
private func searchDocument(_ place: Int, _ desk: PrintDesk) -> SearchDocument? {
  let teaser = desk.plan.stories[place]
  guard let story = (try? desk.story(desk.edition.rows[place], path: teaser.file))?.story else { return nil }
  let names =
    [story.kicker, story.dateline, story.image?.caption] + story.byline.map(\.name) + story.sources.map(\.name)
  return SearchDocument(
    address: teaser.address,
    title: droppingDirectionControls(story.title),
    summary: droppingDirectionControls(teaser.summary),
    day: story.date.day,
    language: teaser.language,
    topics: searchTopics(teaser.topics, desk.plan, desk.edition.topics),
    names: names.compactMap { $0 }.map(droppingDirectionControls),
    body: droppingDirectionControls(story.body)
  )
}

/// A story's topics and those above them.
private func searchTopics(_ own: [Int], _ plan: SitePlan, _ topics: [Topic]) -> [SearchTopic] {
  var all: [Int] = []
  for topic in own + own.flatMap({ plan.topicTree.ancestors(of: $0) }) where !all.contains(topic) { all.append(topic) }
  return all.map { SearchTopic(slug: topics[$0].slug, name: topics[$0].name) }
}
