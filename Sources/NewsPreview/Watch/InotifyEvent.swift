#if os(Linux)
  #if canImport(Musl)
    import Musl
  #else
    import Glibc
  #endif

  /// One thing that the kernel says of a watched folder (inotify(7)).
  struct InotifyEvent: Sendable, Hashable {
    struct Flags: OptionSet, Sendable, Hashable {
      let rawValue: UInt32

      static let closedAfterWriting = Flags(rawValue: UInt32(IN_CLOSE_WRITE))
      static let created = Flags(rawValue: UInt32(IN_CREATE))
      static let deleted = Flags(rawValue: UInt32(IN_DELETE))
      static let movedFrom = Flags(rawValue: UInt32(IN_MOVED_FROM))
      static let movedTo = Flags(rawValue: UInt32(IN_MOVED_TO))
      /// Rights, times, and how many names a file has.
      static let attributes = Flags(rawValue: UInt32(IN_ATTRIB))
      static let movedSelf = Flags(rawValue: UInt32(IN_MOVE_SELF))
      /// The watch ended: the folder is not there any more.
      static let ignored = Flags(rawValue: UInt32(IN_IGNORED))
      static let isFolder = Flags(rawValue: UInt32(IN_ISDIR))
      /// The queue was full, and things happened that nobody tells.
      static let overflow = Flags(rawValue: UInt32(IN_Q_OVERFLOW))
      static let onlyFolders = Flags(rawValue: UInt32(IN_ONLYDIR))

      /// What folders are watched for. A file counts once it is closed, so that none is built that is half written.
      static let wanted: Flags = [
        .closedAfterWriting, .created, .deleted, .movedFrom, .movedTo, .attributes, .movedSelf, .onlyFolders,
      ]
    }

    /// The number of the watch; -1 where the queue was full.
    var watch: Int32
    var flags: Flags
    /// The name in the folder; empty where the folder itself is meant.
    var name: String

    /// Whether any of the flags is set.
    func has(_ any: Flags) -> Bool { !flags.isDisjoint(with: any) }

    /// Reads all events of a buffer that the kernel filled: watch, flags, cookie and the length of the name, 32 bits
    /// each, then the name with zeros after it.
    static func read(_ bytes: [UInt8]) -> [InotifyEvent] {
      bytes.withUnsafeBytes { bytes in
        var events: [InotifyEvent] = []
        var start = 0
        while start + 16 <= bytes.count {
          let count = Int(bytes.loadUnaligned(fromByteOffset: start + 12, as: UInt32.self))
          guard start + 16 + count <= bytes.count else { break }
          let name = bytes[(start + 16)..<(start + 16 + count)].prefix { $0 != 0 }
          events.append(
            InotifyEvent(
              watch: bytes.loadUnaligned(fromByteOffset: start, as: Int32.self),
              flags: Flags(rawValue: bytes.loadUnaligned(fromByteOffset: start + 4, as: UInt32.self)),
              name: String(decoding: name, as: UTF8.self)
            )
          )
          start += 16 + count
        }
        return events
      }
    }
  }
#endif
