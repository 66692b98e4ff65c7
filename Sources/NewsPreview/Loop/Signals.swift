/// Reasons to build again. Those that come while a build runs are one.
struct Signals: Sendable {
  private let stream: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation

  init() { (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

  func give() { continuation.yield() }

  /// Gives a signal when some time has passed, unless it is cancelled before.
  func give(after time: Duration) -> Task<Void, Never> {
    Task { if (try? await Task.sleep(for: time)) != nil { give() } }
  }

  /// Waits for the next one; false where the task was cancelled.
  func next() async -> Bool {
    for await _ in stream { return !Task.isCancelled }
    return false
  }
}
