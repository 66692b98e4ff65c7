import ArabicText
import NewsCore

/// The name of a release made at a moment (seconds since 1970): time in UTC, then a piece of the digest of what it
/// holds, so that two machines in the same second do not meet. Names sort by time.
func releaseName(at moment: Int, _ files: [String: FileRecord]) -> String {
  let (day, second) = ZoneClock("UTC").wallClock(at: moment)
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  let date = "\(day.year)\(two(day.month))\(two(day.day))"
  let time = "\(two(second / 3600))\(two(second / 60 % 60))\(two(second % 60))"
  return "\(date)-\(time)-\(contentDigest(files).prefix(6))"
}

/// A digest of all paths and their digests.
func contentDigest(_ files: [String: FileRecord]) -> String {
  var bytes: [UInt8] = []
  for change in HostRecord.changes(from: [:], to: files) where change.record?.retired == nil {
    change.append(to: &bytes)
  }
  return SHA256.hex(bytes)
}
