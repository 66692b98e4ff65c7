import NewsCore

/// A note on the host that someone is publishing to it, with all that they mean to change: whoever finds it after they
/// are gone knows what the host may hold.
struct Lease: Sendable, Hashable {
  /// A word for the publisher's own folder, so that it may go on where it was cut short.
  var owner: String
  /// Seconds since 1970.
  var since: Int
  var release: String
  var changes: [FileChange]

  private static let title = "warraq-lease 1"
  /// After so many seconds without news a publisher counts as gone; while it works it renews its note.
  static let lifetime = 1800

  /// The name of a publisher's note. Each has its own: all write, then look whether there is another one, so that of two
  /// at least one sees the other, on hosts of any kind.
  static func fileName(_ owner: String) -> String { "lease-\(owner)" }

  /// Whose note a file is; nil where it is none.
  static func owner(ofFile name: some StringProtocol) -> String? {
    let owner = name.dropFirst("lease-".count)
    return name.hasPrefix("lease-") && owner.utf8.count == 16 && owner.utf8.allSatisfy(isHexadecimal)
      ? String(owner) : nil
  }

  init(owner: String, since: Int, release: String, changes: [FileChange]) {
    (self.owner, self.since, self.release, self.changes) = (owner, since, release, changes)
  }

  var bytes: [UInt8] {
    var bytes = Array("\(Self.title)\nowner \(owner)\nsince \(since)\nrelease \(release)\n".utf8)
    for change in changes { change.append(to: &bytes) }
    return bytes
  }

  /// nil where the bytes are no lease, as those of one that was cut short while it was written.
  init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A, maxSplits: 4, omittingEmptySubsequences: false)
    guard lines.count == 5, String(decoding: lines[0], as: UTF8.self) == Self.title,
      let owner = HostHead.value(lines[1], of: "owner"),
      let since = HostHead.value(lines[2], of: "since").flatMap({ Int($0) }),
      let release = HostHead.value(lines[3], of: "release"), isRelease(release),
      let changes = FileChange.parse(lines[4])
    else { return nil }
    self.init(owner: owner, since: since, release: release, changes: changes)
  }
}

extension Manifest {
  /// What the host holds for certain when publishings were cut short, each after its `done`: of the rest, either what
  /// was there before or what was meant to be. Deletes begin only after the host's record was renewed, so until then
  /// nothing that stands in it is gone, and from then on all that was sent stands in it.
  func disturbed(by notes: [(lease: Lease, done: Set<String>)]) -> Manifest {
    var manifest = self
    var named: Set<String> = []
    for (lease, done) in notes {
      for change in lease.changes {
        let isKnown = files[change.path] != nil
        // What two of them meant to change is certain in no case.
        let isDone = named.insert(change.path).inserted && done.contains(change.path)
        if change.record == nil {
          if !isKnown && !isDone { manifest.files[change.path] = manifest.files[change.path] ?? .perhaps }
        } else if release != lease.release {
          var record = change.record
          record?.isFresh = !isKnown
          manifest.files[change.path] = isDone ? record : isKnown ? .doubtful : .perhapsShown
        }
      }
    }
    return manifest
  }
}
