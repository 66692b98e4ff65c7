import Markup

/// Where the builds put what they made, and where the connections find it: the one place of the preview that changes.
actor Newsstand {
  private(set) var show: PreviewShow
  private var readers: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
  private var nextReader = 0
  private var connections = 0

  /// More clients at once than these get no answer: files of a process are few.
  private static let mostConnections = 800
  /// News that wait for a slow client; one that misses some looks at its page again.
  private static let mostNews = 8
  /// A page that is told of more changed files than these asks for its own file instead.
  private static let mostChanges = 200

  init(_ show: PreviewShow) { self.show = show }

  /// Takes in what a build made, and tells all open pages.
  func put(_ show: PreviewShow) {
    self.show = show
    let news = news
    for reader in readers.values { reader.yield(news) }
  }

  /// The news of all builds from now on, that of the last one first, as server-sent events. Whoever opens it closes it.
  func openStream() -> (reader: Int, news: AsyncStream<[UInt8]>) {
    let (stream, continuation) = AsyncStream.makeStream(
      of: [UInt8].self,
      bufferingPolicy: .bufferingNewest(Self.mostNews)
    )
    nextReader += 1
    readers[nextReader] = continuation
    continuation.yield(Array("retry: 300\n".utf8) + news)
    return (nextReader, stream)
  }

  func closeStream(_ reader: Int) { readers.removeValue(forKey: reader)?.finish() }

  /// Ends all streams, so that no client is left waiting.
  func closeAll() {
    for reader in readers.values { reader.finish() }
    readers = [:]
  }

  /// Whether one more client may come in; each that may must leave.
  func enter() -> Bool {
    guard connections < Self.mostConnections else { return false }
    connections += 1
    return true
  }

  func leave() { connections -= 1 }

  private var news: [UInt8] {
    let state = show.state
    let isKnown = state.knowsChanges && state.changed.count <= Self.mostChanges
    let addresses = !isKnown ? [] : state.changed.map { JSON.text(show.served.address(ofFile: $0)) }
    let isTrouble = state.failure != nil || state.diagnostics.contains { $0.severity != .note }
    let words = DeskWords(for: show.site.language)
    let json = JSON.object([
      ("session", .text(show.session)), ("build", .number(state.number)),
      ("changed", isKnown ? .list(addresses) : nil), ("trouble", .flag(isTrouble)),
      ("words", .object([("desk", .text(words[.desk])), ("source", .text(words[.compare]))])),
    ])
    return Array("data: ".utf8) + json.bytes + [0x0A, 0x0A]
  }
}
