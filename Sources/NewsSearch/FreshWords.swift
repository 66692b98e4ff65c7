import ArabicText

/// The words of stories that the index has not seen: each form once, with its postings in the index's own writing.
struct FreshWords: Sendable {
  /// The bytes of all forms, one after another, and where each begins.
  private var letters: [UInt8] = []
  private var starts: [UInt32] = [0]
  /// Open addressing: half of a form's hash, and its number and one; or 0.
  private var slots = [UInt64](repeating: 0, count: 1 << 14)
  private var postings = PostingPool()
  private var seen: [Sighting] = []
  private var current: [UInt32] = []
  private var story: UInt32 = 0
  /// The numbers under which each form is filed, and its hash; not found out where only the head is made.
  private var tailNumbers: [UInt32] = []
  private var tailStarts: [UInt32] = [0]
  private var hashes: [UInt64] = []
  /// Whether each form is a word of no meaning of its own.
  private var stops: [Bool] = []
  private let findsTails: Bool
  /// What the story that was added last has.
  private(set) var keys = StoryKeys()
  private(set) var posted: [(form: Int, field: SearchField)] = []

  init(findsTails: Bool = true) { self.findsTails = findsTails }

  private struct Sighting {
    /// The number after that of the story that was last seen with it.
    var next: UInt32 = 0
    var count: UInt16 = 0
    var field = SearchField.body
  }

  var count: Int { stops.count }

  /// The postings of a form; none where it is a word of no meaning that stands in bodies alone.
  func values(_ form: Int) -> [UInt32] { postings.values(form) }

  func tails(_ form: Int) -> ArraySlice<UInt32> {
    tailNumbers[Int(tailStarts[form])..<Int(tailStarts[form + 1])]
  }

  func wordPrint(_ form: Int, _ field: SearchField) -> UInt64 { StoryKeys.wordPrint(hashes[form], field) }

  func form(_ number: Int) -> String {
    String(decoding: letters[Int(starts[number])..<Int(starts[number + 1])], as: UTF8.self)
  }

  /// The forms that each of a number of shards has, by their numbers.
  func buckets(_ segment: IndexLayout.Segment) -> [[UInt32]] {
    var buckets = [[UInt32]](repeating: [], count: segment.shards)
    for number in 0..<count where !postings.isEmpty(number) {
      for tail in tails(number) {
        let shard = segment.shard(tail)
        // A form may have two numbers of one shard.
        if buckets[shard].last != UInt32(number) { buckets[shard].append(UInt32(number)) }
      }
    }
    return buckets
  }

  /// Takes in a story under its number in the segment; numbers must ascend.
  mutating func add(_ document: SearchDocument, as number: Int) {
    story = UInt32(number)
    current.removeAll(keepingCapacity: true)
    posted.removeAll(keepingCapacity: true)
    keys = StoryKeys()
    note(document.title, .title)
    note(document.summary, .summary)
    for topic in document.topics { note(topic.name, .summary) }
    for name in document.names { note(name, .summary) }
    let length = noteBody(document.body)
    for form in current { close(form, length: length) }
    for topic in document.topics {
      let form = self.number(of: Array(topic.form.utf8))
      if postings.next(form) <= story { post(form, .title) }
    }
  }

  private mutating func note(_ text: String, _ field: SearchField) {
    forEachSearchWord(in: Array(text.utf8)) { word, _ in see(number(of: word), 1, field) }
  }

  /// The first words count twice: news begins with what matters.
  private mutating func noteBody(_ text: String) -> Int {
    var length = 0
    forEachSearchWord(in: Array(text.utf8)) { word, _ in
      length += 1
      let form = number(of: word)
      if !stops[form] { see(form, length <= 40 ? 2 : 1, .body) }
    }
    return length
  }

  private mutating func see(_ form: Int, _ times: UInt16, _ field: SearchField) {
    if seen[form].next != story + 1 {
      seen[form] = Sighting(next: story + 1, count: 0, field: field)
      current.append(UInt32(form))
    }
    seen[form].count &+= times
    if field.rawValue > seen[form].field.rawValue { seen[form].field = field }
  }

  /// BM25's saturated frequency (k1 1.2, b 0.75, a story of 300 words as the mean), in two steps.
  private mutating func close(_ form: UInt32, length: Int) {
    let sighting = seen[Int(form)]
    var field = sighting.field
    if field == .body {
      let frequency = Double(sighting.count)
      if frequency / (frequency + 1.2 * (0.25 + 0.75 * Double(length) / 300)) > 0.62 { field = .strongBody }
    }
    post(Int(form), field)
  }

  private mutating func post(_ form: Int, _ field: SearchField) {
    postings.append(story, field, to: form)
    if !findsTails { return }
    keys.add(wordPrint(form, field), tails: tails(form))
    posted.append((form, field))
  }

  private mutating func number(of word: [UInt8]) -> Int {
    if count * 2 > slots.count { grow() }
    let hash = Self.hash(word)
    let tag = Self.tag(hash)
    var slot = Int(tag) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
      if slots[slot] >> 32 == tag, holds(word, number) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    letters += word
    starts.append(UInt32(letters.count))
    postings.addList()
    seen.append(Sighting())
    stops.append(StopWords.contains(word))
    slots[slot] = tag << 32 | UInt64(count)
    if findsTails { file(word, hash) }
    return count - 1
  }

  private mutating func file(_ word: [UInt8], _ hash: UInt64) {
    for tail in NewsSearch.tails(of: String(decoding: word, as: UTF8.self)) { tailNumbers.append(tail) }
    tailStarts.append(UInt32(tailNumbers.count))
    hashes.append(hash)
  }

  private func holds(_ word: [UInt8], _ number: Int) -> Bool {
    let (start, end) = (Int(starts[number]), Int(starts[number + 1]))
    guard end - start == word.count else { return false }
    for index in 0..<word.count where letters[start + index] != word[index] { return false }
    return true
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: slots.count * 2)
    for entry in slots where entry != 0 {
      var slot = Int(entry >> 32) & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = entry
    }
    slots = larger
  }

  // FNV-1a.
  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }

  // Its high bits mixed in.
  private static func tag(_ hash: UInt64) -> UInt64 { (hash ^ hash >> 32) & 0xFFFF_FFFF }
}

/// The numbers under which the index files a form.
func tails(of form: String) -> [UInt32] {
  form.utf8.first == UInt8(ascii: "#") ? [searchTail(ofName: form)] : searchTails(of: form)
}
