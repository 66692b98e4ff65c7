import ArabicText
import NewsCore

/// The stories that a new article may be a copy or a re-filed version of, to be found by their words.
struct Twins: Sendable {
  /// A story that resembles an article.
  struct Twin: Sendable {
    /// Its story file.
    var path: String
    /// From 0 to 1.
    var similarity: Double
  }

  /// From this share of common runs of words on, two texts of neighbouring days are one story.
  private static let threshold = 0.75
  /// Wire copy comes again within days; a yearly event described in last year's words is another story.
  static let days = 3

  private var stories: [(path: String, day: Int, sketch: TextSketch)] = []
  private var byKey: [UInt64: [Int]] = [:]
  /// Digest and part of a raw article → story file, for copies of a file byte for byte.
  private var byDigest: [String: String] = [:]

  mutating func add(_ path: String, _ date: StoryDate, _ sketch: TextSketch, digest: String?, part: Int) {
    if let digest { byDigest["\(digest)#\(part)"] = path }
    guard sketch.isTelling else { return }
    for key in sketch.keys { byKey[key, default: []].append(stories.count) }
    stories.append((path, date.day.dayNumber, sketch))
  }

  /// The story that the draft is most likely another copy of.
  func twin(of draft: Draft, digest: String, part: Int) -> Twin? {
    if draft.hasOwnSlug { return nil }
    if let path = byDigest["\(digest)#\(part)"] { return Twin(path: path, similarity: 1) }
    guard draft.sketch.isTelling else { return nil }
    let day = draft.story.date.day.dayNumber
    // A phrase that every story of an agency ends with is no evidence: such keys lead to too many stories.
    let candidates = Set(draft.sketch.keys.flatMap { byKey[$0].map { $0.suffix(32) } ?? [] })
    let twins = candidates.sorted().compactMap { index -> Twin? in
      let story = stories[index]
      guard abs(story.day - day) <= Self.days else { return nil }
      return Twin(path: story.path, similarity: story.sketch.similarity(to: draft.sketch))
    }
    let best = twins.max { $0.similarity < $1.similarity }
    return best.flatMap { $0.similarity >= Self.threshold ? $0 : nil }
  }
}

/// Sketches the stories that are near in time to a new article; only those are read.
func readTwins(of articles: [ArticleDrafts], _ folder: SiteFolder, index: StoryIndex) async -> Twins {
  var twins = Twins()
  if articles.isEmpty { return twins }
  var days: Set<Int> = []
  for draft in articles.lazy.flatMap(\.drafts) {
    let day = draft.story.date.day.dayNumber
    days.formUnion(day - Twins.days...day + Twins.days)
  }
  let near = index.rows.filter { !$0.isBroken && days.contains(Int($0.columns.day)) }.map(index.path)
  let stories = await inParallel(near) { path -> (path: String, story: Story, sketch: TextSketch)? in
    guard let bytes = try? Files.read(folder.path(path)), let story = parseStory(bytes, path: path).story else {
      return nil
    }
    return (path, story, TextSketch(of: [story.title, story.body]))
  }
  for case .some(let (path, story, sketch)) in stories {
    twins.add(path, story.date, sketch, digest: story.imported?.digest, part: part(of: story.imported))
  }
  return twins
}

/// The second story of a raw article is recorded as `file#2`, which is part 1.
private func part(of record: ImportRecord?) -> Int {
  guard let hash = record?.file.lastIndex(of: "#"), let file = record?.file else { return 0 }
  return (Int(file[file.index(after: hash)...]) ?? 1) - 1
}
