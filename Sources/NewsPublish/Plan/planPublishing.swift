import NewsCore

/// For how long a fingerprinted file stays after the site has left it, because readers have older pages open: this many
/// releases and seconds, both.
public enum Retention {
  static let releases = 3
  static let seconds = 7 * 86_400
}

/// Plans what turns what the host holds into the site: uploads in the order of the phases, deletes last, the last of
/// them the files that nothing else needs. Only paths of `host` are ever deleted; what others put there is not in it.
///
/// `now` is in seconds since 1970. With `exactly`, retired files go at once and those of `site` are kept as they are: a
/// rollback.
public func planPublishing(
  _ site: Manifest,
  over host: Manifest,
  now: Int,
  exactly: Bool = false
) -> PublishPlan {
  var result = site
  var deletes: [String] = []
  for (path, record) in host.files where site.files[path] == nil {
    if !exactly, let kept = retiring(path, record, now: now) {
      result.files[path] = kept
    } else {
      deletes.append(path)
    }
  }
  var uploads: [PublishPlan.Operation] = []
  for (path, record) in site.files {
    let before = host.files[path]
    if let before, before.holdsSame(as: record) { continue }
    uploads.append(
      .upload(path: path, phase: FileClass(path).phase(over: before), record: record)
    )
  }
  return PublishPlan(
    operations: uploads.sorted(by: precedes) + deletes.sorted(by: goesBefore).map { .delete(path: $0) },
    result: result,
    filesBefore: host.files.values.count { $0.retired == nil }
  )
}

private func retiring(_ path: String, _ record: FileRecord, now: Int) -> FileRecord? {
  guard isFingerprinted(path), !record.digest.isEmpty else { return nil }
  var record = record
  let before = record.retired ?? .init(since: now, releases: 0)
  if before.releases >= Retention.releases && now - before.since >= Retention.seconds { return nil }
  record.retired = .init(since: before.since, releases: before.releases + 1)
  return record
}

private func precedes(_ left: PublishPlan.Operation, _ right: PublishPlan.Operation) -> Bool {
  if left.phase != right.phase { return left.phase < right.phase }
  let (leftClass, rightClass) = (order(left.path), order(right.path))
  if leftClass != rightClass { return leftClass < rightClass }
  return precedesByBytes(left.path, right.path)
}

/// Feeds and lists go before the pages that they lead to, and pages before what they show.
private func goesBefore(_ left: String, _ right: String) -> Bool {
  let (leftClass, rightClass) = (order(left), order(right))
  if leftClass != rightClass { return leftClass > rightClass }
  return precedesByBytes(left, right)
}

private func order(_ path: String) -> Int {
  switch FileClass(path) {
  case .asset: 0
  case .story: 1
  case .list: 2
  case .home: 3
  case .machine: 4
  }
}
