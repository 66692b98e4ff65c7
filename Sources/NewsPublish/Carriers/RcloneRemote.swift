import NewsCore

/// How rclone reaches a host: the remote to name, and the settings that stand in the environment alone.
struct RcloneRemote: Sendable {
  /// `warraq:folder`, or what the site's owner calls it.
  var name: String
  var tool: Tool

  /// `secret` is the password as `rclone obscure` writes it; nil where none is given.
  init(_ host: WebHost, siteRoot: String, secret: String?, password: String?, mark: String) {
    var settings: [String: String] = [:]
    let (user, address, path) = Self.split(host.to)
    switch host.kind {
    case .sftp:
      settings = ["TYPE": "sftp", "HOST": address, "USER": user, "SHELL_TYPE": "none", "DISABLE_HASHCHECK": "true"]
      // Without this file rclone takes any host for the right one.
      settings["KNOWN_HOSTS_FILE"] = host.knownHosts.map { absolute($0, siteRoot) } ?? "~/.ssh/known_hosts"
      if let file = host.keyFile { settings["KEY_FILE"] = absolute(file, siteRoot) }
    case .ftp, .ftps:
      settings = ["TYPE": "ftp", "HOST": address, "USER": user]
      if host.kind == .ftps { settings["EXPLICIT_TLS"] = "true" }
    case .webdav:
      let (user, url) = Self.withoutUser(host.to)
      settings = ["TYPE": "webdav", "URL": url, "USER": user, "VENDOR": "other"]
    case .s3:
      settings = ["TYPE": "s3", "ENV_AUTH": "true", "NO_CHECK_BUCKET": "true", "NO_HEAD": "true"]
      settings["PROVIDER"] = host.provider ?? (host.endpoint == nil ? "AWS" : "Other")
      settings["ENDPOINT"] = host.endpoint
      settings["REGION"] = host.region
    case .rclone, .folder, .ssh, .git, .archive: break
    }
    if let port = host.port { settings["PORT"] = String(port) }
    if let secret { settings["PASS"] = secret }
    var environment: [String: String] = [:]
    for (key, value) in settings where !value.isEmpty { environment["RCLONE_CONFIG_WARRAQ_\(key)"] = value }
    tool = Tool(name: "rclone", environment: environment, mark: mark, secrets: [password, secret].compactMap { $0 })
    switch host.kind {
    case .s3: name = "warraq:\(host.to)"
    case .webdav: name = "warraq:"
    case .rclone: name = host.to
    default: name = "warraq:\(path)"
    }
  }

  /// A path on the remote.
  func at(_ path: String) -> String {
    name.hasSuffix(":") || name.hasSuffix("/") ? name + path : "\(name)/\(path)"
  }

  /// `user@address:path` in three parts.
  static func split(_ to: String) -> (user: String, address: String, path: String) {
    let colon = to.firstIndex(of: ":") ?? to.endIndex
    let place = to[..<colon]
    let path = String(to[colon...].dropFirst())
    guard let at = place.lastIndex(of: "@") else { return ("", String(place), path) }
    return (String(place[..<at]), String(place[place.index(after: at)...]), path)
  }

  private static func withoutUser(_ address: String) -> (user: String, address: String) {
    let parts = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let at = parts[2].firstIndex(of: "@") else { return ("", address) }
    let user = parts[2][..<at]
    if user.contains("/") { return ("", address) }
    return (String(user), "\(parts[0])//\(parts[2][parts[2].index(after: at)...])")
  }
}

/// A path from the settings: relative ones begin at the site's folder.
func absolute(_ path: String, _ root: String) -> String {
  path.hasPrefix("/") || path.hasPrefix("~") ? path : "\(Files.resolved(root) ?? root)/\(path)"
}
