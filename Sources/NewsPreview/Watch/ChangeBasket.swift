import NewsCore

/// Gathers changes until there is quiet, so that a thousand files are one change.
actor ChangeBasket {
  private let signal: @Sendable () -> Void
  /// nil where it is not known which.
  private var paths: Set<String>? = []
  private var note: String?
  private var burst: Burst?

  /// `signal` is called when there is something to take.
  init(signal: @escaping @Sendable () -> Void) { self.signal = signal }

  /// Puts paths to those that wait; nil stands for all there are.
  func add(_ more: Set<String>?, note: String? = nil) {
    if let more { paths?.formUnion(more) } else { paths = nil }
    self.note = note ?? self.note
    let now = ContinuousClock.now
    if burst == nil {
      burst = Burst(first: now, last: now)
      Task { await self.awaitQuiet() }
    } else {
      burst?.last = now
    }
  }

  /// All changes that wait, as one; nil where there are none.
  func take() -> SiteChange? {
    if let paths, paths.isEmpty { return nil }
    defer { (paths, note) = ([], nil) }
    return SiteChange(paths: paths?.sorted(by: precedesByBytes), note: note)
  }

  private func awaitQuiet() async {
    while let end = burst?.end, end > ContinuousClock.now {
      do { try await Task.sleep(until: end, clock: .continuous) } catch { break }
    }
    burst = nil
    signal()
  }
}

/// Changes that come one upon the other.
struct Burst: Sendable {
  var first: ContinuousClock.Instant
  var last: ContinuousClock.Instant

  /// As long as that nothing may come, and a burst is over.
  static let quiet = Duration.milliseconds(12)
  /// Nobody waits longer than that for the first change.
  static let longest = Duration.milliseconds(100)

  /// When it is over, if nothing more comes.
  var end: ContinuousClock.Instant { min(last + Self.quiet, first + Self.longest) }
}
