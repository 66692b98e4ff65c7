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

  static let root: UInt32 = 0
  /// The search forms with which some phrase begins.
  let headKeys: Set<String>
  private let endings: [[Ending]]
  private let isInner: [Bool]
  /// From the hash of a search form to where its lemmas begin in `lemmas`.
  private let lemmaStarts: HashTable
  /// A lemma's number times two, and one for the last of a search form.
  private let lemmas: [UInt32]
  /// By lemma: the word as written, where it counts only so.
  private let raws: [String?]
  /// From a node and a lemma to a node.
  private let edges: HashTable

  init(_ list: TopicList) {
    let tree = TopicTree(list)
    headKeys = tree.headKeys
    endings = tree.endings
    raws = tree.raws
    edges = HashTable(tree.edges)
    var isInner = [Bool](repeating: false, count: tree.endings.count)
    for edge in tree.edges.keys { isInner[Int(edge >> 32)] = true }
    self.isInner = isInner
    var lemmas: [UInt32] = []
    var starts: [UInt64: UInt32] = [:]
    for (hash, own) in tree.lemmas {
      starts[hash] = UInt32(lemmas.count)
      lemmas += own.map { $0 << 1 }
      lemmas[lemmas.count - 1] |= 1
    }
    self.lemmas = lemmas
    lemmaStarts = HashTable(starts)
  }

  var isEmpty: Bool { headKeys.isEmpty }

  /// The nodes that a search form leads to from a node, and the word as written where only that counts.
  @inline(__always)
  func forEachChild(of node: UInt32, _ hash: UInt64, _ body: (_ child: UInt32, _ raw: String?) -> Void) {
    guard let start = lemmaStarts.value(of: hash) else { return }
    var index = Int(start)
    while true {
      let lemma = lemmas[index]
      if let child = edges.value(of: TopicTree.edge(node, lemma >> 1)) { body(child, raws[Int(lemma >> 1)]) }
      if lemma & 1 == 1 { return }
      index += 1
    }
  }

  func hasChildren(_ node: UInt32) -> Bool { isInner[Int(node)] }

  func endings(at node: UInt32) -> [Ending] { endings[Int(node)] }
}
