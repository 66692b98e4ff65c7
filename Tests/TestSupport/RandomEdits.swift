import ArabicText
import NewsCore

/// What a newsroom does to its site from one build to the next, at random but the same in every run with one seed: every
/// kind of change that an incremental build must not forget.
package struct RandomEdits: Sendable {
  package let site: TestSite
  /// The clock, in seconds since 1970.
  package private(set) var now = 1_795_500_000
  /// Whether drafts are to be built.
  package private(set) var drafts = false
  /// What was done, for the message of a failure.
  package private(set) var history: [String] = []
  /// How many edits there were.
  package var count: Int { history.count }
  private var random: SeededRandom
  private var stories: [String: EditedStory] = [:]
  private var files: Set<String> = []
  private var number = 0
  private var settings = EditedSettings()
  private var topics = ["سوريا", "اقتصاد", "رياضة"]

  /// Makes a site with a few stories, an article, a photo and a page.
  package init(seed: UInt64) throws {
    random = SeededRandom(seed: seed)
    site = try TestSite()
    try writeSettings()
    try writeTopics()
    for _ in 0..<8 + random.next(20) { try addStory() }
    for _ in 0..<3 { try editFiles() }
    history = []
  }

  /// Does one thing.
  package mutating func edit() throws {
    switch random.next(22) {
    case 0...3: try addStory()
    case 4...8: try changeStory()
    case 9: try removeStory()
    case 10: try renameStory()
    case 11: try breakStory()
    case 12: try editSettings()
    case 13: try editTopics()
    case 14...16: try editFiles()
    case 17, 18: advance(random.pick([60, 3600, 86_400, 172_800, 400_000]))
    case 19: drafts.toggle(); history.append("drafts \(drafts)")
    case 20: try spoilIndex()
    default: try touchStory()
    }
  }

  private mutating func advance(_ seconds: Int) {
    now += seconds
    history.append("clock +\(seconds)")
  }

  private mutating func addStory() throws {
    number += 1
    let name = "\(SiteFolder.stories)/20\(10 + random.next(17))/\(random.pick(["خبر", "story", "a"]))-\(number).md"
    stories[name] = EditedStory(number: number, now: now, &random)
    try write(name, "add")
  }

  private mutating func changeStory() throws {
    guard let name = anyStory() else { return }
    let what = stories[name]?.change(now: now, &random) ?? ""
    try write(name, what)
  }

  private mutating func removeStory() throws {
    guard let name = anyStory() else { return }
    stories[name] = nil
    try site.remove(name)
    history.append("remove \(name)")
  }

  private mutating func renameStory() throws {
    guard let name = anyStory(), let story = stories.removeValue(forKey: name) else { return }
    number += 1
    try site.remove(name)
    let new = "\(SiteFolder.stories)/\(random.pick(["2016", "2026/01"]))/moved-\(number).md"
    stories[new] = story
    try write(new, "rename \(name) to")
  }

  private mutating func breakStory() throws {
    guard let name = anyStory() else { return }
    let text = random.pick([
      "no front matter", "---\ntitle: x\n---\n\nno date\n", "---\ntitel: x\ndate: 2026-01-01\n---\n",
    ])
    try site.write(name, text)
    history.append("break \(name)")
  }

  private mutating func touchStory() throws {
    guard let name = anyStory() else { return }
    try write(name, "touch")
  }

  private mutating func spoilIndex() throws {
    let index = random.pick(["Output/.warraq/index", "Output/.warraq/index.pool"])
    guard site.exists(index) else { return }
    if random.chance(50) {
      try site.remove(index)
    } else {
      var bytes = try Files.read(site.folder.path(index))
      bytes[random.next(bytes.count)] ^= 0x40
      try site.write(index, bytes: bytes)
    }
    history.append("spoil the index")
  }

  private mutating func editSettings() throws {
    history.append("settings: " + settings.change(slugs: stories.keys.sorted(), &random))
    try writeSettings()
  }

  private func writeSettings() throws { try site.write(SiteFolder.settings, settings.text) }

  private mutating func editTopics() throws {
    if random.chance(50) || topics.count < 2 {
      topics.append(random.pick(["علوم", "صحة", "الصين", "طاقة", "سوريا الكبرى"]))
    } else {
      topics.remove(at: random.next(topics.count))
    }
    topics = topics.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    try writeTopics()
    history.append("topics \(topics)")
  }

  private mutating func writeTopics() throws {
    var text = "topics:\n"
    for (place, topic) in topics.enumerated() {
      text += "  - name: \(topic)\n"
      if place > 0, random.chance(40) { text += "    parent: \(topics[0])\n" }
      if random.chance(40) { text += "    description: كل أخبار \(topic) \(random.next(3))\n" }
      if random.chance(30) { text += "    synonyms: [\(random.pick(["دمشق", "المصرف", "المباراة"]))]\n" }
    }
    try site.write(SiteFolder.topics, text)
  }

  /// Articles, photos, static pages and templates: made, changed or removed.
  private mutating func editFiles() throws {
    let (path, text) = random.pick([
      ("\(SiteFolder.articles)/\(random.next(4)).txt", article()),
      ("\(SiteFolder.articles)/\(random.next(4)).txt", article()),
      ("\(SiteFolder.images)/\(random.next(3)).jpg", "GIF89a\(random.next(9))0\(random.next(9))0 photo"),
      ("\(SiteFolder.images)/\(random.next(3)).jpg", "GIF89a\(random.next(9))0\(random.next(9))0 photo"),
      ("\(SiteFolder.pages)/\(random.pick(["about", "contact"])).md", page()),
      ("Templates/partials/note.mustache", "note \(random.next(5))\n"),
      ("Templates/assets/site.css", "body { margin: \(random.next(5))px }\n"),
      ("Templates/not-found.mustache", "{{<layout}}{{$main}}<h1>404 \(random.next(5))</h1>{{/main}}{{/layout}}\n"),
    ])
    if files.contains(path), random.chance(25) {
      files.remove(path)
      try site.remove(path)
      history.append("remove \(path)")
    } else {
      files.insert(path)
      try site.write(path, text)
      history.append("write \(path)")
    }
  }

  private mutating func article() -> String {
    "عنوان المقال الخام \(random.next(6))\n\n\(words(&random, 30))\n\n\(words(&random, 40))\n"
  }

  private mutating func page() -> String {
    if random.chance(15) { return "no front matter\n" }
    return "---\ntitle: من نحن \(random.next(4))\norder: \(random.next(3))\n---\n\n\(words(&random, 12))\n"
  }

  private mutating func anyStory() -> String? {
    let names = stories.keys.sorted()
    return names.isEmpty ? nil : random.pick(names)
  }

  private mutating func write(_ name: String, _ what: String) throws {
    guard let story = stories[name] else { return }
    try site.write(name, story.text)
    history.append("\(what) \(name)")
  }
}

/// Some of a small stock of words, so that stories have words in common.
func words(_ random: inout SeededRandom, _ count: Int) -> String {
  let stock = [
    "سوريا", "الاقتصاد", "المصرف", "رياضة", "المباراة", "دمشق", "الوزير", "أعلن", "اليوم", "الاتفاق", "المفاوضات",
    "البرلمان", "الانتخابات", "التعليم", "الجامعة", "السياحة", "الطاقة", "المياه", "الزراعة", "القمح", "المتحف",
    "BBC", "3-1", "50%", "علوم", "صحة",
  ]
  return (0..<count).map { _ in random.pick(stock) }.joined(separator: " ")
}
