/// Changes that come one upon the other.
///
/// A person who saves waits for the page, and one who copies a folder or changes the branch does not: a burst of few files
/// is over at once, one of many only where nothing more comes.
struct Burst: Sendable {
  var first: ContinuousClock.Instant
  var last: ContinuousClock.Instant
  /// How many files changed so far.
  var files = 1
  /// Whether another burst ended just before: files that come slowly, one after the other.
  var isSequel = false

  /// As long as that nothing may come, and a burst is over: of few files, and of many.
  static let (quiet, quietOfMany) = (Duration.milliseconds(12), Duration.milliseconds(120))
  /// Nobody waits longer than that for the first change.
  static let (longest, longestOfMany) = (Duration.milliseconds(100), Duration.seconds(3))
  /// What begins so soon after a burst belongs to it. It is shorter than a build with its page takes, so that who saves as
  /// soon as the page shows the last save does not wait for quiet.
  static let sequel = Duration.milliseconds(30)
  /// More files than an editor writes for one save, with its copies and marks.
  static let many = 8

  /// When it is over, if nothing more comes.
  var end: ContinuousClock.Instant {
    let isOfMany = isSequel || files > Self.many
    let (quiet, longest) = isOfMany ? (Self.quietOfMany, Self.longestOfMany) : (Self.quiet, Self.longest)
    return min(last + quiet, first + longest)
  }
}
