import FlyingSocks

/// The result of some work, unless it takes longer than `limit`: then the work is cancelled and `SocketError.timeout` thrown.
func within<Value: Sendable>(_ limit: Duration, _ work: @escaping @Sendable () async throws -> Value) async throws
  -> Value
{
  try await withThrowingTaskGroup(of: Value.self) { group in
    defer { group.cancelAll() }
    group.addTask(operation: work)
    group.addTask {
      try await Task.sleep(for: limit)
      throw SocketError.timeout(message: "\(limit)")
    }
    guard let value = try await group.next() else { throw CancellationError() }
    return value
  }
}
