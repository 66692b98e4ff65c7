/// Whenever something changes that a build of a site reads.
///
/// A burst is one element, and so is all that changes while nobody asks: however late somebody does, nothing is lost. One
/// task may ask; when that is cancelled, or the value is dropped, the watch ends and leaves no thread and no file behind.
public struct SiteWatch: AsyncSequence, Sendable {
  /// What it gives, one after the other.
  public typealias Element = SiteChange

  private let signals: AsyncStream<Void>
  private let basket: ChangeBasket

  /// Begins to watch with a task that puts into the basket what changes, until it is cancelled.
  init(_ begin: (ChangeBasket) -> Task<Void, Never>) {
    let (signals, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    self.signals = signals
    basket = ChangeBasket { continuation.yield() }
    let task = begin(basket)
    continuation.onTermination = { _ in task.cancel() }
  }

  /// Gives the changes from now on.
  public func makeAsyncIterator() -> Iterator {
    Iterator(signals: signals.makeAsyncIterator(), basket: basket)
  }

  /// Waits for one change after the other.
  public struct Iterator: AsyncIteratorProtocol {
    fileprivate var signals: AsyncStream<Void>.Iterator
    fileprivate let basket: ChangeBasket

    /// The next change; nil once the task is cancelled.
    public mutating func next() async -> SiteChange? {
      while await signals.next() != nil {
        if let change = await basket.take() { return change }
      }
      return nil
    }
  }
}
