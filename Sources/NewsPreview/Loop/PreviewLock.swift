import NewsCore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Keeps a second preview away from a site, and tells it where the first one is. The system lets go of the lock when the
/// process ends, however it ends.
struct PreviewLock: Sendable {
  private let file: Int32
  private let path: String

  /// Locks the preview's folder, which is made where it is not there. Throws, with the other's address where it is known,
  /// where another preview has it.
  init(_ folder: String) throws(FileTrouble) {
    try Files.makeFolders(folder)
    path = "\(folder)/address"
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard file >= 0 else { throw FileTrouble("write", path, reason: String(cString: strerror(errno))) }
    guard flock(file, LOCK_EX | LOCK_NB) != 0 else { return }
    close(file)
    let other = (try? Files.read(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let place = other.isEmpty ? "" : ": \(visible(other.prefix { $0 != "\n" }))"
    throw FileTrouble("preview", folder, reason: "another preview of this site is running\(place)")
  }

  /// Writes down where this preview is.
  func tell(_ address: String) throws(FileTrouble) { try Files.overwrite(Array("\(address)\n".utf8), at: 0, of: path) }

  func release() {
    ftruncate(file, 0)
    close(file)
  }
}
