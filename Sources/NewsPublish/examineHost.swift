import NewsCore

/// What `--doctor` found out about one host.
public struct HostExamination: Sendable {
  /// The host that was looked at.
  public var host: WebHost
  /// The programs that it needs.
  public var tools: [ToolState]
  /// The release that readers see; empty where nothing was published yet, nil where the host was not asked.
  public var release: String?
  /// What is wrong with it, if anything.
  public var trouble: HostTrouble?

  /// A program and whether it is there.
  public struct ToolState: Sendable, Hashable {
    /// The name of the program.
    public var name: String
    /// The first line of what it says of itself; nil where it is missing.
    public var version: String?
    /// Whether the host can do without it.
    public var isOptional: Bool
    /// How to get it.
    public var fix: String
  }

  /// Whether a site can be published there.
  public var isWell: Bool { trouble == nil && !tools.contains { $0.version == nil && !$0.isOptional } }
}

/// Looks whether the tools that a host needs are there, and whether the host answers. Changes nothing.
public func examineHost(
  _ siteFolder: SiteFolder,
  site: Site,
  host: WebHost,
  options: PublishOptions
) async -> HostExamination {
  var examination = HostExamination(host: host, tools: [])
  for (name, isOptional) in neededTools(host) {
    let version = await version(of: name)
    examination.tools.append(.init(name: name, version: version, isOptional: isOptional, fix: installation(of: name)))
  }
  if !examination.isWell { return examination }
  var patient = host
  patient.retries = 0
  do throws(PublishTrouble) {
    let desk = try await PublishDesk(siteFolder, site: site, host: patient, password: options.password)
    examination.release = try await desk.surveyHost().manifest.release
    if let carrier = desk.carrier as? SSHCarrier { await carrier.shell.close() }
  } catch .environment(let trouble) {
    examination.trouble = trouble
  } catch {
    examination.trouble = HostTrouble("read from the host `\(host.name)`", reason: "its settings are wrong")
  }
  return examination
}

private func neededTools(_ host: WebHost) -> [(name: String, isOptional: Bool)] {
  var tools: [(String, Bool)] =
    switch host.kind {
    case .folder: []
    case .ssh: [("ssh", false), ("rsync", false)]
    case .sftp, .ftp, .ftps, .webdav, .s3, .rclone: [("rclone", false)]
    case .git: [("git", false)]
    case .archive: host.to.hasSuffix(".zip") ? [("zip", false)] : [("tar", false)]
    }
  if host.compressed { tools += [("gzip", false), ("brotli", true)] }
  if host.pings != WebHost.Pings() || host.purges != WebHost.Purges() { tools.append(("curl", false)) }
  return tools
}

private func version(of name: String) async -> String? {
  guard
    let ending = try? await Tool(name: name).run([name == "ssh" ? "-V" : name == "rclone" ? "version" : "--version"])
  else { return nil }
  let lines = ending.text.isEmpty ? ending.complaints : ending.text.split(separator: "\n").map(String.init)
  return lines.first { !$0.allSatisfy(\.isWhitespace) } ?? "there"
}
