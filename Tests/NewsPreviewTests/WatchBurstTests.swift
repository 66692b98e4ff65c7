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

  @Test func howeverLongASaveGoesOnNobodyWaitsLongerThanATenthOfASecond() {
    #expect(Burst(first: start, last: start + .milliseconds(99)).end == start + .milliseconds(100))
    #expect(Burst(first: start, last: start + .seconds(9)).end == start + .milliseconds(100))
    #expect(Burst(first: start, last: start, files: Burst.many).end == start + Burst.quiet)
  }

  @Test func manyFilesAreOneBurstUntilNothingMoreComesOrThreeSecondsArePast() {
    let later = start + .milliseconds(500)
    #expect(Burst(first: start, last: later, files: Burst.many + 1).end == later + Burst.quietOfMany)
    #expect(Burst(first: start, last: start + .seconds(9), files: 1000).end == start + .seconds(3))
    #expect(Burst.quietOfMany >= .milliseconds(100))
  }

  @Test func filesThatComeSlowlyOneAfterTheOtherBelongTogether() {
    #expect(Burst(first: start, last: start, isSequel: true).end == start + Burst.quietOfMany)
    #expect(Burst.sequel <= .milliseconds(40), "a save that follows the page of the one before is none")
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

  @Test func aBurstIsKnownByItsFilesAndByTheOneBefore() throws {
    var changes = GatheredChanges()
    for number in 0..<1000 { changes.add(["\(number).md"], at: start + .milliseconds(number)) }
    let burst = try #require(changes.burst)
    #expect(burst.first == start && burst.last == start + .milliseconds(999) && burst.files == 1000 && !burst.isSequel)
    changes.endBurst(at: start + .seconds(2))
    #expect(changes.take()?.paths?.count == 1000)
    changes.add(["a"], at: start + .seconds(2) + .milliseconds(20))
    #expect(changes.burst?.isSequel == true && changes.burst?.files == 1)
    changes.endBurst(at: start + .seconds(3))
    changes.add(["a"], at: start + .seconds(4))
    #expect(changes.burst?.isSequel == false)
    changes.add(nil, at: start + .seconds(4))
    #expect(changes.burst?.files == .max, "where nobody knows which, they are many")
  }

  @Test func whatTheTerminalIsToldIsNotLostInABurst() {
    var changes = GatheredChanges()
    changes.add(["أ"], note: "السبب", at: start)
    changes.add(["ب"], at: start)
    #expect(changes.take()?.note == "السبب")
    changes.add(["أ"], at: start)
    #expect(changes.take() == SiteChange(paths: ["أ"]))
  }
}
