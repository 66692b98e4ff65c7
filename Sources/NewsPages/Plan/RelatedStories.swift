import NewsCore

/// The stories related to each story, best first, at most five; kept between builds.
///
/// Only older stories are looked at: of each of a story's topics the last few before it, and those of the first few that
/// hold one of its telling words. So the cost grows with the stories and not with their square, a new story changes no
/// older story's page, and what a changed story touches can be found (`touched`).
public struct RelatedStories: Sendable {
  static let most = 5
  /// How many stories of a topic are looked at.
  static let perTopic = 8
  /// How many of a story's topics count.
  static let topicsThatCount = 4
  /// A word that more earlier stories hold says little.
  static let rarest = 8
  /// From so many changes on, all stories are looked at.
  static let mostChanges = 64
  static let topicScore = 5
  static let wordScore = 2

  /// Five places for each story, empty ones -1.
  private var places: [Int32]

  /// Nothing known of any of `count` stories.
  public init(count: Int) { places = [Int32](repeating: -1, count: count * Self.most) }

  /// The related stories of a story, by their places in the catalogue.
  public subscript(index: Int) -> [Int] {
    get { places[index * Self.most..<(index + 1) * Self.most].prefix { $0 >= 0 }.map(Int.init) }
    set {
      for place in 0..<Self.most {
        places[index * Self.most + place] = place < newValue.count ? Int32(newValue[place]) : -1
      }
    }
  }

  /// The stories of one story as five numbers, empty places -1: for loops over all of them.
  public typealias Numbers = (Int32, Int32, Int32, Int32, Int32)

  /// Its stories by other numbers.
  public func numbers(_ index: Int, _ number: (Int) -> Int32) -> Numbers {
    func at(_ rank: Int) -> Int32 {
      let story = places[index * Self.most + rank]
      return story < 0 ? -1 : number(Int(story))
    }
    return (at(0), at(1), at(2), at(3), at(4))
  }

  /// Takes over what `numbers` gave; `place` says where such a story stands now, and -1 of one that is gone.
  public mutating func take(_ numbers: Numbers, at index: Int, _ place: (Int) -> Int32) {
    var rank = index * Self.most
    func next(_ number: Int32) {
      let story = number < 0 ? -1 : place(Int(number))
      if story < 0 { return }
      places[rank] = story
      rank += 1
    }
    next(numbers.0)
    next(numbers.1)
    next(numbers.2)
    next(numbers.3)
    next(numbers.4)
  }

  /// Whether a story names any other.
  public func isEmpty(_ index: Int) -> Bool { places[index * Self.most] < 0 }

  /// A story that came, went or changed, as it was or as it is: what its relations hang on.
  public struct Change: Sendable {
    /// Its place among the stories of today.
    public var position: Int
    /// Its topics, the first first.
    public var topics: [Int32]
    /// Its telling words, as hashes.
    public var words: [UInt32]

    /// Gives what a story is related by.
    public init(position: Int, topics: [Int32], words: [UInt32]) {
      self.position = position
      self.topics = topics
      self.words = words
    }
  }

  /// The stories whose relations may be others because of the changes.
  public static func touched(by changes: [Change], in stories: Catalogue) -> Set<Int> {
    if changes.isEmpty { return [] }
    // Of many changes at once each may push a story further down its lists, so as many more places are looked at.
    if changes.count > mostChanges { return Set(stories.indices) }
    let members = TopicMembers(stories)
    var touched: Set<Int> = []
    for change in changes {
      if change.position < stories.count { touched.insert(change.position) }
      for topic in change.topics {
        touched.formUnion(members.after(change.position, topic: Int(topic), perTopic + 1 + changes.count))
      }
    }
    let holders = WordHolders(stories, of: changes.lazy.flatMap(\.words), most: rarest + 2 + changes.count)
    for word in Set(changes.lazy.flatMap(\.words)) { touched.formUnion(holders[word].map(Int.init)) }
    return touched
  }

  /// Finds the relations of the stories in `wanted`, of all where it is nil.
  public mutating func find(_ wanted: Set<Int>?, in stories: Catalogue) {
    if wanted?.isEmpty == true { return }
    let members = TopicMembers(stories)
    let order = wanted.map { $0.sorted() } ?? Array(stories.indices)
    let sought = wanted.map { _ in order.flatMap { stories.words[$0].map { UInt32(bitPattern: $0) } } }
    let holders = WordHolders(stories, of: sought, most: Self.rarest)
    var scores = ScoreTable()
    for index in order { self[index] = best(for: index, stories, members, holders, &scores) }
  }

  private func best(
    for index: Int,
    _ stories: Catalogue,
    _ members: TopicMembers,
    _ holders: WordHolders,
    _ scores: inout ScoreTable
  ) -> [Int] {
    scores.clear()
    for topic in stories.topics[index].prefix(Self.topicsThatCount) {
      members.before(index, topic: Int(topic), Self.perTopic) { scores.add(Self.topicScore, to: $0) }
    }
    stories.words.forEach(at: index) { bits in
      let word = UInt32(bitPattern: bits)
      holders.earlier(than: index, word: word, most: Self.rarest) { scores.add(Self.wordScore, to: $0) }
    }
    return scores.best(Self.most, from: Self.topicScore)
  }
}

/// The stories that name each topic as one of their first, oldest first.
private struct TopicMembers {
  private var members: [[Int32]] = []

  init(_ stories: Catalogue) {
    for index in stories.indices {
      for topic in stories.topics[index].prefix(RelatedStories.topicsThatCount) {
        while members.count <= topic { members.append([]) }
        if members[Int(topic)].last != Int32(index) { members[Int(topic)].append(Int32(index)) }
      }
    }
  }

  /// The position of the first member that is not before `index`.
  private func start(_ index: Int, _ topic: Int) -> Int {
    let list = members[topic]
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle] < Int32(index) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func before(_ index: Int, topic: Int, _ most: Int, _ body: (Int) -> Void) {
    guard topic < members.count else { return }
    let end = start(index, topic)
    for position in max(0, end - most)..<end { body(Int(members[topic][position])) }
  }

  func after(_ index: Int, topic: Int, _ most: Int) -> [Int] {
    guard topic < members.count else { return [] }
    return members[topic][start(index, topic)...].prefix(most + 1).map(Int.init)
  }
}

/// The first few stories that hold each word, oldest first, in one open table.
private struct WordHolders {
  private let most: Int
  private let mask: Int
  /// Slot → word; 0 is an empty slot.
  private var words: [UInt32]
  private var counts: [UInt8]
  private var holders: [Int32]

  /// Of the words in `wanted`; of all where it is nil.
  init(_ stories: Catalogue, of wanted: (some Sequence<UInt32>)?, most: Int) {
    self.most = most
    let expected: Int
    var filter: [Bool] = []
    if let wanted {
      filter = [Bool](repeating: false, count: 1 << 16)
      var count = 0
      for word in wanted {
        filter[Int(word & 0xFFFF)] = true
        count += 1
      }
      expected = count * 4 + 64
    } else {
      expected = stories.count * 4 + 64
    }
    var size = 64
    while size < expected * 2 { size *= 2 }
    mask = size - 1
    words = [UInt32](repeating: 0, count: size)
    counts = [UInt8](repeating: 0, count: size)
    holders = [Int32](repeating: 0, count: size * most)
    var used = 0
    for index in stories.indices {
      stories.words.forEach(at: index) { bits in
        let word = UInt32(bitPattern: bits)
        if !filter.isEmpty && !filter[Int(word & 0xFFFF)] { return }
        add(word, Int32(index), &used)
      }
    }
  }

  private mutating func add(_ word: UInt32, _ story: Int32, _ used: inout Int) {
    var slot = slot(of: word)
    if counts[slot] == 0 {
      if used * 4 > mask * 3 {
        grow()
        slot = self.slot(of: word)
      }
      words[slot] = word
      used += 1
    }
    guard counts[slot] < most else { return }
    holders[slot * most + Int(counts[slot])] = story
    counts[slot] += 1
  }

  private mutating func grow() {
    let old = self
    self = WordHolders(most: most, mask: old.mask * 2 + 1)
    for slot in old.words.indices where old.counts[slot] > 0 {
      let place = self.slot(of: old.words[slot])
      words[place] = old.words[slot]
      counts[place] = old.counts[slot]
      for number in 0..<most { holders[place * most + number] = old.holders[slot * most + number] }
    }
  }

  private init(most: Int, mask: Int) {
    self.most = most
    self.mask = mask
    words = [UInt32](repeating: 0, count: mask + 1)
    counts = [UInt8](repeating: 0, count: mask + 1)
    holders = [Int32](repeating: 0, count: (mask + 1) * most)
  }

  private func slot(of word: UInt32) -> Int {
    var slot = Int(word &* 2_654_435_769) & mask
    while counts[slot] > 0 && words[slot] != word { slot = (slot + 1) & mask }
    return slot
  }

  subscript(word: UInt32) -> ArraySlice<Int32> {
    let slot = slot(of: word)
    return holders[slot * most..<slot * most + Int(counts[slot])]
  }

  /// The stories before `index` that hold the word, unless there are `most` or more of them.
  func earlier(than index: Int, word: UInt32, most limit: Int, _ body: (Int) -> Void) {
    let slot = slot(of: word)
    let list = holders[slot * most..<slot * most + Int(counts[slot])]
    // A full list in which all are older: the word is not rare any more.
    if list.count == most, let last = list.last, last < Int32(index) { return }
    for story in list where story < Int32(index) { body(Int(story)) }
  }
}

/// Scores of a few dozen stories.
private struct ScoreTable {
  private var stories: [Int] = []
  private var scores: [Int] = []

  mutating func clear() {
    stories.removeAll(keepingCapacity: true)
    scores.removeAll(keepingCapacity: true)
  }

  mutating func add(_ score: Int, to story: Int) {
    if let place = stories.firstIndex(of: story) {
      scores[place] += score
    } else {
      stories.append(story)
      scores.append(score)
    }
  }

  /// The stories with the highest scores; of equal ones the newest.
  func best(_ most: Int, from least: Int) -> [Int] {
    var order: [Int] = []
    order.reserveCapacity(most + 1)
    for place in stories.indices where scores[place] >= least {
      var rank = order.count
      let score = (scores[place], stories[place])
      while rank > 0, score > (scores[order[rank - 1]], stories[order[rank - 1]]) { rank -= 1 }
      if rank == most { continue }
      order.insert(place, at: rank)
      if order.count > most { order.removeLast() }
    }
    return order.map { stories[$0] }
  }
}
