import NewsCore

extension PublishDesk {
  /// Takes out of the plan the removal of files whose name differs from that of another by case alone, where a server
  /// that takes both for one would lose the other; it stays there, and a warning says so.
  func spareTwins(in plan: inout PublishPlan) -> [Diagnostic] {
    guard [.sftp, .ftp, .ftps, .webdav, .rclone].contains(host.kind) else { return [] }
    let spared = twins(of: plan.operations(of: .deletes).map(\.path), in: plan.result)
    if spared.isEmpty { return [] }
    plan.operations.removeAll { $0.phase == .deletes && spared[$0.path] != nil }
    return spared.sorted { precedesByBytes($0.key, $1.key) }.map { path, other in
      Diagnostic(
        .warning,
        "case",
        path: "Output/\(other)",
        "\(excerpt(path)) stays on the host `\(host.name)`, because a server that knows no case would lose this file",
        fix: "if the server tells the two apart, remove it there"
      )
    }
  }
}

/// Of the paths, those that differ from one of the manifest by case alone, with that one.
func twins(of paths: [String], in manifest: Manifest) -> [String: String] {
  if paths.isEmpty { return [:] }
  let byFolded = Dictionary(paths.map { (folded($0), $0) }) { first, _ in first }
  var found: [String: String] = [:]
  for path in manifest.files.keys {
    if let twin = byFolded[folded(path)] { found[twin] = path }
  }
  return found
}
