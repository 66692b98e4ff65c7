/// Looks at all files again and again, and puts what changed into the basket. The first look is over when this returns.
func watchByPolling(_ root: String, _ basket: ChangeBasket) -> Task<Void, Never> {
  let first = FolderSnapshot(of: root)
  return Task { await poll(root, since: first, basket) }
}

/// Polls until the task is cancelled. On a large site a look takes longer, and so there is more time between two: it never
/// takes more than a tenth of one core.
func poll(_ root: String, since first: FolderSnapshot, _ basket: ChangeBasket) async {
  var before = first
  var pause = shortestPause
  while true {
    do { try await Task.sleep(for: pause, clock: .continuous) } catch { return }
    let start = ContinuousClock.now
    let now = FolderSnapshot(of: root)
    let changed = now.changes(since: before)
    if !changed.isEmpty { await basket.add(changed) }
    before = now
    pause = max(shortestPause, (ContinuousClock.now - start) * 9)
  }
}

/// Short enough that a person does not wait for it.
private let shortestPause = Duration.milliseconds(250)
