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

  /// Locks the site's folder and Output. Throws where another process holds one of them.
  init(_ folder: SiteFolder) throws(BuildTrouble) {
    var files: [Int32] = []
    for path in [folder.root, folder.output] {
      let file = open(path, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { continue }
      files.append(file)
      if flock(file, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
        for file in files { close(file) }
        throw .environment(
          FileTrouble("build", path, reason: "another warraq is at work on this site; wait until it is done")
        )
      }
    }
    self.files = files
  }

  /// Lets others in.
  func release() { for file in files { close(file) } }
}
