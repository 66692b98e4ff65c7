import Foundation
import NewsCore

/// A host, ready to be published to: its settings, its carrier, and what is remembered of it.
struct PublishDesk: Sendable {
  let siteFolder: SiteFolder
  let site: Site
  let host: WebHost
  let folder: PublishFolder
  let carrier: any Carrier
  let store: Store

  init(_ siteFolder: SiteFolder, site: Site, host: WebHost, password: String?) async throws(PublishTrouble) {
    self.siteFolder = siteFolder
    self.site = site
    self.host = host
    let folder = try onDisk { () throws(FileTrouble) in
      try PublishFolder(output: siteFolder.output, host: host.name)
    }
    self.folder = folder
    store = Store(folder)
    carrier = try await makeCarrier(host, folder: folder, siteRoot: siteFolder.root, password: password)
  }

  /// A word by which this folder is known on hosts, made once.
  func owner() throws(PublishTrouble) -> String {
    try onDisk { () throws(FileTrouble) in
      if let bytes = try folder.read(folder.owner), bytes.count == 16, bytes.allSatisfy(isHexadecimal) {
        return String(decoding: bytes, as: UTF8.self)
      }
      let word = String(SHA256.hex(Array(UUID().uuidString.utf8)).prefix(16))
      try folder.write(folder.owner, Array(word.utf8))
      return word
    }
  }
}

private func makeCarrier(
  _ host: WebHost,
  folder: PublishFolder,
  siteRoot: String,
  password: String?
) async throws(PublishTrouble) -> any Carrier {
  switch host.kind {
  case .folder: return FolderCarrier(host: host, root: absolute(host.to, siteRoot))
  case .archive: return ArchiveCarrier(host: host, folder: folder, path: absolute(host.to, siteRoot))
  case .git: return GitCarrier(host, folder: folder, siteRoot: siteRoot, password: password)
  case .ssh:
    return SSHCarrier(host, folder: folder, siteRoot: siteRoot, sockets: try onDisk(socketFolder))
  case .sftp, .ftp, .ftps, .webdav, .s3, .rclone:
    try await checkVersion(host)
    let secret = try await obscured(password, host)
    let remote = RcloneRemote(host, siteRoot: siteRoot, secret: secret, password: password, mark: folder.running)
    return RcloneCarrier(host: host, folder: folder, remote: remote)
  }
}

/// Before 1.63 rclone wrote into files that readers were reading.
private func checkVersion(_ host: WebHost) async throws(PublishTrouble) {
  let text: String
  do throws(HostTrouble) { text = try await Tool(name: "rclone").run(["version"]).text } catch {
    throw .environment(error)
  }
  let numbers = text.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." }.split(separator: ".").compactMap {
    Int($0)
  }
  guard numbers.count >= 2, numbers[0] > 1 || numbers[0] == 1 && numbers[1] >= 63 else {
    let version = numbers.map(String.init).joined(separator: ".")
    throw .environment(
      HostTrouble(
        "publish to the host `\(host.name)`",
        reason: "this rclone is \(version), and 1.63 or later is needed",
        fix: installation(of: "rclone")
      )
    )
  }
}

/// rclone takes passwords only in its own form; the password goes in by standard input.
private func obscured(_ password: String?, _ host: WebHost) async throws(PublishTrouble) -> String? {
  guard let password, host.kind != .s3, host.kind != .rclone else { return nil }
  do throws(HostTrouble) {
    let ending = try await Tool(name: "rclone").run(["obscure", "-"], input: Array(password.utf8))
    guard ending.code == 0 else { throw HostTrouble("prepare the password", reason: "rclone would not take it") }
    return String(ending.text.prefix { !$0.isWhitespace })
  } catch { throw .environment(error) }
}

/// A folder for the sockets of shared connections, which need short paths, readable by this user alone.
private func socketFolder() throws(FileTrouble) -> String {
  var template = Array("/tmp/warraq-XXXXXX\0".utf8).map { CChar(bitPattern: $0) }
  guard let pointer = mkdtemp(&template) else {
    throw FileTrouble("make a folder in", "/tmp", reason: String(cString: strerror(errno)))
  }
  return String(cString: pointer)
}
