import NewsCore

/// Any host that rclone reaches: file by file, in the order of the phases. Nothing is listed and nothing is compared:
/// what to send is known.
struct RcloneCarrier: Carrier {
  let host: WebHost
  let folder: PublishFolder
  let remote: RcloneRemote

  private static let record = ".warraq"

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
    let (head, lease) = try await retrying(host.retries) { () async throws(PublishTrouble) in
      try await fetch([HostRecord.headName, Lease.name], into: fetched)
      return try onDisk { () throws(FileTrouble) in
        (try folder.read("\(fetched)/\(HostRecord.headName)"), try folder.read("\(fetched)/\(Lease.name)"))
      }
    }
    var survey = HostSurvey(head: head, lease: lease)
    if head == nil { survey.strangers = try await strangers() }
    return survey
  }

  /// Brings files of the record; those that are missing are no trouble.
  private func fetch(_ names: [String], into fetched: String) async throws(PublishTrouble) {
    let list = try onDisk { () throws(FileTrouble) in
      try PublishFolder.removeTree(fetched)
      return try write(list: names)
    }
    let ending = try await run(
      ["copy", remote.at(Self.record), fetched, "--files-from-raw", list, "--no-check-dest"] + flags
    )
    // 3: the folder is not there yet.
    if ending.code != 0 && ending.code != 3 {
      throw .environment(toolTrouble("read from", told(ending), host: host))
    }
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
      try await fetch([name], into: fetched)
      return try onDisk { () throws(FileTrouble) in try folder.read("\(fetched)/\(name)") }
    }
  }

  func claim(_ lease: Lease) async throws(PublishTrouble) {
    try await put(Lease.name, lease.bytes)
    let fetched = "\(folder.work)/fetched"
    try await fetch([Lease.name], into: fetched)
    let found = try onDisk { () throws(FileTrouble) in try folder.read("\(fetched)/\(Lease.name)") ?? [] }
    if Lease(found)?.owner != lease.owner { throw busy(host, Lease(found)) }
  }

  func unclaim() async throws(PublishTrouble) { try await remove(record: Lease.name) }

  /// Puts a file of the record in its place.
  private func put(_ name: String, _ bytes: [UInt8]) async throws(PublishTrouble) {
    let local = "\(folder.work)/\(name)"
    try onDisk { () throws(FileTrouble) in try folder.write(local, bytes) }
    try await retrying(host.retries) { () async throws(PublishTrouble) in
      let headers = host.setsHeaders ? ["--header-upload", "Cache-Control: no-store"] : []
      let ending = try await run(
        ["copyto", local, remote.at("\(Self.record)/\(name)"), "--no-check-dest"] + headers + flags
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
  }

  /// Removes parts of files, which rclone writes under names of its own and cannot remove once it is killed. Only these
  /// folders are listed.
  private func clear(_ folders: [String]) async throws(PublishTrouble) {
    if folders.isEmpty || host.kind == .s3 { return }
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
    try await retrying(host.retries) { () async throws(PublishTrouble) in
      let done = await tally.done
      let left = batch.paths.filter { !done.contains($0) }
      if left.isEmpty { return }
      let list = try onDisk { () throws(FileTrouble) in try write(list: left) }
      let ending = try await run(
        ["copy", stage, remote.name, "--files-from-raw", list, "--no-check-dest"] + batch.headers + flags
      ) { line in
        if let path = RcloneLine(line)?.copied { await tally.finish(path, phase) }
      }
      if ending.code != 0 { throw PublishTrouble.environment(toolTrouble("write to", told(ending), host: host)) }
    }
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
    for path in folders.prefix(200) { _ = try await run(["rmdir", remote.at(path)] + flags) }
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
    eachLine: @escaping @Sendable (String) async -> Void = { _ in }
  ) async throws(PublishTrouble) -> Tool.Ending {
    do { return try await remote.tool.run(arguments, eachLine: eachLine) } catch { throw .environment(error) }
  }

  /// The complaints as people read them.
  private func told(_ ending: Tool.Ending) -> Tool.Ending {
    var ending = ending
    let errors = ending.complaints.compactMap { RcloneLine($0)?.complaint }
    if !errors.isEmpty { ending.complaints = errors }
    return ending
  }
}
