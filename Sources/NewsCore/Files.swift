#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Thin walls around the system's file calls: each failure is a `FileTrouble` that names its path.
package enum Files {
  /// What stands at a path, after following links.
  package enum Kind: Sendable { case file, folder, other }

  /// What stands at the path, or nil where nothing does (a dangling link counts as nothing).
  package static func kind(at path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// Whether the path itself is a symbolic link.
  package static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The bytes of a regular file. Throws for anything else, so a pipe or a device never blocks a build.
  package static func read(_ path: String) throws(FileTrouble) -> [UInt8] {
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

  /// The names in a folder, sorted by their bytes, without `.` and `..`. Names that are not UTF-8 come repaired, and
  /// then fail to open, with a message.
  package static func names(in folder: String) throws(FileTrouble) -> [String] {
    guard let stream = opendir(folder) else { throw trouble("list", folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted(by: precedesByBytes)
  }

  /// The path with every link resolved, or nil where it does not exist (POSIX `realpath`).
  package static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  static func trouble(_ action: String, _ path: String) -> FileTrouble {
    FileTrouble(action, path, reason: String(cString: strerror(errno)))
  }
}

/// Order by UTF-8 bytes: the same on every machine and in every locale.
package func precedesByBytes(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}
