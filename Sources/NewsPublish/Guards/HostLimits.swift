import NewsCore

/// What a host takes at most; nil where it sets no bound. As their owners state them; see the README.
struct HostLimits: Sendable, Hashable {
  var files: Int?
  var filesInFolder: Int?
  var fileBytes: Int?
  var totalBytes: Int?
  /// Bytes of UTF-8.
  var pathBytes = 1024
  var redirects: Int?

  static let mebibyte = 1 << 20

  init(_ profile: HostProfile?) {
    switch profile {
    case .githubPages: (fileBytes, totalBytes) = (100 * Self.mebibyte, 1024 * Self.mebibyte)
    case .gitlabPages: (totalBytes, redirects) = (1024 * Self.mebibyte, 1000)
    case .codebergPages: totalBytes = 1024 * Self.mebibyte
    case .netlify: filesInFolder = 54_000
    case .cloudflarePages: (files, fileBytes, redirects) = (20_000, 25 * Self.mebibyte, 2000)
    case .s3, nil: break
    }
  }
}

/// Checks the site against what the host takes, before anything is sent.
func checkLimits(_ files: [String: FileRecord], redirectLines: Int, host: WebHost) -> [Diagnostic] {
  let limits = HostLimits(host.profile)
  let profile = host.profile?.rawValue ?? "the host"
  var found: [Diagnostic] = []
  func report(_ id: String, _ path: String, _ message: String, _ fix: String) {
    found.append(Diagnostic(.error, id, path: path, "\(profile) takes \(message)", fix: fix))
  }
  if let most = limits.files, files.count > most {
    report(
      "too-many-files",
      "Output",
      "\(most) files; this site has \(files.count)",
      "turn off `lite` or `short-addresses` in site.yaml, or choose another host"
    )
  }
  let total = files.values.reduce(0) { $0 + $1.size }
  if let most = limits.totalBytes, total > most {
    report("too-large", "Output", "\(most >> 20) MiB; this site has \(total >> 20) MiB", "choose another host")
  }
  if let most = limits.redirects, redirectLines > most {
    report(
      "too-many-redirects",
      "Output/_redirects",
      "\(most) redirects; there are \(redirectLines)",
      "take out old aliases"
    )
  }
  if let most = limits.fileBytes {
    for (path, record) in files where record.size > most {
      report(
        "file-too-large",
        "Output/\(path)",
        "files of \(most >> 20) MiB; this one has \(record.size >> 20) MiB",
        "make it smaller"
      )
    }
  }
  if let most = limits.filesInFolder {
    for (folder, count) in filesByFolder(files.keys) where count > most {
      report(
        "too-many-in-folder",
        "Output/\(folder)",
        "\(most) files in a folder; this one has \(count)",
        "choose another host"
      )
    }
  }
  return found.sorted()
}

private func filesByFolder(_ paths: some Sequence<String>) -> [String: Int] {
  var counts: [String: Int] = [:]
  for path in paths { counts[Files.parentFolder(of: path) ?? "", default: 0] += 1 }
  return counts
}
