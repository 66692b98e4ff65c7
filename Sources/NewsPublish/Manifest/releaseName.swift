import ArabicText
import NewsCore

/// The name of a release made at a moment (seconds since 1970): time in UTC, then a piece of the digest of what it
/// holds. Names sort by time; where the clock stands behind that of an earlier release, the name is made a second later
/// than that.
func releaseName(at moment: Int, _ files: [String: FileRecord], after earlier: [String] = []) -> String {
  let last = earlier.compactMap(time).max() ?? 0
  return "\(timeName(max(moment, last + 1)))-\(contentDigest(files).prefix(6))"
}

/// The moment in the name of a release; nil in one that was not made here.
private func time(_ name: String) -> Int? {
  let digits = name.utf8.prefix(15).filter { $0 != UInt8(ascii: "-") }.map { Int($0) - 0x30 }
  guard digits.count == 14, digits.allSatisfy((0...9).contains) else { return nil }
  func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
  guard let day = CivilDate(year: number(0..<4), month: number(4..<6), day: number(6..<8)) else { return nil }
  return day.dayNumber * 86_400 + number(8..<10) * 3600 + number(10..<12) * 60 + number(12..<14)
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
