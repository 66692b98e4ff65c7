import NewsCore

/// The connection to a host by ssh: one for all steps. The host's key must be known, and nothing is asked at a terminal.
struct SecureShell: Sendable {
  /// `user@address`.
  let place: String
  let options: [String]
  private let sockets: String

  /// `sockets` is a folder with a short path in which the shared connection has its socket.
  init(_ host: WebHost, place: String, siteRoot: String, sockets: String) {
    self.place = place
    self.sockets = sockets
    var options = host.sshConfig.map { ["-F", absolute($0, siteRoot)] } ?? []
    options += ["-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes", "-o", "ConnectTimeout=15"]
    options += ["-o", "ServerAliveInterval=15", "-o", "ServerAliveCountMax=4"]
    options += ["-o", "ControlMaster=auto", "-o", "ControlPath=\(sockets)/%C", "-o", "ControlPersist=20"]
    options += Self.keys(host, siteRoot)
    if let port = host.port { options += ["-p", String(port)] }
    self.options = options
  }

  /// Which keys count: those of hosts that are known, and the user's own. The settings of git take them as well.
  static func keys(_ host: WebHost, _ siteRoot: String) -> [String] {
    var options: [String] = []
    if let file = host.knownHosts {
      let path = absolute(file, siteRoot)
      // ssh splits this at spaces unless it stands in quotes.
      options += ["-o", "UserKnownHostsFile=\"\(path)\"", "-o", "GlobalKnownHostsFile=/dev/null"]
    }
    if let file = host.keyFile { options += ["-i", absolute(file, siteRoot), "-o", "IdentitiesOnly=yes"] }
    return options
  }

  /// The command by which other tools open the connection; they split it into words as a shell does.
  var command: String { (["ssh"] + options).map(shellQuoted).joined(separator: " ") }

  /// Runs a script of ours on the host; it comes by standard input, so no word of it is read by two shells.
  func run(_ script: String) async throws(HostTrouble) -> Tool.Ending {
    try await Tool(name: "ssh").run(options + ["--", place, "sh -s"], input: Array("set -eu\n\(script)\n".utf8))
  }

  /// Ends the shared connection and takes its folder away.
  func close() async {
    _ = try? await Tool(name: "ssh").run(options + ["-O", "exit", "--", place])
    try? PublishFolder.removeTree(sockets)
  }
}
