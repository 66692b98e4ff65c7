#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Thin walls around the system's file calls: each failure is a `FileTrouble` that names its path.
public enum Files {
  /// What stands at a path, after following links.
  public enum Kind: Sendable { case file, folder, other }

  /// What stands at the path, or nil where nothing does (a dangling link counts as nothing).
  public static func kind(at path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The size of a regular file in bytes, or nil where there is none.
  public static func size(of path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Whether the path itself is a symbolic link.
  public static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The bytes of a regular file. Throws for anything else, so a pipe or a device never blocks a build.
  public static func read(_ path: String) throws(FileTrouble) -> [UInt8] {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw trouble("read", path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw trouble("read", path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileTrouble("read", path, reason: "it is not a regular file")
    }
    return try readAll(file, size: Int(status.st_size), path)
  }

  /// A stretch of a file; nil where it cannot be read or ends before.
  public static func readPart(_ path: String, _ range: Range<Int>) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, initialized in
      while initialized < range.count {
        let place = buffer.baseAddress.map { $0 + initialized }
        let count = pread(file, place, range.count - initialized, off_t(range.lowerBound + initialized))
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { break }
        initialized += count
      }
      isWhole = initialized == range.count
    }
    return isWhole ? bytes : nil
  }

  private static func readAll(_ file: Int32, size: Int, _ path: String) throws(FileTrouble) -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      while count < size {
        #if canImport(Darwin)
          let got = Darwin.read(file, base + count, size - count)
        #elseif canImport(Musl)
          let got = Musl.read(file, base + count, size - count)
        #else
          let got = Glibc.read(file, base + count, size - count)
        #endif
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failed = true }
        if got <= 0 { return }
        count += got
      }
    }
    if failed { throw trouble("read", path) }
    return bytes
  }

  /// One name in a folder with what the folder says it is; links are `link`, not what they lead to.
  public struct Entry: Sendable {
    /// What an entry of a folder is; links are not followed.
    public enum Kind: Sendable { case file, folder, link, other }

    /// Its name in its folder.
    public var name: String
    /// What it is.
    public var kind: Kind
  }

  /// What is in a folder, sorted by the bytes of the names, without `.` and `..`. Names that are not UTF-8 come
  /// repaired, and then fail to open, with a message.
  public static func entries(in folder: String) throws(FileTrouble) -> [Entry] {
    guard let stream = opendir(folder) else { throw trouble("list", folder) }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      entries.append(Entry(name: name, kind: entryKind(Int32(entry.pointee.d_type), "\(folder)/\(name)")))
    }
    return entries.sorted { precedesByBytes($0.name, $1.name) }
  }

  /// Some file systems leave the type out of the folder; then the file itself is asked.
  private static func entryKind(_ type: Int32, _ path: String) -> Entry.Kind {
    switch type {
    case Int32(DT_REG): return .file
    case Int32(DT_DIR): return .folder
    case Int32(DT_LNK): return .link
    default:
      if isLink(path) { return .link }
      switch kind(at: path) {
      case .file: return .file
      case .folder: return .folder
      case .other, nil: return .other
      }
    }
  }

  /// The path with every link resolved, or nil where it does not exist (POSIX `realpath`).
  public static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  static func trouble(_ action: String, _ path: String) -> FileTrouble {
    FileTrouble(action, path, reason: String(cString: strerror(errno)))
  }
}

/// Order by UTF-8 bytes: the same on every machine and in every locale.
public func precedesByBytes(_ left: String, _ right: String) -> Bool {
  let order = left.utf8.withContiguousStorageIfAvailable { left in
    right.utf8.withContiguousStorageIfAvailable { right in
      guard let first = left.baseAddress, let second = right.baseAddress else { return left.count < right.count }
      let difference = memcmp(first, second, min(left.count, right.count))
      return difference == 0 ? left.count < right.count : difference < 0
    }
  }
  return (order ?? nil) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
}

extension Files {
  /// Negative, zero or positive: the order of bytes and a text by their bytes.
  public static func order(_ left: UnsafeRawBufferPointer, _ right: String) -> Int {
    var right = right
    return right.withUTF8 { right in
      let shared = min(left.count, right.count)
      guard shared > 0, let first = left.baseAddress, let second = right.baseAddress else {
        return left.count - right.count
      }
      let difference = Int(memcmp(first, second, shared))
      return difference == 0 ? left.count - right.count : difference
    }
  }

  /// The system's clock, in nanoseconds since 1970: for judging the stamps of files, never for what a site shows.
  public static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }
}
