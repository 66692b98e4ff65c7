import NewsCore
import NewsPages

/// What a build has to do: the pages whose fingerprint is another than that of what stands in Output, and the files that
/// no page is any more.
struct WorkList: Sendable {
  /// Stories that have no page yet, and those whose page is to change. Pages that nobody links to yet come first, so that
  /// a build that is stopped leaves no link that leads nowhere.
  var newStories: [PrintDesk.Task] = []
  var changedStories: [PrintDesk.Task] = []
  /// The same of the other pages.
  var newPages: [PlannedPage] = []
  var changedPages: [PlannedPage] = []
  var assets: [(path: String, bytes: [UInt8])] = []
  var photos: [ImageFile] = []
  /// How many photos the site shows.
  private(set) var photoCount = 0
  /// Paths in Output, sorted.
  var removals: [String] = []
  /// Every file that is no story's, and what it will show.
  var files: [String: Fingerprint] = [:]
  var pageFiles: [String: String] = [:]
  /// Pages that stay though their file holds an error: path → file.
  private(set) var kept: [String: String] = [:]
  /// Rows that are held back and whose pages are another's now.
  private(set) var lost: Set<Int> = []

  /// Compares what is planned with what the record says is in Output. What an `unfinished` build may have touched is not
  /// trusted.
  init(_ desk: PrintDesk, theme: Theme, pages shelf: PageShelf, record: BuildRecord, unfinished: Set<String>, all: Bool)
  {
    files.reserveCapacity(record.files.count + 64)
    func isStale(_ path: String, _ print: Fingerprint) -> Bool {
      files[path] = print
      return all || record.files[path] != print || (!unfinished.isEmpty && unfinished.contains(path))
    }
    assets = theme.assets.filter { isStale($0.path, Fingerprint(of: $0.bytes)) }
    let shown = Set(desk.edition.images.values).sorted { precedesByBytes($0.address, $1.address) }
    photoCount = shown.count
    let now = Files.now()
    photos = shown.filter { isStale($0.address, $0.fingerprint(at: now)) }
    for page in desk.plan.pages where isStale(page.path, desk.prints.fingerprint(of: page)) {
      if record.files[page.path] == nil { newPages.append(page) } else { changedPages.append(page) }
    }
    for case .staticPage(let page) in desk.plan.pages.lazy.map(\.content) {
      pageFiles[page.address + "index.html"] = page.file
    }
    let held = shelf.heldBack.union(desk.edition.heldBack.map { record.stories.path(record.stories.rows[$0]) })
    for (path, file) in record.pageFiles.merging(record.orphans, uniquingKeysWith: { $1 })
    where held.contains(file) && files[path] == nil {
      kept[path] = file
    }
    let moved = addStories(desk, record, unfinished, all: all)
    addRemovals(desk, record, unfinished, moved)
    for (path, file) in kept {
      files[path] = record.files[path] ?? .unknown
      pageFiles[path] = file
    }
  }

  var stories: [PrintDesk.Task] { newStories + changedStories }
  var pages: [PlannedPage] { newPages + changedPages }

  /// Whether Output is as it should be.
  var isEmpty: Bool {
    stories.isEmpty && pages.isEmpty && assets.isEmpty && photos.isEmpty && removals.isEmpty
  }

  /// Finds the stories whose pages are to be made, and gives the rows of those of which another file was made before. It
  /// goes through all stories, so it copies no row.
  private mutating func addStories(_ desk: PrintDesk, _ record: BuildRecord, _ unfinished: Set<String>, all: Bool)
    -> [Int]
  {
    var moved: [Int] = []
    record.stories.rows.withUnsafeBufferPointer { rows in
      for (place, position) in desk.edition.rows.enumerated() {
        let isBuilt = !rows[position].builtRecord.isEmpty
        let stays =
          rows[position].builtRecord == rows[position].record
          || record.isBuilt(rows[position], at: desk.plan.stories.address(place))
        let isSame =
          stays && rows[position].builtShort == desk.plan.short.isMade(of: place)
          && rows[position].flags.contains(.builtLite) == desk.plan.hasLite
        if isBuilt && !isSame { moved.append(position) }
        let content = rows[position].content
        let print = desk.prints.fingerprint(ofStory: place, content: content)
        let isStale =
          all || rows[position].built != print
          || (!unfinished.isEmpty && record.paths(ofBuilt: rows[position]).contains(where: unfinished.contains))
        if !isStale { continue }
        let task = PrintDesk.Task(place: place, row: position, content: content, print: print)
        // A story that moved is new at its address.
        if isBuilt && stays { changedStories.append(task) } else { newStories.append(task) }
      }
    }
    return moved
  }

  private mutating func addRemovals(
    _ desk: PrintDesk,
    _ record: BuildRecord,
    _ unfinished: Set<String>,
    _ moved: [Int]
  ) {
    var doomed = unfinished.union(record.orphans.keys)
    for path in record.files.keys where files[path] == nil { doomed.insert(path) }
    for row in record.removed { doomed.formUnion(record.paths(ofBuilt: row)) }
    for position in moved { doomed.formUnion(record.paths(ofBuilt: record.stories.rows[position])) }
    var isListed = [Bool](repeating: false, count: record.stories.rows.count)
    for position in desk.edition.rows { isListed[position] = true }
    for position in isListed.indices
    where !isListed[position] && !record.stories.rows[position].builtRecord.isEmpty
      && !desk.edition.heldBack.contains(position)
    {
      doomed.formUnion(record.paths(ofBuilt: record.stories.rows[position]))
    }
    let held = desk.edition.heldBack.filter { !record.stories.rows[$0].builtRecord.isEmpty }
    if doomed.isEmpty && kept.isEmpty && held.isEmpty { return }
    let planned = PlannedPaths(desk.plan, files: files)
    var stays: Set<String> = []
    for position in held {
      let paths = record.paths(ofBuilt: record.stories.rows[position])
      if paths.contains(where: { planned.has($0, desk.writer) }) {
        // Another page has taken the address: what the story had is no more its own.
        lost.insert(position)
        doomed.formUnion(paths)
      } else {
        stays.formUnion(paths)
      }
    }
    kept = kept.filter { !planned.has($0.key, desk.writer) }
    removals = doomed.filter { !planned.has($0, desk.writer) && !stays.contains($0) && kept[$0] == nil }
      .sorted(by: precedesByBytes)
  }
}

/// The files that a plan has, to be asked for a few of them.
private struct PlannedPaths {
  private let plan: SitePlan
  private let files: [String: Fingerprint]
  private let places: [UInt64: Int]
  private let short: Set<String>

  init(_ plan: SitePlan, files: [String: Fingerprint]) {
    self.plan = plan
    self.files = files
    places = Dictionary(zip(plan.stories.addressKeys, 0...), uniquingKeysWith: { $1 })
    short = Set(plan.stories.indices.compactMap { plan.short[$0].map { $0 + "index.html" } })
  }

  /// Whether the plan has a file there, or one that a file system without case takes for it.
  func has(_ path: String, _ writer: SiteWriter) -> Bool {
    if files[path] != nil || short.contains(path) { return true }
    guard path.hasSuffix("/index.html") else { return false }
    let isLite = path.hasPrefix(liteAddress) && plan.hasLite
    let address = String(path.dropFirst(isLite ? liteAddress.utf8.count : 0).dropLast("index.html".count))
    guard let place = places[addressKey(address)] else { return false }
    let other = plan.stories.address(place)
    return other == address || writer.isSameFile(path, (isLite ? liteAddress : "") + other + "index.html")
  }
}

extension ImageFile {
  /// What a copy of the photo holds, as far as its stamp tells.
  fileprivate func fingerprint(at moment: Int) -> Fingerprint {
    if stamp.isFresh(at: moment) { return .unknown }
    var print = Fingerprint()
    print.mix(source)
    print.mix(stamp.size)
    print.mix(stamp.modified)
    print.mix(Int(truncatingIfNeeded: stamp.inode))
    return print
  }
}
