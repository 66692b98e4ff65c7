import NewsCore

/// Gathers changes until there is quiet, so that a thousand files are one change.
actor ChangeBasket {
  private let signal: @Sendable () -> Void
  private var gathered = GatheredChanges()

  /// `signal` is called when there is something to take.
  init(signal: @escaping @Sendable () -> Void) { self.signal = signal }

  /// Puts paths to those that wait; nil stands for all there are.
  func add(_ more: Set<String>?, note: String? = nil) {
    let isFirst = gathered.burst == nil
    gathered.add(more, note: note, at: .now)
    if isFirst { Task { await self.awaitQuiet() } }
  }

  /// All changes that wait, as one; nil where there are none.
  func take() -> SiteChange? { gathered.take() }

  private func awaitQuiet() async {
    while let end = gathered.burst?.end, end > ContinuousClock.now {
      do { try await Task.sleep(until: end, clock: .continuous) } catch { break }
    }
    gathered.endBurst(at: .now)
    signal()
  }
}

/// The changes that nobody has taken yet, and the burst in which they come.
struct GatheredChanges: Sendable {
  /// nil where it is not known which.
  private var paths: Set<String>? = []
  private var note: String?
  private(set) var burst: Burst?
  private var lastEnd: ContinuousClock.Instant?

  mutating func add(_ more: Set<String>?, note: String? = nil, at now: ContinuousClock.Instant) {
    if let more { paths?.formUnion(more) } else { paths = nil }
    self.note = note ?? self.note
    let isSequel = lastEnd.map { now < $0 + Burst.sequel } ?? false
    var next = burst ?? Burst(first: now, last: now, isSequel: isSequel)
    next.last = now
    next.files = paths?.count ?? .max
    burst = next
  }

  mutating func endBurst(at now: ContinuousClock.Instant) { (burst, lastEnd) = (nil, now) }

  mutating func take() -> SiteChange? {
    if let paths, paths.isEmpty { return nil }
    defer { (paths, note) = ([], nil) }
    return SiteChange(paths: paths?.sorted(by: precedesByBytes), note: note)
  }
}
