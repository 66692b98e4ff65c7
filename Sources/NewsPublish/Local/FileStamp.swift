import NewsCore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What a file system says of a file without reading it: enough to know that it need not be read again.
struct FileStamp: Sendable, Hashable {
  var size: Int
  /// Nanoseconds since 1970.
  var modified: Int
  var inode: UInt64

  /// nil where there is no regular file; links are not followed.
  init?(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    size = Int(status.st_size)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    modified = Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
    inode = UInt64(status.st_ino)
  }

  init(size: Int, modified: Int, inode: UInt64) {
    (self.size, self.modified, self.inode) = (size, modified, inode)
  }
}

extension Files {
  /// Gives a second name to a file, or copies it where the file system cannot; one that is there already stays.
  static func link(_ path: String, to target: String) throws(FileTrouble) {
    if makeLink(path, target) { return }
    if errno == ENOENT, let folder = parentFolder(of: target) {
      try makeFolders(folder)
      if makeLink(path, target) { return }
    }
    try replace(target, with: try read(path), temporary: "\(target).new")
  }

  private static func makeLink(_ path: String, _ target: String) -> Bool {
    #if canImport(Darwin)
      let made = Darwin.link(path, target)
    #elseif canImport(Musl)
      let made = Musl.link(path, target)
    #else
      let made = Glibc.link(path, target)
    #endif
    return made == 0 || errno == EEXIST
  }

  /// Puts a symbolic link in the place of another at once: whoever follows it sees the old target or the new one.
  static func pointLink(_ path: String, to target: String) throws(FileTrouble) {
    let temporary = "\(path).new"
    try remove(temporary)
    guard symlink(target, temporary) == 0 else {
      throw FileTrouble("point the link", path, reason: String(cString: strerror(errno)))
    }
    try rename(temporary, to: path)
  }

  /// Where a symbolic link leads, as it is written.
  static func linkTarget(_ path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink(path, &buffer, buffer.count - 1)
    return count < 0 ? nil : String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Renames a file or a folder.
  static func rename(_ path: String, to target: String) throws(FileTrouble) {
    #if canImport(Darwin)
      let moved = Darwin.rename(path, target)
    #elseif canImport(Musl)
      let moved = Musl.rename(path, target)
    #else
      let moved = Glibc.rename(path, target)
    #endif
    guard moved == 0 else { throw FileTrouble("rename", path, reason: String(cString: strerror(errno))) }
  }
}
