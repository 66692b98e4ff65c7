import NewsCore

/// Any host that rclone reaches: file by file, in the order of the phases. Nothing is listed and nothing is compared:
/// what to send is known.
struct RcloneCarrier: Carrier {
  let host: WebHost
  let folder: PublishFolder
  let remote: RcloneRemote

  private static let record = ".warraq"
  private static let incoming = ".warraq/incoming"

  private var flags: [String] {
    var flags = [
      "--use-json-log", "--log-level", "INFO", "--stats", "0", "--no-traverse", "--retries", "1",
      "--transfers", String(host.transfers), "--checkers", String(host.transfers), "--ask-password=false",
      "--timeout", "1m", "--contimeout", "15s",
    ]
    if let bandwidth = host.bandwidth { flags += ["--bwlimit", bandwidth] }
    return flags
  }

  func survey() async throws(PublishTrouble) -> HostSurvey {
    let fetched = "\(folder.work)/fetched"
    var survey = try await retrying(host.retries) { () async throws(PublishTrouble) in
      try await fetch(["/\(HostRecord.headName)", "/lease-*"], into: fetched)
      return try onDisk { () throws(FileTrouble) in
        var survey = HostSurvey(head: try folder.read("\(fetched)/\(HostRecord.headName)"))
        for entry in Files.kind(at: fetched) == .folder ? try Files.entries(in: fetched) : [] {
          guard let owner = Lease.owner(ofFile: entry.name) else { continue }
          survey.leases[owner] = try folder.read("\(fetched)/\(entry.name)") ?? []
        }
        return survey
      }
    }
    if survey.head == nil { survey.strangers = try await strangers() }
    return survey
  }

  /// Brings the files of the record that fit; those that are missing are no trouble. Only this one folder is listed.
  private func fetch(_ patterns: [String], into fetched: String) async throws(PublishTrouble) {
    let rules = try onDisk { () throws(FileTrouble) in
      try PublishFolder.removeTree(fetched)
      return try write(list: patterns.map { "+ \($0)" } + ["- *"])
    }
    let ending = try await run(
      ["copy", remote.at(Self.record), fetched, "--filter-from", rules, "--max-depth", "1", "--no-check-dest"]
        + flags.filter { $0 != "--no-traverse" }
    )
    if ending.code == 0 || isMissing(ending) { return }
    throw .environment(toolTrouble("read from", told(ending), host: host))
  }

  /// Whether the folder is not there yet. Servers of FTP have no word of their own for it.
  private func isMissing(_ ending: Tool.Ending) -> Bool {
    if ending.code == 3 { return true }
    guard host.kind == .ftp || host.kind == .ftps else { return false }
    let said = told(ending).complaints.joined(separator: " ").lowercased()
    return ["no such file", "no such directory", "not found", "can't find", "does not exist"].contains(
      where: said.contains
    )
  }

  private func strangers() async throws(PublishTrouble) -> Set<String> {
    let ending = try await run(["lsf", remote.name, "--max-depth", "1"] + flags)
    if ending.code == 3 { return [] }
    if ending.code != 0 { throw .environment(toolTrouble("list", told(ending), host: host)) }
    let names = ending.text.split(separator: "\n").map { $0.hasSuffix("/") ? String($0.dropLast()) : String($0) }
    return Set(names).subtracting([Self.record])
  }

  func base(named name: String) async throws(PublishTrouble) -> [UInt8]? {
    let fetched = "\(folder.work)/fetched"
    return try await retrying(host.retries) { () async throws(PublishTrouble) in
      try await fetch(["/\(name)"], into: fetched)
      return try onDisk { () throws(FileTrouble) in try folder.read("\(fetched)/\(name)") }
    }
  }

  func claim(_ lease: Lease) async throws(PublishTrouble) {
    try await put(Lease.fileName(lease.owner), lease.bytes, isMarked: false)
  }

  func unclaim(_ owner: String) async throws(PublishTrouble) { try await remove(record: Lease.fileName(owner)) }

  /// Puts a file of the record in its place.
  private func put(_ name: String, _ bytes: [UInt8], isMarked: Bool = true) async throws(PublishTrouble) {
    let local = "\(folder.work)/\(name)"
    try onDisk { () throws(FileTrouble) in try folder.write(local, bytes) }
    try await retrying(host.retries) { () async throws(PublishTrouble) in
      let headers = host.setsHeaders ? ["--header-upload", "Cache-Control: no-store"] : []
      let ending = try await run(
        ["copyto", local, remote.at("\(Self.record)/\(name)"), "--no-check-dest"] + headers + flags,
        isMarked: isMarked
      )
      if ending.code != 0 { throw PublishTrouble.environment(toolTrouble("write to", told(ending), host: host)) }
    }
  }

  private func remove(record name: String) async throws(PublishTrouble) {
    try await retrying(host.retries) { () async throws(PublishTrouble) in
      let ending = try await run(["deletefile", remote.at("\(Self.record)/\(name)")] + flags)
      // 3 and 4: it is gone already.
      if ![0, 3, 4].contains(ending.code) {
        throw PublishTrouble.environment(toolTrouble("clean", told(ending), host: host))
      }
    }
  }

  func carryOut(_ shipment: Shipment, tally: Tally) async throws(PublishTrouble) {
    try await clear(shipment.leftovers)
    for phase in PublishPhase.allCases where phase != .deletes {
      for batch in batches(shipment.plan.operations(of: phase)) {
        try await send(batch, phase: phase, stage: shipment.stage, tally: tally)
      }
    }
    if let base = shipment.record.newBase { try await put(shipment.record.baseName, base) }
    try await put(HostRecord.headName, shipment.record.head)
    try await delete(shipment.plan.operations(of: .deletes).map(\.path), shipment, tally: tally)
    if let base = shipment.oldBase { try await remove(record: base) }
    if writesInPlace { _ = try? await run(["purge", remote.at(Self.incoming)] + flags) }
  }

  /// Removes parts of files, which rclone writes under names of its own and cannot remove once it is killed. Only these
  /// folders are listed.
  private func clear(_ folders: [String]) async throws(PublishTrouble) {
    if folders.isEmpty || host.kind == .s3 || writesInPlace { return }
    let rules = folders.map { "+ /\(globQuoted($0.isEmpty ? "" : $0 + "/"))*.????????.partial" } + ["- **"]
    let list = "\(folder.work)/rules"
    try onDisk { () throws(FileTrouble) in try folder.write(list, Array((rules.joined(separator: "\n") + "\n").utf8)) }
    try await retrying(host.retries) { () async throws(PublishTrouble) in
      let ending = try await run(
        ["delete", remote.name, "--filter-from", list] + flags.filter { $0 != "--no-traverse" }
      )
      if ending.code != 0 && ending.code != 3 {
        throw PublishTrouble.environment(toolTrouble("clean", told(ending), host: host))
      }
    }
  }

  /// The files of a phase; where headers are set, those of the same headers together. The home page of an edition
  /// comes after what it leads to, so the order among batches is that of their first files.
  private func batches(_ operations: ArraySlice<PublishPlan.Operation>) -> [(paths: [String], headers: [String])] {
    guard host.setsHeaders || host.compressed else {
      return operations.isEmpty ? [] : [(operations.map(\.path), [])]
    }
    var order: [FileHeaders] = []
    var groups: [FileHeaders: [String]] = [:]
    for operation in operations {
      let headers = contentHeaders(operation.path)
      if groups[headers] == nil { order.append(headers) }
      groups[headers, default: []].append(operation.path)
    }
    return order.map { (groups[$0] ?? [], host.setsHeaders ? arguments($0) : []) }
  }

  private func arguments(_ headers: FileHeaders) -> [String] {
    var lines = ["Content-Type: \(headers.contentType)", "Cache-Control: \(headers.cacheControl)"]
    if let encoding = headers.contentEncoding { lines.append("Content-Encoding: \(encoding)") }
    return lines.flatMap { ["--header-upload", $0] }
  }

  private func send(
    _ batch: (paths: [String], headers: [String]),
    phase: PublishPhase,
    stage: String,
    tally: Tally
  ) async throws(PublishTrouble) {
    try await retrying(host.retries, progress: { await tally.files }) { () async throws(PublishTrouble) in
      let done = await tally.done
      let left = batch.paths.filter { !done.contains($0) }
      if left.isEmpty { return }
      let list = try onDisk { () throws(FileTrouble) in try write(list: left) }
      // Nobody sees files at new places until other pages lead there.
      let isBeside = writesInPlace && phase != .assets && phase != .newPages
      let there = isBeside ? remote.at(Self.incoming) : remote.name
      try await copy(
        ["copy", stage, there, "--files-from-raw", list, "--no-check-dest"] + batch.headers
      ) { line in
        if !isBeside, let path = RcloneLine(line)?.copied { await tally.finish(path, phase) }
      }
      if !isBeside { return }
      try await copy(["move", there, remote.name, "--files-from-raw", list, "--no-check-dest"]) { line in
        if let path = RcloneLine(line)?.moved { await tally.finish(path, phase) }
      }
    }
  }

  /// Whether the host shows a file while it is being written, as servers of WebDAV may (RFC 4918 asks for no more). Then
  /// files go into a folder beside, and are moved from there by the host itself, each in one step.
  private var writesInPlace: Bool { host.kind == .webdav }

  private func copy(
    _ arguments: [String],
    eachLine: @escaping @Sendable (String) async -> Void
  ) async throws(PublishTrouble) {
    let ending = try await run(arguments + flags, eachLine: eachLine)
    if ending.code != 0 { throw .environment(toolTrouble("write to", told(ending), host: host)) }
  }

  private func delete(_ paths: [String], _ shipment: Shipment, tally: Tally) async throws(PublishTrouble) {
    if paths.isEmpty { return }
    try await retrying(host.retries) { () async throws(PublishTrouble) in
      let list = try onDisk { () throws(FileTrouble) in try write(list: paths) }
      let ending = try await run(["delete", remote.name, "--files-from-raw", list] + flags)
      if ending.code != 0 && ending.code != 3 {
        throw PublishTrouble.environment(toolTrouble("remove from", told(ending), host: host))
      }
    }
    for path in paths { await tally.finish(path, .deletes) }
    if host.kind != .s3 { try await removeFolders(emptied(paths, keeping: shipment.plan.result)) }
  }

  /// A folder without its page would answer 403 in place of 404. Those in which others have files stay.
  private func removeFolders(_ folders: [String]) async throws(PublishTrouble) {
    let all = Set(folders)
    let topmost = folders.filter { path in Files.parentFolder(of: path).map { !all.contains($0) } ?? true }
    for path in topmost.prefix(100) { _ = try await run(["rmdirs", remote.at(path)] + flags) }
  }

  func observe(_ paths: [String]) async throws(PublishTrouble) -> [String: String] {
    let list = try onDisk { () throws(FileTrouble) in try write(list: paths) }
    return try await retrying(host.retries) { () async throws(PublishTrouble) in
      let ending = try await run(["hashsum", "sha256", remote.name, "--download", "--files-from-raw", list] + flags)
      if ending.code != 0 && ending.code != 3 {
        throw PublishTrouble.environment(toolTrouble("read from", told(ending), host: host))
      }
      return digestLines(ending.text)
    }
  }

  private func write(list paths: [String]) throws(FileTrouble) -> String {
    let list = "\(folder.work)/list"
    try folder.write(list, Array((paths.joined(separator: "\n") + "\n").utf8))
    return list
  }

  private func run(
    _ arguments: [String],
    isMarked: Bool = true,
    eachLine: @escaping @Sendable (String) async -> Void = { _ in }
  ) async throws(PublishTrouble) -> Tool.Ending {
    var tool = remote.tool
    if !isMarked { tool.mark = nil }
    do { return try await tool.run(arguments, eachLine: eachLine) } catch { throw .environment(error) }
  }

  /// The complaints as people read them.
  private func told(_ ending: Tool.Ending) -> Tool.Ending {
    var ending = ending
    let errors = ending.complaints.compactMap { RcloneLine($0)?.complaint }
    if !errors.isEmpty { ending.complaints = errors }
    return ending
  }
}
