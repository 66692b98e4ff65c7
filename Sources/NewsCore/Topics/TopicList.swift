import ArabicText

/// The site's topics in the order of the file, and the finding of one by whatever name it is called.
public struct TopicList: Sendable {
  /// The topics in the order of their file.
  public let topics: [Topic]
  /// Exact aliases, as they are written.
  private let exact: [String: Int]
  private let byKey: [String: Int]

  /// Where two topics share a name or an alias, the first has it; a name goes before any alias.
  public init(_ topics: [Topic]) {
    self.topics = topics
    var exact: [String: Int] = [:]
    var byKey: [String: Int] = [:]
    let phrases = topics.map(\.phrases)
    func add(_ phrase: TopicPhrase, _ index: Int) {
      if phrase.isExact, exact[phrase.written] == nil { exact[phrase.written] = index }
      if byKey[phrase.key] == nil { byKey[phrase.key] = index }
    }
    for (index, own) in phrases.enumerated() { own.prefix(1).forEach { add($0, index) } }
    for (index, own) in phrases.enumerated() { own.dropFirst().forEach { add($0, index) } }
    self.exact = exact
    self.byKey = byKey
  }

  /// No topics at all: what a site without `topics.yaml` has.
  public static let empty = TopicList([])

  /// The topic of that name or alias; spelling variants («سورية», «سوريا», #سوريا) find the same one.
  ///
  /// Exactly written names go first, so `=عُمان` and `=عَمّان` may belong to two topics.
  public func index(named name: String) -> Int? {
    let phrase = TopicPhrase(name: name)
    return exact[phrase.written] ?? byKey[phrase.key]
  }

  /// The name under which the site shows a topic that a hand called so; nil where no topic is called so.
  public func canonicalName(of written: String) -> String? {
    index(named: written).map { topics[$0].name }
  }
}
