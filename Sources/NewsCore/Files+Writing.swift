#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Files {
  /// Makes the folder and those above it; one that is there already is no trouble.
  public static func makeFolders(_ path: String) throws(FileTrouble) {
    if path.isEmpty || mkdir(path, 0o777) == 0 { return }
    if errno == EEXIST && kind(at: path) == .folder { return }
    guard errno == ENOENT, let parent = parentFolder(of: path) else { throw trouble("make the folder", path) }
    try makeFolders(parent)
    guard mkdir(path, 0o777) == 0 || (errno == EEXIST && kind(at: path) == .folder) else {
      throw trouble("make the folder", path)
    }
  }

  /// Makes the folder of a file and those above it, and says whether it was not there before.
  public static func makeFolder(of path: String) throws(FileTrouble) -> Bool {
    guard let folder = parentFolder(of: path) else { return false }
    if mkdir(folder, 0o777) == 0 { return true }
    if errno == EEXIST { return false }
    if errno == ENOENT, let parent = parentFolder(of: folder) {
      try makeFolders(parent)
      if mkdir(folder, 0o777) == 0 { return true }
    }
    try makeFolders(folder)
    return true
  }

  /// Writes a complete file under a temporary name and renames it into place, making the folders that it needs: a
  /// reader sees the old bytes or the new ones and never a part. `temporary` must be on the same file system.
  public static func replace(_ path: String, with bytes: [UInt8], temporary: String) throws(FileTrouble) {
    let trouble: FileTrouble? = bytes.withUnsafeBytes { bytes in
      do throws(FileTrouble) {
        try replace(path, with: [bytes], temporary: temporary)
        return nil
      } catch {
        return error
      }
    }
    if let trouble { throw trouble }
  }

  /// The same for a file in pieces.
  public static func replace(_ path: String, with pieces: [UnsafeRawBufferPointer], temporary: String)
    throws(FileTrouble)
  {
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard file >= 0 else { throw trouble("write", temporary) }
    try fill(file, with: pieces, at: temporary, for: path)
    try move(temporary, to: path)
  }

  /// Writes a file that is not there yet, in its place, making the folders that it needs; false where something is there.
  /// For places that nobody reads yet: until it is done, a part of it stands there.
  public static func create(_ path: String, _ bytes: [UInt8]) throws(FileTrouble) -> Bool {
    _ = try makeFolder(of: path)
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
    if file < 0 && errno == EEXIST { return false }
    guard file >= 0 else { throw trouble("write", path) }
    let failure: FileTrouble? = bytes.withUnsafeBytes { bytes in
      do throws(FileTrouble) {
        try fill(file, with: [bytes], at: path, for: path)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
    return true
  }

  /// Writes all into an open file that stands at `place` and closes it; where that fails the file goes, and the trouble is
  /// that of `path`.
  private static func fill(
    _ file: Int32,
    with pieces: [UnsafeRawBufferPointer],
    at place: String,
    for path: String
  ) throws(FileTrouble) {
    let isWritten = pieces.allSatisfy { writeAll($0, to: file) }
    let reason = isWritten ? nil : trouble("write", path)
    let isClosed = close(file) == 0
    if isWritten && isClosed { return }
    let last = reason ?? trouble("write", path)
    unlink(place)
    throw last
  }

  /// Adds bytes to the end of a file, in one step, making the file where it is not there.
  public static func append(_ bytes: [UInt8], to path: String) throws(FileTrouble) {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard file >= 0 else { throw trouble("write", path) }
    defer { close(file) }
    guard writeAll(bytes, to: file) else { throw trouble("write", path) }
  }

  /// Writes bytes from a place in a file on, and cuts off what comes after them.
  public static func overwrite(_ bytes: [UInt8], at offset: Int, of path: String) throws(FileTrouble) {
    let file = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw trouble("write", path) }
    defer { close(file) }
    guard lseek(file, off_t(offset), SEEK_SET) == off_t(offset), writeAll(bytes, to: file),
      ftruncate(file, off_t(offset + bytes.count)) == 0
    else { throw trouble("write", path) }
  }

  private static func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
    bytes.withUnsafeBytes { writeAll($0, to: file) }
  }

  private static func writeAll(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = write(file, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return false }
      written += count
    }
    return true
  }

  /// Most pages go into folders that are there already, so those are made only when the rename finds them missing.
  private static func move(_ temporary: String, to path: String) throws(FileTrouble) {
    if rename(temporary, path) == 0 { return }
    var reason = trouble("write", path)
    if errno == ENOENT, let folder = parentFolder(of: path) {
      do {
        try makeFolders(folder)
        if rename(temporary, path) == 0 { return }
        reason = trouble("write", path)
      } catch {
        reason = error
      }
    }
    unlink(temporary)
    throw reason
  }

  /// Removes a file; one that is gone already is no trouble.
  public static func remove(_ path: String) throws(FileTrouble) {
    guard unlink(path) == 0 || errno == ENOENT else { throw trouble("remove", path) }
  }

  /// Removes a folder if it is empty, and says whether it went.
  public static func removeEmptyFolder(_ path: String) -> Bool { rmdir(path) == 0 }

  /// The path up to its last `/`, or nil where there is none.
  public static func parentFolder(of path: String) -> String? {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex else { return nil }
    return String(path[..<slash])
  }
}
