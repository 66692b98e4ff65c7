/// Runs a step again after it failed for a reason that may pass: after one second, then two, four… thirty at most.
///
/// `progress` says how far it has come: where a failed try came further than the one before, as many are left as in the
/// beginning, so that a connection that breaks again and again costs time alone.
func retrying<Value: Sendable>(
  _ times: Int,
  progress: () async -> Int = { 0 },
  _ step: () async throws(PublishTrouble) -> Value
) async throws(PublishTrouble) -> Value {
  var (pause, left, reached) = (1, times, await progress())
  while true {
    do { return try await step() } catch {
      guard case .environment(let trouble) = error, trouble.isPassing else { throw error }
      let now = await progress()
      if now > reached { (pause, left, reached) = (1, times, now) }
      if left == 0 { throw error }
      try? await Task.sleep(for: .seconds(pause))
      (pause, left) = (min(pause * 2, 30), left - 1)
    }
  }
}
