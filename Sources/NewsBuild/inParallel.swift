/// Maps values on all cores and hands the results over in their order, one after the other: the one place where
/// concurrency begins and ends. Only a few batches are held at a time.
///
/// `progress` is told after each batch how many are done.
func inParallel<Item: Sendable, Result: Sendable>(
  _ items: [Item],
  batch: Int = 64,
  progress: (Int) -> Void = { _ in },
  _ transform: @escaping @Sendable (Item) -> Result,
  take: (Result) -> Void
) async {
  let starts = Array(stride(from: 0, to: items.count, by: batch))
  var waiting: [Int: [Result]] = [:]
  await withTaskGroup(of: (Int, [Result]).self) { group in
    var next = 0
    func addBatch() {
      guard next < starts.count else { return }
      let (index, range) = (next, starts[next]..<min(starts[next] + batch, items.count))
      group.addTask { (index, items[range].map(transform)) }
      next += 1
    }
    for _ in 0..<8 { addBatch() }
    var (done, turn) = (0, 0)
    for await (index, results) in group {
      waiting[index] = results
      done += results.count
      progress(done)
      while let results = waiting.removeValue(forKey: turn) {
        for result in results { take(result) }
        turn += 1
      }
      addBatch()
    }
  }
}

/// Maps values on all cores and keeps their order.
func inParallel<Item: Sendable, Result: Sendable>(
  _ items: [Item],
  batch: Int = 64,
  progress: (Int) -> Void = { _ in },
  _ transform: @escaping @Sendable (Item) -> Result
) async -> [Result] {
  var results: [Result] = []
  results.reserveCapacity(items.count)
  await inParallel(items, batch: batch, progress: progress, transform) { results.append($0) }
  return results
}
