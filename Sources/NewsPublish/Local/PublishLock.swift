import NewsCore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// One publisher at a time on this machine, for each host: the system gives the lock back when the program ends in any
/// way at all.
struct PublishLock: ~Copyable {
  private let file: Int32

  /// nil where another program has it.
  init?(_ path: String) throws(FileTrouble) {
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw FileTrouble("write", path, reason: String(cString: strerror(errno))) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      return nil
    }
  }

  /// Gives the lock back.
  consuming func release() {}

  deinit { close(file) }
}
