#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What a folder says of a file: equal stamps mean that the file need not be read again.
public struct FileStamp: Sendable, Hashable {
  /// In bytes.
  public var size: Int
  /// Nanoseconds since 1970.
  public var modified: Int
  /// The number of the file in its file system.
  public var inode: UInt64

  /// Gives a stamp from bytes, nanoseconds of Unix time and the file's number.
  public init(size: Int, modified: Int, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.inode = inode
  }

  /// That of a file that nobody has seen.
  public static let none = FileStamp(size: -1, modified: 0, inode: 0)

  /// Whether the file could change once more without its stamp changing, as its clock ticks: file systems count
  /// milliseconds, or whole seconds where there are no fractions. `moment` is when it was looked at, in nanoseconds.
  public func isFresh(at moment: Int) -> Bool {
    let grain = modified % 1_000_000_000 == 0 ? 2_000_000_000 : 20_000_000
    return modified > moment - grain
  }
}

/// A file that a folder holds.
public struct ListedFile: Sendable, Hashable {
  /// Its name in its folder.
  public var name: String
  /// What tells whether it changed.
  public var stamp: FileStamp

  /// Gives a file of a folder.
  public init(name: String, stamp: FileStamp) {
    self.name = name
    self.stamp = stamp
  }
}

/// What one folder holds, without what lies deeper.
public struct FolderList: Sendable {
  /// Files, in the order of the system.
  public var files: [ListedFile] = []
  /// Names of folders, in the order of the system.
  public var folders: [String] = []
  /// Symbolic links, which are not followed.
  public var links: [String] = []
  /// Pipes, sockets and devices.
  public var others: [String] = []

  /// The files in the order of the bytes of their names. Most names differ in their first eight bytes, and numbers are
  /// compared and moved faster than texts.
  public var sortedFiles: [ListedFile] {
    let keys = files.enumerated().map { place, file in (start: file.name.firstEightBytes, place: Int32(place)) }
    let sorted = keys.sorted { left, right in
      left.start == right.start
        ? precedesByBytes(files[Int(left.place)].name, files[Int(right.place)].name) : left.start < right.start
    }
    return sorted.map { files[Int($0.place)] }
  }
}

extension String {
  /// The first bytes of its UTF-8 as a number that orders as they do; zeros where there are fewer.
  fileprivate var firstEightBytes: UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 64
    for byte in utf8.prefix(8) {
      shift -= 8
      number |= UInt64(byte) << shift
    }
    return number
  }
}

extension Files {
  /// The stamp of a file, through links; nil where there is none.
  public static func stamp(of path: String) -> FileStamp? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return FileStamp(status)
  }

  /// Lists a folder with the stamps of its files, in no order, leaving out the names that `isSkipped` wants.
  public static func list(_ folder: String, skipping isSkipped: (String) -> Bool) throws(FileTrouble) -> FolderList {
    guard let stream = opendir(folder) else { throw trouble("list", folder) }
    defer { closedir(stream) }
    var list = FolderList()
    let descriptor = dirfd(stream)
    while let entry = readdir(stream) {
      withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { name in
          if name[0] == 0x2E && (name[1] == 0 || (name[1] == 0x2E && name[2] == 0)) { return }
          let text = String(cString: name)
          if isSkipped(text) { return }
          var status = stat()
          guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return }
          switch status.st_mode & S_IFMT {
          case S_IFREG: list.files.append(ListedFile(name: text, stamp: FileStamp(status)))
          case S_IFDIR: list.folders.append(text)
          case S_IFLNK: list.links.append(text)
          default: list.others.append(text)
          }
        }
      }
    }
    return list
  }
}

extension FileStamp {
  fileprivate init(_ status: stat) {
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    self.init(
      size: Int(status.st_size),
      modified: Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec),
      inode: UInt64(status.st_ino)
    )
  }
}
