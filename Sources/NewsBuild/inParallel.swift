/// Maps values on all cores and keeps their order: the one place where concurrency begins and ends.
///
/// `progress` is told after each batch how many are done; it is called by one task at a time.
func inParallel<Item: Sendable, Result: Sendable>(
  _ items: [Item],
  batch: Int = 64,
  progress: (Int) -> Void = { _ in },
  _ transform: @escaping @Sendable (Item) -> Result
) async -> [Result] {
  let starts = Array(stride(from: 0, to: items.count, by: batch))
  var batches = [[Result]](repeating: [], count: starts.count)
  await withTaskGroup(of: (Int, [Result]).self) { group in
    var next = 0
    func addBatch() {
      guard next < starts.count else { return }
      let (index, range) = (next, starts[next]..<min(starts[next] + batch, items.count))
      group.addTask { (index, items[range].map(transform)) }
      next += 1
    }
    for _ in 0..<8 { addBatch() }
    var done = 0
    for await (index, results) in group {
      batches[index] = results
      done += results.count
      progress(done)
      addBatch()
    }
  }
  return batches.flatMap { $0 }
}
