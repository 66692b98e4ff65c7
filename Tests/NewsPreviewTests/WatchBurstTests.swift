import Testing

@testable import NewsPreview

/// When a burst of changes is over.
@Suite struct WatchBurstTests {
  private let start = ContinuousClock.now

  @Test func aBurstIsOverAfterAMomentOfQuiet() {
    #expect(Burst(first: start, last: start).end == start + Burst.quiet)
    #expect(Burst(first: start, last: start + .milliseconds(40)).end == start + .milliseconds(40) + Burst.quiet)
    #expect(Burst.quiet <= .milliseconds(20))
  }

  @Test func howeverLongItGoesOnNobodyWaitsLongerThanATenthOfASecond() {
    #expect(Burst(first: start, last: start + .milliseconds(99)).end == start + .milliseconds(100))
    #expect(Burst(first: start, last: start + .seconds(9)).end == start + .milliseconds(100))
  }

  @Test func whatComesIsGatheredUntilItIsTaken() async {
    let (signals, continuation) = AsyncStream<Void>.makeStream()
    let basket = ChangeBasket { continuation.yield() }
    await basket.add(["ب", "أ"])
    await basket.add(["أ", "ج"], note: "السبب")
    for await _ in signals { break }
    #expect(await basket.take() == SiteChange(paths: ["أ", "ب", "ج"], note: "السبب"))
    #expect(await basket.take() == nil)
    await basket.add(["أ"])
    await basket.add(nil)
    #expect(await basket.take() == SiteChange(paths: nil))
  }
}
