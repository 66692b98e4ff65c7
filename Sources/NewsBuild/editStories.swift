import ArabicText
import NewsCore
import NewsPages

/// The stories that will be on the site, and what was found while choosing them.
struct Edition: Sendable {
  /// One for each story, by file path.
  var teasers: [Teaser] = []
  /// The list of topics with those added that stories name and the list does not.
  var topics: [Topic]
  /// Story file → its photo.
  var images: [String: ImageFile] = [:]
  /// Story files with an error: their pages of an earlier build stay.
  var heldBack: Set<String> = []
  var diagnostics: [Diagnostic] = []
}

/// Chooses the stories that may be seen now and gives each its address and its photo; of two stories with one address
/// the second is held back.
func editStories(
  _ files: [StoryFile],
  images: ImageShelf,
  setup: SiteSetup,
  options: BuildOptions
) -> Edition {
  let clock = ZoneClock(setup.site.timeZone)
  var names = TopicNames(list: setup.topics)
  var edition = Edition(topics: [])
  var holders: [String: String] = [:]
  for file in files {
    edition.diagnostics += file.diagnostics
    guard let story = file.story else {
      edition.heldBack.insert(file.path)
      continue
    }
    guard options.drafts || isVisible(story, at: options.now, clock) else {
      edition.diagnostics += waiting(story, path: file.path, at: options.now, clock)
      continue
    }
    let address = storyAddress(date: story.date, slug: slug(of: story, path: file.path))
    do throws(Diagnostic) {
      if let holder = holders[address] { throw sharedAddress(file.path, holder) }
      edition.images[file.path] = try images.image(of: story, path: file.path)
    } catch {
      edition.heldBack.insert(file.path)
      edition.diagnostics.append(error)
      continue
    }
    holders[address] = file.path
    let topics = story.topics.map { names.positions(of: $0, in: file.path) } ?? file.matchedTopics ?? []
    let series = story.series.flatMap { names.positions(of: [$0], in: file.path).first }
    var teaser = teaser(of: story, in: file, address: address, topics: topics, setup.site, clock)
    teaser.series = series
    if let series, !topics.contains(series) { teaser.topics.append(series) }
    teaser.addLastChange(of: story, clock)
    edition.teasers.append(teaser)
  }
  edition.topics = names.topics
  edition.diagnostics += names.diagnostics
  return edition
}

private func teaser(
  of story: Story,
  in file: StoryFile,
  address: String,
  topics: [Int],
  _ site: Site,
  _ clock: ZoneClock
) -> Teaser {
  var teaser = Teaser(
    file: file.path,
    address: address,
    title: story.title,
    kicker: story.kicker,
    summary: file.summary,
    date: story.date,
    moment: clock.moment(of: story.date),
    language: story.lang == site.language ? nil : story.lang,
    topics: topics
  )
  teaser.label = story.shownLabel
  teaser.byline = story.byline.map(\.name)
  teaser.corrections = story.corrections
  teaser.aliases = story.aliases
  teaser.id = story.id
  teaser.related = story.related
  teaser.words = file.words
  return teaser
}

private func isVisible(_ story: Story, at now: Int, _ clock: ZoneClock) -> Bool {
  if story.status == .draft { return false }
  // No page says that it was published tomorrow: a story waits for its date too.
  if clock.moment(of: story.date) > now { return false }
  if let start = story.publishAt, clock.moment(of: start) > now { return false }
  if let end = story.expires, clock.moment(of: end) <= now { return false }
  return true
}

/// Says of a story that waits for its date alone why it is not on the site: the date may be a slip.
private func waiting(_ story: Story, path: String, at now: Int, _ clock: ZoneClock) -> [Diagnostic] {
  let start = story.publishAt.map { clock.moment(of: $0) } ?? 0
  guard story.status == .ready, start <= now, clock.moment(of: story.date) > now else { return [] }
  return [
    Diagnostic(
      .note,
      "future-date",
      path: path,
      "the date lies ahead, \(story.date.iso): the story waits for it",
      fix: "correct `date`, or write `publish-at` to say that this is meant"
    )
  ]
}

/// The slug in the file, or the file's name: both stay when a headline is edited.
private func slug(of story: Story, path: String) -> String {
  if let slug = story.slug { return slug }
  let name = path.split(separator: "/").last.map { String($0.dropLast(3)) } ?? ""
  return Slug.make(name) ?? Slug.make(story.title) ?? String(SHA256.hex(Array(path.utf8)).prefix(12))
}

private func sharedAddress(_ path: String, _ holder: String) -> Diagnostic {
  Diagnostic(
    .error,
    "shared-address",
    path: path,
    "this story would stand at the same address as \(visible(holder))",
    fix: "change `slug` or `date` in one of the two"
  )
}

/// Finds topics by the names that stories give them, and makes a topic of each name that the list does not know.
private struct TopicNames {
  private(set) var topics: [Topic]
  private(set) var diagnostics: [Diagnostic] = []
  private let list: TopicList
  /// Normalised name → position, for names that have been looked up.
  private var found: [String: Int] = [:]
  private var slugs: Set<String>

  init(list: TopicList) {
    self.list = list
    topics = list.topics
    slugs = Set(list.topics.map(\.slug))
  }

  mutating func positions(of names: [String], in path: String) -> [Int] {
    var positions: [Int] = []
    for name in names.flatMap(splitTopicNames) {
      guard let position = position(of: name, in: path), !positions.contains(position) else { continue }
      positions.append(position)
    }
    return positions
  }

  private mutating func position(of name: String, in path: String) -> Int? {
    let key = normalize(name)
    if let known = found[key] { return known }
    if let listed = list.index(named: name) {
      if normalize(topics[listed].name) != key { report(name, takenAs: topics[listed].name, in: path) }
      found[key] = listed
      return listed
    }
    found[key] = add(name, in: path)
    return found[key]
  }

  /// Once for each variant: the newsroom may like to write one name.
  private mutating func report(_ name: String, takenAs topic: String, in path: String) {
    diagnostics.append(
      Diagnostic(
        .note,
        "topic-variant",
        path: path,
        "the topic \(excerpt(name)) is taken as \(excerpt(topic))",
        fix: "write \(excerpt(topic)), so that the stories read alike"
      )
    )
  }

  private mutating func add(_ name: String, in path: String) -> Int? {
    guard let slug = freeSlug(for: name) else {
      diagnostics.append(
        Diagnostic(
          .error,
          "bad-topic",
          path: path,
          "this cannot be a topic: \(excerpt(name))",
          fix: "a topic's name holds at least one letter or digit"
        )
      )
      return nil
    }
    topics.append(Topic(name: name, slug: slug))
    diagnostics.append(
      Diagnostic(
        .note,
        "new-topic",
        path: path,
        "the topic \(excerpt(name)) is not in \(SiteFolder.topics); it gets a page",
        fix: "add `- name: \(visible(name))` there, or write the name of a topic that is"
      )
    )
    return topics.count - 1
  }

  private mutating func freeSlug(for name: String) -> String? {
    guard let slug = Slug.make(name, maxBytes: 84) else { return nil }
    for number in 1... {
      let candidate = number == 1 ? slug : "\(slug)-\(number)"
      if slugs.insert(candidate).inserted { return candidate }
    }
    return nil
  }
}
