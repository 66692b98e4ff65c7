import NewsCore

/// A branch that a host shows, as GitHub, GitLab and Codeberg Pages do: each publishing is one commit on what is there,
/// so that it is shown whole or not at all, and files of others stay. The push fails where someone else was quicker.
struct GitCarrier: Carrier {
  let host: WebHost
  let folder: PublishFolder
  let git: Tool

  private var repository: String { "\(folder.own)/git" }
  private var branch: String { "refs/heads/\(host.branch)" }
  private static let seen = "refs/warraq/seen"

  init(_ host: WebHost, folder: PublishFolder, siteRoot: String, password: String?) {
    self.host = host
    self.folder = folder
    var environment = [
      "GIT_TERMINAL_PROMPT": "0", "GIT_AUTHOR_NAME": "warraq", "GIT_AUTHOR_EMAIL": "warraq@localhost",
      "GIT_COMMITTER_NAME": "warraq", "GIT_COMMITTER_EMAIL": "warraq@localhost",
      "GIT_INDEX_FILE": "\(Files.resolved(folder.own) ?? folder.own)/git-index",
    ]
    let keys = SecureShell.keys(host, siteRoot)
    if host.sshConfig != nil || !keys.isEmpty {
      let config = host.sshConfig.map { ["-F", absolute($0, siteRoot)] } ?? []
      let words = ["ssh"] + config + ["-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes"] + keys
      environment["GIT_SSH_COMMAND"] = words.map(shellQuoted).joined(separator: " ")
    }
    if password != nil {
      // The words of this little script are the same for all; the password stays in the environment.
      environment["GIT_CONFIG_COUNT"] = "1"
      environment["GIT_CONFIG_KEY_0"] = "credential.helper"
      environment["GIT_CONFIG_VALUE_0"] =
        #"!f() { test "$1" = get && printf 'username=%s\npassword=%s\n' "${WARRAQ_USER:-x-access-token}" "$WARRAQ_PASSWORD"; }; f"#
    }
    git = Tool(name: "git", environment: environment, secrets: [password].compactMap { $0 })
  }

  func survey() async throws(PublishTrouble) -> HostSurvey {
    if Files.kind(at: repository) == nil {
      _ = try await run(["init", "--quiet", "--bare", repository], "prepare")
    }
    // Locks of a git that was killed: there is no other one here, because this program holds the lock of the host.
    for name in ["git/config", "git/shallow", "git/packed-refs", "git/\(Self.seen)", "git-index"] {
      try onDisk { () throws(FileTrouble) in try Files.remove("\(folder.own)/\(name).lock") }
    }
    _ = try await run(["config", "remote.origin.url", host.to], "prepare")
    _ = try? await run(["update-ref", "-d", Self.seen], "prepare")
    let found = try await retrying(host.retries) { () async throws(PublishTrouble) in
      try await run(["ls-remote", host.to, branch], "read from").text
    }
    if found.isEmpty { return HostSurvey() }
    try await retrying(host.retries) { () async throws(PublishTrouble) in
      _ = try await run(
        ["fetch", "--quiet", "--depth=1", "--no-tags", "--filter=blob:none", "origin", "+\(branch):\(Self.seen)"],
        "read from"
      )
    }
    var survey = HostSurvey(head: try await show(HostRecord.headName))
    if survey.head == nil {
      let names = try await run(["ls-tree", "-z", "--name-only", Self.seen], "read from").text
      survey.strangers = Set(names.split(separator: "\0").map(String.init))
    }
    return survey
  }

  private func show(_ name: String) async throws(PublishTrouble) -> [UInt8]? {
    let place = ".warraq/\(name)"
    if try await run(["ls-tree", Self.seen, place], "read from").output.isEmpty { return nil }
    // The fetch leaves the bytes of files away; git asks for these by itself.
    return try await run(["show", "\(Self.seen):\(place)"], "read from").output
  }

  func base(named name: String) async throws(PublishTrouble) -> [UInt8]? { try await show(name) }

  /// The push itself is the claim.
  func claim(_ lease: Lease) async throws(PublishTrouble) {}
  func unclaim(_ owner: String) async throws(PublishTrouble) {}

  func carryOut(_ shipment: Shipment, tally: Tally) async throws(PublishTrouble) {
    let hasParent = try await self.run(["for-each-ref", Self.seen], "prepare").output.isEmpty == false
    _ = try await run(hasParent ? ["read-tree", Self.seen] : ["read-tree", "--empty"], "prepare")
    var entries = try await blobs(shipment, tally: tally)
    for case .delete(let path) in shipment.plan.operations { entries += removal(path) }
    entries += try await recordEntries(shipment)
    _ = try await run(["update-index", "-z", "--index-info"], "prepare", input: entries)
    let tree = try await word(["write-tree", "--missing-ok"])
    let message = "Release \(shipment.plan.result.release)"
    let parent = hasParent ? ["-p", try await word(["rev-parse", Self.seen])] : []
    let commit = try await word(["commit-tree", tree, "-m", message] + parent)
    try await retrying(host.retries) { () async throws(PublishTrouble) in
      _ = try await run(["push", "--quiet", host.to, "\(commit):\(branch)"], "publish to")
    }
    for operation in shipment.plan.operations { await tally.finish(operation.path, operation.phase) }
  }

  /// Writes the changed files into the repository and gives their lines for the index.
  private func blobs(_ shipment: Shipment, tally: Tally) async throws(PublishTrouble) -> [UInt8] {
    let uploads = shipment.plan.operations.filter { $0.phase != .deletes }
    if uploads.isEmpty { return [] }
    let stage = Files.resolved(shipment.stage) ?? shipment.stage
    let paths = uploads.map { "\(stage)/\($0.path)" }.joined(separator: "\n") + "\n"
    let names = try await run(
      ["hash-object", "-w", "--no-filters", "--stdin-paths"],
      "prepare",
      input: Array(paths.utf8)
    ).text.split(separator: "\n")
    guard names.count == uploads.count else {
      throw .environment(HostTrouble("prepare the commit", reason: "git did not take all files"))
    }
    return zip(uploads, names).flatMap { Array("100644 \($1)\t\($0.path)\0".utf8) }
  }

  private func removal(_ path: String) -> [UInt8] {
    Array("0 \(String(repeating: "0", count: 40))\t\(path)\0".utf8)
  }

  private func recordEntries(_ shipment: Shipment) async throws(PublishTrouble) -> [UInt8] {
    var files = [(HostRecord.headName, shipment.record.head)]
    if let base = shipment.record.newBase { files.append((shipment.record.baseName, base)) }
    var entries: [UInt8] = shipment.oldBase.map { removal(".warraq/\($0)") } ?? []
    for (name, bytes) in files {
      let blob = try await word(["hash-object", "-w", "--no-filters", "--stdin"], input: bytes)
      entries += Array("100644 \(blob)\t.warraq/\(name)\0".utf8)
    }
    return entries
  }

  func observe(_ paths: [String]) async throws(PublishTrouble) -> [String: String] {
    let wanted = Set(paths)
    var digests: [String: String] = [:]
    _ = try await run(["fetch", "--quiet", "--depth=1", "--no-tags", "origin", "+\(branch):\(Self.seen)"], "read from")
    let listing = try await run(["ls-tree", "-r", "-z", Self.seen], "read from").text
    for entry in listing.split(separator: "\0") {
      let parts = entry.split(separator: "\t", maxSplits: 1).map(String.init)
      guard parts.count == 2, wanted.contains(parts[1]), let blob = parts[0].split(separator: " ").last else {
        continue
      }
      digests[parts[1]] = SHA256.hex(try await run(["cat-file", "blob", String(blob)], "read from").output)
    }
    return digests
  }

  private func word(_ arguments: [String], input: [UInt8] = []) async throws(PublishTrouble) -> String {
    let text = try await run(arguments, "prepare", input: input).text
    return String(text.prefix { !$0.isWhitespace })
  }

  private func run(_ arguments: [String], _ action: String, input: [UInt8] = []) async throws(PublishTrouble)
    -> Tool.Ending
  {
    let place = arguments.first == "init" ? [] : ["--git-dir", repository]
    let ending: Tool.Ending
    do { ending = try await git.run(place + arguments, input: input) } catch { throw .environment(error) }
    if ending.code != 0 { throw .environment(toolTrouble(action, ending, host: host)) }
    return ending
  }
}
