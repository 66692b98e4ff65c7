/// Runs a step again after it failed for a reason that may pass: after one second, then two, four… thirty at most.
func retrying<Value: Sendable>(
  _ times: Int,
  _ step: () async throws(PublishTrouble) -> Value
) async throws(PublishTrouble) -> Value {
  var pause = 1
  for _ in 0..<times {
    do { return try await step() } catch {
      guard case .environment(let trouble) = error, trouble.isPassing else { throw error }
      try? await Task.sleep(for: .seconds(pause))
      pause = min(pause * 2, 30)
    }
  }
  return try await step()
}
