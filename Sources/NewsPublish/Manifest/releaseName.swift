import ArabicText
import NewsCore

/// The name of a release made at a moment (seconds since 1970): time in UTC, then a piece of the digest of what it
/// holds. Names sort by time; where the clock stands behind that of an earlier release, by up to a day, the name is made
/// a second later than that.
func releaseName(at moment: Int, _ files: [String: FileRecord], after earlier: [String] = []) -> String {
  let digest = contentDigest(files).prefix(6)
  let last = earlier.max() ?? ""
  for later in 0..<86_400 {
    let name = "\(timeName(moment + later))-\(digest)"
    if name.prefix(15) > last.prefix(15) { return name }
  }
  return "\(timeName(moment))-\(digest)"
}

private func timeName(_ moment: Int) -> String {
  let (day, second) = ZoneClock("UTC").wallClock(at: moment)
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  let date = "\(day.year)\(two(day.month))\(two(day.day))"
  return "\(date)-\(two(second / 3600))\(two(second / 60 % 60))\(two(second % 60))"
}

/// A digest of all paths and their digests, retired files left out.
func contentDigest(_ files: [String: FileRecord]) -> String {
  var bytes: [UInt8] = []
  for change in HostRecord.changes(from: [:], to: files) where change.record?.retired == nil {
    change.append(to: &bytes)
  }
  return SHA256.hex(bytes)
}
