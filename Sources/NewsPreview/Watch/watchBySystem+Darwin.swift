#if canImport(Darwin)
  import CoreServices
  import Dispatch
  import Foundation
  import NewsCore

  /// Lets the system tell what changes (File System Events), and puts it into the basket; where it cannot, files are polled.
  func watchBySystem(_ root: String, _ basket: ChangeBasket) -> Task<Void, Never> {
    let (batches, continuation) = AsyncStream<FileEvents>.makeStream()
    let tap = FileEventTap(continuation)
    let reader = FileEventReader(root)
    guard let stream = tap.start(reader.folders) else {
      return Task {
        let first = FolderSnapshot(of: root)
        await basket.add(nil, note: WatchLoss.unavailable("FSEvents").sentence)
        await poll(root, since: first, basket)
      }
    }
    return Task {
      for await batch in batches {
        let changed = reader.changes(in: batch)
        if changed != [] { await basket.add(changed) }
      }
      tap.stop(stream)
    }
  }

  /// What the system told at once; no paths where it does not know them.
  private struct FileEvents: Sendable {
    var paths: [String]?
  }

  /// Tells which files of a site are meant: the system gives full paths without links.
  private struct FileEventReader: Sendable {
    /// The site's folder, and those that links in it lead to.
    let folders: [String]
    /// Full paths → paths in the site; the longest first.
    private let places: [(full: String, path: String)]
    /// Full path of a file → the links that lead to it.
    private let links: [String: Set<String>]

    init(_ root: String) {
      let full = Files.resolved(root) ?? root
      var places: [(full: String, path: String)] = []
      for path in WatchedFolders.followed {
        places.append((Files.resolved("\(root)/\(path)") ?? "\(full)/\(path)", path))
      }
      self.places = places.sorted { $0.full.utf8.count > $1.full.utf8.count }
      folders = [full] + places.map { $0.full }.filter { !$0.hasPrefix("\(full)/") }
      links = FolderSnapshot(of: root).links
    }

    /// Paths relative to the site's folder; nil where nobody knows which.
    func changes(in events: FileEvents) -> Set<String>? {
      guard let paths = events.paths else { return nil }
      var changed: Set<String> = []
      for path in paths {
        changed.formUnion(links[path] ?? [])
        if let place = places.first(where: { path == $0.full || path.hasPrefix("\($0.full)/") }) {
          let rest = path.dropFirst(place.full.count)
          if !rest.split(separator: "/").contains(where: { WatchedFolders.isSkipped(String($0)) }) {
            changed.insert(place.path + rest)
          }
        }
      }
      return changed
    }
  }

  /// The end of the system's stream at which this program listens.
  private final class FileEventTap: Sendable {
    private let continuation: AsyncStream<FileEvents>.Continuation

    init(_ continuation: AsyncStream<FileEvents>.Continuation) { self.continuation = continuation }

    /// Starts a stream for folders and all below them, and gives its address; nil where the system will not. The tap must
    /// live until it is stopped.
    func start(_ folders: [String]) -> Int? {
      var context = FSEventStreamContext(
        version: 0,
        info: Unmanaged.passUnretained(self).toOpaque(),
        retain: nil,
        release: nil,
        copyDescription: nil
      )
      let callback: FSEventStreamCallback = { _, info, count, paths, flags, _ in
        guard let info else { return }
        let tap = Unmanaged<FileEventTap>.fromOpaque(info).takeUnretainedValue()
        let names = Unmanaged<CFArray>.fromOpaque(paths).takeUnretainedValue() as NSArray as? [String]
        tap.take(names, UnsafeBufferPointer(start: flags, count: count))
      }
      let stream = FSEventStreamCreate(
        nil,
        callback,
        &context,
        folders as CFArray,
        FSEventStreamEventId(kFSEventStreamEventIdSinceNow),
        0.01,
        FSEventStreamCreateFlags(
          kFSEventStreamCreateFlagUseCFTypes | kFSEventStreamCreateFlagFileEvents | kFSEventStreamCreateFlagNoDefer
        )
      )
      guard let stream else { return nil }
      FSEventStreamSetDispatchQueue(stream, DispatchQueue(label: "warraq.watch"))
      guard FSEventStreamStart(stream) else {
        FSEventStreamInvalidate(stream)
        FSEventStreamRelease(stream)
        return nil
      }
      return Int(bitPattern: stream)
    }

    /// Stops the stream at an address that `start` gave.
    func stop(_ address: Int) {
      guard let stream = FSEventStreamRef(bitPattern: address) else { return }
      FSEventStreamStop(stream)
      FSEventStreamInvalidate(stream)
      FSEventStreamRelease(stream)
    }

    private func take(_ names: [String]?, _ flags: UnsafeBufferPointer<FSEventStreamEventFlags>) {
      let unsure = FSEventStreamEventFlags(
        kFSEventStreamEventFlagMustScanSubDirs | kFSEventStreamEventFlagUserDropped
          | kFSEventStreamEventFlagKernelDropped | kFSEventStreamEventFlagRootChanged
      )
      let isSure = flags.allSatisfy { $0 & unsure == 0 }
      continuation.yield(FileEvents(paths: isSure ? names : nil))
    }
  }
#endif
