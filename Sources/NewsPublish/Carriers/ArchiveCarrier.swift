import NewsCore

/// One file with the whole site in it, `.zip`, `.tar` or `.tar.gz`, for hosts that take it so. It is written beside and
/// renamed, so that whoever takes it has it whole.
struct ArchiveCarrier: Carrier {
  let host: WebHost
  let folder: PublishFolder
  let path: String

  private var record: String { "\(folder.own)/archive" }

  func survey() async throws(PublishTrouble) -> HostSurvey {
    // What the archive holds is known here; where it is gone, it is made again.
    guard Files.kind(at: path) == .file else { return HostSurvey() }
    return HostSurvey(
      head: try onDisk { () throws(FileTrouble) in try folder.read("\(record)/\(HostRecord.headName)") }
    )
  }

  func base(named name: String) async throws(PublishTrouble) -> [UInt8]? {
    try onDisk { () throws(FileTrouble) in try folder.read("\(record)/\(name)") }
  }

  func claim(_ lease: Lease) async throws(PublishTrouble) {}
  func unclaim(_ owner: String) async throws(PublishTrouble) {}

  func carryOut(_ shipment: Shipment, tally: Tally) async throws(PublishTrouble) {
    let (temporary, paths) = ("\(path).new.\(format)", shipment.plan.result.paths)
    try onDisk { () throws(FileTrouble) in
      try PublishFolder.removeTree(shipment.stage)
      for path in paths {
        guard let file = shipment.plan.result.files[path] else { continue }
        try Files.link(shipment.store.path(file.digest), to: "\(shipment.stage)/\(path)")
      }
      try Files.remove(temporary)
      if let parent = Files.parentFolder(of: temporary) { try Files.makeFolders(parent) }
      // What begins with a hyphen would be an option of tar.
      let names = paths.map { $0.hasPrefix("-") ? "./\($0)" : $0 }
      try folder.write("\(folder.work)/list", Array((names.joined(separator: "\n") + "\n").utf8))
    }
    try await pack(shipment.stage, into: Self.fromRoot(temporary))
    try onDisk { () throws(FileTrouble) in
      if format == "zip" { try markNamesAsUTF8(temporary) }
      try Files.rename(temporary, to: path)
      try Files.makeFolders(record)
      if let base = shipment.record.newBase { try folder.write("\(record)/\(shipment.record.baseName)", base) }
      try folder.write("\(record)/\(HostRecord.headName)", shipment.record.head)
    }
    for operation in shipment.plan.operations { await tally.finish(operation.path, operation.phase) }
  }

  private var format: String { path.hasSuffix(".zip") ? "zip" : path.hasSuffix(".tar") ? "tar" : "tgz" }

  /// The full path, because the tool runs in another folder.
  private static func fromRoot(_ path: String) -> String {
    let parent = Files.parentFolder(of: path) ?? "."
    return "\(Files.resolved(parent) ?? parent)/\(path.split(separator: "/").last ?? "")"
  }

  private func pack(_ stage: String, into file: String) async throws(PublishTrouble) {
    let names = try onDisk { () throws(FileTrouble) in try Files.read("\(folder.work)/list") }
    let ending: Tool.Ending
    do {
      let tool = Tool(name: format == "zip" ? "zip" : "tar", mark: folder.running)
      switch format {
      case "zip": ending = try await tool.run(["-q", "-X", "-@", file], input: names, in: stage)
      default:
        let flag = format == "tar" ? "-cf" : "-czf"
        ending = try await tool.run([flag, file, "-C", stage, "-T", "-"], input: names)
      }
    } catch { throw .environment(error) }
    if ending.code != 0 { throw .environment(toolTrouble("write the archive of", ending, host: host)) }
  }

  func observe(_ paths: [String]) async throws(PublishTrouble) -> [String: String] {
    // An archive is one file: it is whole or it is made again.
    throw .settings([
      Diagnostic(
        .error,
        "no-verify",
        path: SiteFolder.settings,
        line: host.line,
        "an archive cannot be verified file by file",
        fix: "remove it and publish again"
      )
    ])
  }
}
