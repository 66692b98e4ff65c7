import Testing

@testable import NewsPublish

@Suite struct RetryingTests {
  private actor Tries {
    private(set) var count = 0
    private(set) var reached = 0

    /// Fails each time but at the end; `steps` is how far each try comes.
    func go(_ steps: Int, end: Int, isPassing: Bool = true) throws(PublishTrouble) {
      (count, reached) = (count + 1, reached + steps)
      if count < end { throw .environment(HostTrouble("publish", reason: "x", isPassing: isPassing)) }
    }
  }

  @Test func whereNothingCameFurtherItIsTriedSoOften() async {
    let tries = Tries()
    await #expect(throws: PublishTrouble.self) {
      try await retrying(1, progress: { await tries.reached }) { () async throws(PublishTrouble) in
        try await tries.go(0, end: 9)
      }
    }
    #expect(await tries.count == 2)
  }

  @Test func whatCameFurtherIsTriedAnew() async throws {
    let tries = Tries()
    try await retrying(1, progress: { await tries.reached }) { () async throws(PublishTrouble) in
      try await tries.go(1, end: 4)
    }
    #expect(await tries.count == 4)
  }

  @Test(arguments: [(0, true), (3, false)])
  func whatWillNotPassOrMayNotBeTriedAgainIsToldAtOnce(_ times: Int, _ isPassing: Bool) async {
    let tries = Tries()
    await #expect(throws: PublishTrouble.self) {
      try await retrying(times, progress: { await tries.reached }) { () async throws(PublishTrouble) in
        try await tries.go(1, end: 9, isPassing: isPassing)
      }
    }
    #expect(await tries.count == 1)
  }
}
