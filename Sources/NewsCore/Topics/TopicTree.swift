/// The phrases of all topics while the automaton is being built from them.
struct TopicTree {
  private(set) var headKeys: Set<String> = []
  /// By node; the root is 0, and no phrase ends there.
  private(set) var endings: [[TopicAutomaton.Ending]] = [[]]
  private(set) var edges: [UInt64: UInt32] = [:]
  /// The numbers that a search form stands for, by the hash of its letters.
  private(set) var lemmas: [UInt64: [UInt32]] = [:]
  /// By number; number 0 is none, so that no edge is 0.
  private(set) var raws: [String?] = [nil]
  private var numbers: [String: UInt32] = [:]

  init(_ list: TopicList) {
    for (index, topic) in list.topics.enumerated() {
      for (position, phrase) in topic.phrases.enumerated() {
        add(phrase, TopicAutomaton.Ending(topic: index, phrase: position))
      }
      for written in topic.never {
        add(TopicPhrase(alias: written), TopicAutomaton.Ending(topic: index, phrase: nil))
      }
    }
  }

  static func edge(_ node: UInt32, _ lemma: UInt32) -> UInt64 { UInt64(node) << 32 | UInt64(lemma) }

  private mutating func add(_ phrase: TopicPhrase, _ ending: TopicAutomaton.Ending) {
    guard (1...TopicPhrase.wordLimit).contains(phrase.words.count) else { return }
    var node = TopicAutomaton.root
    for (position, word) in phrase.words.enumerated() {
      let keys = phrase.isExact ? [word.key] : inflections(of: word.key)
      if position == 0 { headKeys.formUnion(keys) }
      node = child(of: node, lemma(keys, raw: phrase.isExact ? word.raw : nil))
    }
    let own = endings[Int(node)]
    let isKnown = own.contains { $0.topic == ending.topic && ($0.phrase == nil) == (ending.phrase == nil) }
    if !isKnown { endings[Int(node)].append(ending) }
  }

  private mutating func lemma(_ keys: [String], raw: String?) -> UInt32 {
    let identity = raw.map { "=" + $0 } ?? keys[0]
    if let known = numbers[identity] { return known }
    let number = UInt32(raws.count)
    numbers[identity] = number
    raws.append(raw)
    for hash in Set(keys.map { TopicWordHash($0).suffix(0, isPlace: false) }) {
      lemmas[hash, default: []].append(number)
    }
    return number
  }

  private mutating func child(of node: UInt32, _ lemma: UInt32) -> UInt32 {
    let edge = TopicTree.edge(node, lemma)
    if let known = edges[edge] { return known }
    let child = UInt32(endings.count)
    endings.append([])
    edges[edge] = child
    return child
  }
}
