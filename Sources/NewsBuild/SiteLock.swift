import NewsCore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Keeps two builds of one site, or of one Output, apart. The system lets go of the lock when the process ends, however it
/// ends: nobody has to clear away what a dead process left.
struct SiteLock: Sendable {
  private let files: [Int32]

  /// How often a lock that another holds is asked for, 20 milliseconds apart: a preview beside it builds in less.
  private static let tries = 100

  /// Locks the site's folder and Output. Throws where another process holds one of them for two seconds.
  init(_ folder: SiteFolder) throws(BuildTrouble) {
    var files: [Int32] = []
    for path in [folder.root, folder.output] {
      let file = open(path, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { continue }
      files.append(file)
      if !Self.lock(file) {
        for file in files { close(file) }
        throw .environment(
          FileTrouble("build", path, reason: "another warraq is at work on this site; wait until it is done")
        )
      }
    }
    self.files = files
  }

  /// False where another holds it. A file system without locks keeps nobody out.
  private static func lock(_ file: Int32) -> Bool {
    for attempt in 1...tries {
      if flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { return true }
      if attempt < tries { usleep(20_000) }
    }
    return false
  }

  /// Lets others in.
  func release() { for file in files { close(file) } }
}
