/// Counts in how many stories each name or phrase stands, story by story, in bounded memory.
///
/// Phrases are one to three neighbouring words with nothing but a space between them, without stop words and without
/// words that a topic covers. Each is counted as written and without و ف ب ك ل before it; `best` decides which of them
/// is the word. When more than `capacity` phrases are known, the rarest are forgotten; what is frequent over a whole
/// site is never among them for long.
public struct TopicSuggestions: Sendable {
  let capacity: Int
  private let matcher: TopicMatcher
  private(set) var entries: [UInt64: Entry] = [:]
  private(set) var stories: Int32 = 0

  /// What is known of a phrase.
  struct Entry: Sendable {
    var stories: Int32 = 0
    /// Stories in which it stands as it is, with nothing before it.
    var bareStories: Int32 = 0
    var titles: Int32 = 0
    var lastStory: Int32 = 0
    var lastBareStory: Int32 = 0
    var lastTitle: Int32 = 0
    var examples: (Int32, Int32, Int32) = (0, 0, 0)
    let words: Int32
    /// The spelling that leads, and by how many it does (the majority vote of Boyer and Moore).
    var surface: String
    var lead: Int32 = 0
  }

  /// `capacity`: how many phrases are known at once, at some 150 bytes each.
  public init(_ list: TopicList, capacity: Int = 400_000) {
    matcher = TopicMatcher(list)
    self.capacity = capacity
  }

  /// Counts one story.
  public mutating func add(title: String, body: String) {
    stories += 1
    add(title, isTitle: true)
    add(body, isTitle: false)
    if entries.count > capacity { forgetRarest() }
  }

  private mutating func add(_ text: String, isTitle: Bool) {
    matcher.read(text) { words, occurrences in
      let phrases = TopicPhrases(words, occurrences)
      phrases.forEach { range in
        phrases.forEachKey(of: range) { key, isBare in
          count(key, isBare: isBare, isTitle, words: range.count) { words.surface(range) }
        }
      }
    }
  }

  /// A phrase taken apart again.
  func withPhrases<Result>(of phrase: String, _ body: (TopicPhrases) -> Result) -> Result {
    matcher.read(phrase) { words, _ in body(TopicPhrases(words, [])) }
  }

  private mutating func count(
    _ key: UInt64,
    isBare: Bool,
    _ isTitle: Bool,
    words: Int,
    _ surface: () -> String
  ) {
    var entry = entries[key] ?? Entry(words: Int32(words), surface: "")
    if entry.lastStory != stories {
      entry.lastStory = stories
      entry.stories += 1
      switch entry.stories {
      case 1: entry.examples.0 = stories
      case 2: entry.examples.1 = stories
      case 3: entry.examples.2 = stories
      default: break
      }
    }
    if isTitle, entry.lastTitle != stories {
      entry.lastTitle = stories
      entry.titles += 1
    }
    if isBare, entry.lastBareStory != stories {
      entry.lastBareStory = stories
      entry.bareStories += 1
      entry.vote(surface())
    }
    entries[key] = entry
  }

  /// Halves the table or more, so that the work is spread over the stories in between.
  private mutating func forgetRarest() {
    var floor: Int32 = 1
    while entries.count > capacity / 2 {
      entries = entries.filter { $0.value.stories > floor }
      floor *= 2
    }
  }
}

extension TopicSuggestions.Entry {
  fileprivate mutating func vote(_ other: String) {
    if lead == 0 {
      surface = other
      lead = 1
    } else {
      lead += surface == other ? 1 : -1
    }
  }
}
