import NewsCore

/// A host with a shell: changed files go by rsync into a new release that shares all others with the one before, and
/// `current` is pointed at it in one step, as `FolderCarrier` does it here.
struct SSHCarrier: Carrier {
  let host: WebHost
  let folder: PublishFolder
  let shell: SecureShell
  /// The folder on the host.
  let root: String

  init(_ host: WebHost, folder: PublishFolder, siteRoot: String, sockets: String) {
    let (user, address, path) = RcloneRemote.split(host.to)
    self.host = host
    self.folder = folder
    root = path
    let place = user.isEmpty ? address : "\(user)@\(address)"
    shell = SecureShell(host, place: place, siteRoot: siteRoot, sockets: sockets)
  }

  private var enter: String { "cd -- \(shellQuoted(root))\n" }

  func survey() async throws(PublishTrouble) -> HostSurvey {
    let shown = try await ask(
      """
      if [ ! -d \(shellQuoted(root)) ]; then exit 0; fi
      \(enter)if [ -L current ]; then readlink current; elif [ -e current ]; then echo stranger; else echo; fi
      for note in .warraq/lease-*; do if [ -f "$note" ]; then echo "${note#.warraq/}"; fi; done
      """
    )
    let lines = shown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let link = lines.first ?? ""
    var survey = HostSurvey()
    for owner in lines.dropFirst().compactMap({ Lease.owner(ofFile: $0) }) {
      survey.leases[owner] = try await bytes(of: ".warraq/\(Lease.fileName(owner))") ?? []
    }
    if link == "stranger" { survey.strangers = ["current"] }
    if let release = link.split(separator: "/").last, isRelease(String(release)) {
      survey.head = try await bytes(of: ".warraq/manifest-\(release)")
    }
    return survey
  }

  func base(named name: String) async throws(PublishTrouble) -> [UInt8]? { try await bytes(of: ".warraq/\(name)") }

  private func bytes(of path: String) async throws(PublishTrouble) -> [UInt8]? {
    let file = shellQuoted("\(root)/\(path)")
    let ending = try await script("if [ -f \(file) ]; then echo; cat -- \(file); fi", "read from")
    return ending.output.isEmpty ? nil : Array(ending.output.dropFirst())
  }

  func claim(_ lease: Lease) async throws(PublishTrouble) {
    try await send(lease.bytes, as: Lease.fileName(lease.owner), mark: nil)
  }

  func unclaim(_ owner: String) async throws(PublishTrouble) {
    _ = try await ask("rm -f -- \(shellQuoted("\(root)/.warraq/\(Lease.fileName(owner))"))")
  }

  func carryOut(_ shipment: Shipment, tally: Tally) async throws(PublishTrouble) {
    let incoming = "releases/.incoming-\(contentDigest(shipment.plan.result.files).prefix(12))"
    try await prepare(incoming, shipment)
    try await retrying(host.retries, progress: { await tally.files }) { () async throws(PublishTrouble) in
      try await upload(shipment, to: incoming, tally: tally)
    }
    if let base = shipment.record.newBase { try await send(base, as: shipment.record.baseName, mark: folder.running) }
    try await send(
      shipment.record.head,
      as: "manifest-\(shipment.plan.result.release)",
      mark: folder.running
    )
    try await finish(incoming, shipment)
    for case .delete(let path) in shipment.plan.operations { await tally.finish(path, .deletes) }
  }

  /// Second names for all files of the release before, unless this very release was begun already; without those that
  /// go. They go first, because where a name differs from a new one by case alone, some systems take both for one.
  private func prepare(_ incoming: String, _ shipment: Shipment) async throws(PublishTrouble) {
    let before = shellQuoted("releases/\(shipment.releaseBefore)")
    let seed =
      shipment.releaseBefore.isEmpty
      ? "mkdir \(incoming)"
      : """
      rm -rf \(incoming).seed
      mkdir \(incoming).seed
      cp -al \(before)/. \(incoming).seed/ 2>/dev/null || \
      rsync -a --link-dest="$PWD"/\(before) \(before)/ \(incoming).seed/
      mv \(incoming).seed \(incoming)
      """
    let deletes = shipment.plan.operations(of: .deletes).map(\.path)
    let removals =
      deletes.map { "rm -f -- \(shellQuoted("\(incoming)/\($0)"))" }
      + emptied(deletes, keeping: shipment.plan.result).map {
        "rmdir -- \(shellQuoted("\(incoming)/\($0)")) 2>/dev/null || :"
      }
    _ = try await ask(
      """
      \(enter)mkdir -p releases
      for old in releases/.incoming-*; do [ "$old" = \(incoming) ] || rm -rf -- "$old"; done
      if [ ! -d \(incoming) ]; then
      \(seed)
      fi
      \(removals.joined(separator: "\n"))
      rm -rf \(incoming)/.warraq-tmp
      mkdir \(incoming)/.warraq-tmp
      """
    )
  }

  private func upload(_ shipment: Shipment, to incoming: String, tally: Tally) async throws(PublishTrouble) {
    var phases: [String: PublishPhase] = [:]
    for case .upload(let path, let phase, _) in shipment.plan.operations { phases[path] = phase }
    if phases.isEmpty { return }
    let list = "\(folder.work)/list"
    // Without the dot rsync takes names that begin with # or ; for comments.
    let paths = phases.keys.sorted(by: precedesByBytes).map { "./\($0)" }
    try onDisk { () throws(FileTrouble) in try folder.write(list, Array(paths.joined(separator: "\0").utf8)) }
    let table = phases
    try await rsync(
      mark: folder.running,
      ["--files-from", list, "--from0", "--temp-dir", ".warraq-tmp", "--out-format", "%n", "\(shipment.stage)/"],
      to: "\(incoming)/"
    ) { line in
      if let phase = table[line] { await tally.finish(line, phase) }
    }
    // What was there already after an interruption is not named again.
    for (path, phase) in phases { await tally.finish(path, phase) }
  }

  private func rsync(
    mark: String?,
    _ arguments: [String],
    to path: String,
    eachOutputLine: @escaping @Sendable (String) async -> Void
  ) async throws(PublishTrouble) {
    var flags = ["--checksum", "--times", "--chmod=D755,F644", "--protect-args", "--8-bit-output", "--timeout=120"]
    if let bandwidth = host.bandwidth { flags.append("--bwlimit=\(bandwidth)") }
    let place = "\(shell.place):\(root)/\(path)"
    let ending: Tool.Ending
    do {
      ending = try await Tool(name: "rsync", mark: mark).run(
        flags + ["-e", shell.command] + arguments + [place],
        eachOutputLine: eachOutputLine
      )
    } catch { throw .environment(error) }
    if ending.code != 0 { throw .environment(toolTrouble("write to", await withRoom(ending), host: host)) }
  }

  /// What rsync complained of, and that there is no room where it is so: when its other end cannot write, it often ends
  /// before it has said why.
  private func withRoom(_ ending: Tool.Ending) async -> Tool.Ending {
    guard let answer = try? await shell.run("\(enter)df -Pk . | tail -n 1") else { return ending }
    let columns = answer.text.split(whereSeparator: \.isWhitespace)
    guard columns.count > 3, let kilobytes = Int(columns[3]), kilobytes < 8192 else { return ending }
    var ending = ending
    ending.complaints.append("no space left: \(kilobytes) kB are free")
    return ending
  }

  /// Puts a file of the record in its place, whole or not at all.
  private func send(_ bytes: [UInt8], as name: String, mark: String?) async throws(PublishTrouble) {
    let local = "\(folder.work)/\(name)"
    try onDisk { () throws(FileTrouble) in try folder.write(local, bytes) }
    _ = try await ask("mkdir -p -- \(shellQuoted("\(root)/.warraq"))")
    try await retrying(host.retries) { () async throws(PublishTrouble) in
      try await rsync(mark: mark, [local], to: ".warraq/\(name)") { _ in }
    }
  }

  /// Where the connection broke when all was done, it is done already: so whatever is asked may be asked twice.
  private func finish(_ incoming: String, _ shipment: Shipment) async throws(PublishTrouble) {
    let name = shipment.plan.result.release
    _ = try await ask(
      """
      \(enter)if [ -d \(incoming) ]; then
        rm -rf \(incoming)/.warraq-tmp
        mv \(incoming) releases/\(name)
      fi
      \(pointing(at: name))
      ls releases | grep -vx \(name) | sort -r | tail -n +\(host.keep + 1) | while read -r old; do
        if [ "$old" != \(name) ]; then rm -rf -- "releases/$old" ".warraq/manifest-$old"; fi
      done
      for base in .warraq/base-*; do
        if ! grep -qx -- "base ${base#.warraq/}" .warraq/manifest-*; then rm -f -- "$base"; fi
      done
      """
    )
  }

  /// A rename is the only way to change a link in one step; the option that keeps it from going into the folder behind
  /// the link is -T in GNU's mv and -h in BSD's.
  private func pointing(at name: String) -> String {
    """
    rm -f current.new
    ln -s releases/\(name) current.new
    mv -fT current.new current 2>/dev/null || mv -fh current.new current
    """
  }

  func releases() async throws(PublishTrouble) -> [String] {
    let text = try await ask(
      "if [ -d \(shellQuoted("\(root)/releases")) ]; then ls \(shellQuoted("\(root)/releases")); fi"
    )
    return text.split(separator: "\n").map(String.init).filter(isRelease).sorted(by: precedesByBytes)
  }

  func switchBack(to release: String) async throws(PublishTrouble) {
    _ = try await ask("\(enter)test -d releases/\(release)\n\(pointing(at: release))")
  }

  func observe(_ paths: [String]) async throws(PublishTrouble) -> [String: String] {
    let sums = "if command -v sha256sum >/dev/null; then sum=sha256sum; else sum='shasum -a 256'; fi\n"
    return digestLines(
      try await ask("\(sums)\(enter)cd current/\nfind . -type f -print0 | LC_ALL=C xargs -0 $sum --")
    )
  }

  private func ask(_ text: String) async throws(PublishTrouble) -> String {
    try await script(text, "publish to").text
  }

  private func script(_ text: String, _ action: String) async throws(PublishTrouble) -> Tool.Ending {
    try await retrying(host.retries) { () async throws(PublishTrouble) in
      let ending: Tool.Ending
      do throws(HostTrouble) { ending = try await shell.run(text) } catch { throw PublishTrouble.environment(error) }
      if ending.code != 0 { throw PublishTrouble.environment(toolTrouble(action, ending, host: host)) }
      return ending
    }
  }
}
