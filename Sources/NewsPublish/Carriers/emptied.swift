import NewsCore

/// The folders in which the removed files were, and no file of the site is left: the deepest first.
func emptied(_ paths: [String], keeping manifest: Manifest) -> [String] {
  var candidates: Set<String> = []
  for path in paths { candidates.formUnion(foldersAbove(path)) }
  if candidates.isEmpty { return [] }
  for path in manifest.files.keys {
    candidates.subtract(foldersAbove(path))
  }
  return candidates.sorted { left, right in
    let (leftDepth, rightDepth) = (left.utf8.count { $0 == 0x2F }, right.utf8.count { $0 == 0x2F })
    return leftDepth != rightDepth ? leftDepth > rightDepth : precedesByBytes(left, right)
  }
}

private func foldersAbove(_ path: String) -> [String] {
  var folders: [String] = []
  var folder = Files.parentFolder(of: path)
  while let current = folder {
    folders.append(current)
    folder = Files.parentFolder(of: current)
  }
  return folders
}

/// Lines of `sha256sum` and its kin: `<digest>  <path>`, with `./` before the path or without it.
func digestLines(_ text: String) -> [String: String] {
  var digests: [String: String] = [:]
  for line in text.split(separator: "\n") {
    guard let space = line.firstIndex(of: " ") else { continue }
    let digest = line[..<space]
    guard digest.utf8.count == 64, digest.utf8.allSatisfy(isHexadecimal) else { continue }
    var path = line[space...].drop { $0 == " " || $0 == "*" }
    if path.hasPrefix("./") { path = path.dropFirst(2) }
    digests[String(path)] = String(digest)
  }
  return digests
}

/// Someone else publishes to the host.
func busy(_ host: WebHost, _ lease: Lease?) -> PublishTrouble {
  .environment(
    HostTrouble(
      "publish to the host `\(host.name)`",
      reason: "someone else is publishing to it" + (lease.map { ", release \($0.release)" } ?? ""),
      fix: "wait until they are done; if they were cut short, publish with --break-lock"
    )
  )
}
