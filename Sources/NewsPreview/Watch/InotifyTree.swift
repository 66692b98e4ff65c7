#if os(Linux)
  import NewsCore

  #if canImport(Musl)
    import Musl
  #else
    import Glibc
  #endif

  /// The watches on every folder that a build of a site reads, kept in step with the folders (inotify(7)).
  struct InotifyTree: Sendable {
    /// What one watch is for. Links may lead two paths to one folder.
    private struct Place: Sendable {
      /// Relative to the site's folder, which is empty itself.
      var paths: [String] = []
      /// Name of a file → the links in the site that lead to it.
      var links: [String: Set<String>] = [:]
    }

    /// What the kernel tells is read from here.
    let file: Int32
    /// Set once the tree cannot be kept.
    private(set) var loss: WatchLoss?
    private let root: String
    private let most: Int
    private var places: [Int32: Place] = [:]
    private var watches: [String: Int32] = [:]
    private var changed: Set<String> = []

    /// Watches a site's folder, Content and Templates. `most` is how many folders may be watched.
    init(_ root: String, most: Int) throws(WatchLoss) {
      self.root = root
      self.most = most
      file = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      guard file >= 0 else { throw errno == EMFILE ? .limit : .unavailable(String(cString: strerror(errno))) }
      addAll()
      if let loss {
        close(file)
        throw loss
      }
      changed = []
    }

    /// Takes in what the kernel told, watches folders that are new, and says what changed; nil where nobody knows.
    mutating func take(_ bytes: [UInt8]) -> Set<String>? {
      changed = []
      for event in InotifyEvent.read(bytes) {
        if event.has(.overflow) {
          beginAnew()
          return nil
        }
        if event.has([.ignored, .movedSelf]) { lose(event) } else if !event.name.isEmpty { take(event) }
      }
      return changed
    }

    private mutating func take(_ event: InotifyEvent) {
      guard let place = places[event.watch], !WatchedFolders.isSkipped(event.name) else { return }
      changed.formUnion(place.links[event.name] ?? [])
      for folder in place.paths where !folder.isEmpty || WatchedFolders.tops.contains(event.name) {
        let path = folder.isEmpty ? event.name : "\(folder)/\(event.name)"
        if event.has(.isFolder) { takeFolder(path, event) } else { takeFile(path, event) }
      }
    }

    private mutating func takeFolder(_ path: String, _ event: InotifyEvent) {
      changed.insert(path)
      if event.has([.deleted, .movedFrom]) { remove(path) } else if watches[path] == nil { add(path, depth: 0) }
    }

    private mutating func takeFile(_ path: String, _ event: InotifyEvent) {
      if event.has([.deleted, .movedFrom]) {
        remove(path)
      } else if event.has([.created, .movedTo]) {
        guard takeNew(path, event) else { return }
      }
      changed.insert(path)
    }

    /// Looks at a name that was not there before, and says whether it counts. Of a file that is being written there will
    /// be word when it is closed, but not of one that got a second name, or came whole under its first.
    private mutating func takeNew(_ path: String, _ event: InotifyEvent) -> Bool {
      if Files.isLink("\(root)/\(path)") {
        if WatchedFolders.followed.contains(path) { add(path, depth: 0) }
        if let target = Files.resolved("\(root)/\(path)") { follow(path, to: target) }
        return true
      }
      return event.has(.movedTo) || Files.size(of: "\(root)/\(path)") != 0
    }

    // MARK: Watches

    private mutating func addAll() {
      watch("")
      if places.isEmpty && loss == nil { loss = .gone(root) }
      for top in WatchedFolders.tops { add(top, depth: 0) }
    }

    /// After an overflow nobody knows which folders there are, and which watch is whose.
    private mutating func beginAnew() {
      for watch in places.keys { inotify_rm_watch(file, watch) }
      (places, watches) = ([:], [:])
      addAll()
    }

    /// Watches a folder and all below it. It is watched first and read then, so that nothing falls between.
    private mutating func add(_ path: String, depth: Int) {
      guard depth < WatchedFolders.deepest, watch(path) else { return }
      changed.insert(path)
      guard let folder = WatchedFolder(path, in: root) else { return }
      for name in folder.files.lazy.map(\.name) { changed.insert("\(path)/\(name)") }
      for (link, target) in folder.links { follow(link, to: target) }
      for below in folder.folders where loss == nil { add(below, depth: depth + 1) }
    }

    /// Watches the folder at a path in the site; false where there is none, or it cannot be watched.
    @discardableResult
    private mutating func watch(_ path: String) -> Bool {
      guard loss == nil, let number = number(of: path.isEmpty ? root : "\(root)/\(path)") else { return false }
      if places[number, default: Place()].paths.contains(path) { return true }
      places[number, default: Place()].paths.append(path)
      watches[path] = number
      return true
    }

    /// The number of the watch on a folder; nil where there is no such folder, or the system watches no more.
    private mutating func number(of folder: String) -> Int32? {
      let number = inotify_add_watch(file, folder, InotifyEvent.Flags.wanted.rawValue)
      if number < 0 {
        if errno == ENOSPC || errno == ENOMEM { loss = .limit }
        return nil
      }
      if places[number] == nil && places.count >= most { loss = .limit }
      return loss == nil ? number : nil
    }

    /// Watches the folder of a file that a link leads to.
    private mutating func follow(_ link: String, to target: String) {
      guard let folder = Files.parentFolder(of: target), let number = number(of: folder) else { return }
      let name = String(target.dropFirst(folder.utf8.count + 1))
      places[number, default: Place()].links[name, default: []].insert(link)
    }

    /// Ends the watches on a folder and all below it.
    private mutating func remove(_ path: String) {
      guard watches[path] != nil else { return }
      for (below, number) in watches where below == path || below.hasPrefix("\(path)/") {
        watches[below] = nil
        places[number]?.paths.removeAll { $0 == below }
        guard places[number]?.paths.isEmpty == true else { continue }
        places[number] = nil
        inotify_rm_watch(file, number)
      }
    }

    /// A folder that was removed or moved is told of by the one above it; of the site's own, and of those that links lead
    /// to, nobody tells when they come back.
    private mutating func lose(_ event: InotifyEvent) {
      guard let place = places[event.watch] else { return }
      if event.has(.ignored) {
        places[event.watch] = nil
        for path in place.paths where watches[path] == event.watch { watches[path] = nil }
      }
      let lost =
        place.paths.isEmpty
        ? place.links.first?.value.first : place.paths.first { $0.isEmpty || Files.isLink("\(root)/\($0)") }
      if let lost { loss = .gone(lost.isEmpty ? root : lost) }
    }
  }
#endif
