/// All phrases of all topics as one tree over words: a text is walked through once, however many topics there are.
///
/// Words are known by numbers. A word of a text may stand for several numbers («وبروسيا»: وبروسيا, بروسيا, روسيا), and
/// several words for one («أميركي», «الأميركية»).
struct TopicAutomaton: Sendable {
  /// What a phrase ends in.
  struct Ending: Sendable {
    let topic: Int
    /// Position among the topic's own phrases, the name first; nil for a `never` phrase.
    let phrase: Int?
  }

  /// The number of a word of phrases; `raw` where it counts only as written.
  struct Lemma: Sendable {
    let id: UInt32
    let raw: String?
  }

  static let root: UInt32 = 0
  /// The search forms with which some phrase begins.
  private(set) var headKeys: Set<String> = []
  private var endings: [[Ending]] = [[]]
  private var isInner: [Bool] = [false]
  /// By the hash of a search form.
  private var lemmas: [UInt64: [Lemma]] = [:]
  private var lemmaIDs: [String: UInt32] = [:]
  private var edges: [UInt64: UInt32] = [:]

  init(_ list: TopicList) {
    for (index, topic) in list.topics.enumerated() {
      for (position, phrase) in topic.phrases.enumerated() {
        add(phrase, Ending(topic: index, phrase: position))
      }
      for written in topic.never { add(TopicPhrase(alias: written), Ending(topic: index, phrase: nil)) }
    }
  }

  private mutating func add(_ phrase: TopicPhrase, _ ending: Ending) {
    guard !phrase.words.isEmpty else { return }
    var node = TopicAutomaton.root
    for (position, word) in phrase.words.enumerated() {
      let keys = phrase.isExact ? [word.key] : inflections(of: word.key)
      if position == 0 { headKeys.formUnion(keys) }
      node = addEdge(node, lemma(keys, raw: phrase.isExact ? word.raw : nil))
    }
    let own = endings[Int(node)]
    let isKnown = own.contains { $0.topic == ending.topic && ($0.phrase == nil) == (ending.phrase == nil) }
    if !isKnown { endings[Int(node)].append(ending) }
  }

  private mutating func lemma(_ keys: [String], raw: String?) -> UInt32 {
    let identity = raw.map { "=" + $0 } ?? keys[0]
    if let known = lemmaIDs[identity] { return known }
    let id = UInt32(lemmaIDs.count)
    lemmaIDs[identity] = id
    for key in Set(keys) {
      lemmas[TopicWordHash(key).suffix(0, isPlace: false), default: []].append(Lemma(id: id, raw: raw))
    }
    return id
  }

  private mutating func addEdge(_ node: UInt32, _ lemma: UInt32) -> UInt32 {
    let edge = UInt64(node) << 32 | UInt64(lemma)
    if let known = edges[edge] { return known }
    let child = UInt32(endings.count)
    endings.append([])
    isInner.append(false)
    isInner[Int(node)] = true
    edges[edge] = child
    return child
  }

  var isEmpty: Bool { headKeys.isEmpty }

  /// The numbers that a search form stands for, by the hash of its letters.
  func lemmas(of hash: UInt64) -> [Lemma] { lemmas[hash] ?? [] }

  func child(of node: UInt32, _ lemma: UInt32) -> UInt32? { edges[UInt64(node) << 32 | UInt64(lemma)] }

  func hasChildren(_ node: UInt32) -> Bool { isInner[Int(node)] }

  func endings(at node: UInt32) -> [Ending] { endings[Int(node)] }
}
