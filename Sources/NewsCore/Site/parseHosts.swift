import ArabicText

extension YAMLReader {
  /// The hosts under `hosts:` in their order, with a diagnostic for whatever is wrong with them.
  mutating func hosts() -> [WebHost] {
    guard let node = node("hosts") else { return [] }
    guard case .map(let pairs) = node.value else {
      report(
        node.line,
        "wrong-type",
        "`hosts` holds names, and below each what the host is",
        fix: "write `hosts:`, below it `  main:`, and below that `    kind: folder` and `    to: /srv/www/paper`"
      )
      return []
    }
    return pairs.compactMap { host($0) }
  }

  private mutating func host(_ pair: YAMLPair) -> WebHost? {
    guard isHostName(pair.key) else {
      report(
        pair.line,
        "bad-host-name",
        "the name of a host holds letters, digits and hyphens, at most 40; this does not: \(excerpt(pair.key))",
        fix: "write a name such as `main`"
      )
      return nil
    }
    let before = diagnostics.count
    let value = withoutCredentials(pair)
    if diagnostics.count > before { return nil }
    var reader = YAMLReader(value, path: path, known: hostKeys(value), in: "the host `\(pair.key)`")
    let host = reader.host(named: pair.key, line: pair.line)
    diagnostics += reader.diagnostics
    return host
  }

  private func isHostName(_ name: String) -> Bool {
    let isPlain = name.utf8.allSatisfy {
      ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z")
        || $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") || $0 == UInt8(ascii: "-")
    }
    return isPlain && (1...40).contains(name.utf8.count) && !name.hasPrefix("-")
  }

  private func hostKeys(_ node: YAMLNode) -> [String] {
    var keys = ["kind", "to", "profile", "compressed", "keep", "max-delete", "retries", "names", "ping", "purge"]
    guard case .map(let pairs) = node.value, let kind = pairs.first(where: { $0.key == "kind" }),
      case .scalar(let word) = kind.value.value, let kind = HostKind(rawValue: word)
    else { return keys + Set(HostKind.allCases.flatMap(\.keys)).sorted() }
    keys += kind.keys
    return keys
  }
}

extension YAMLReader {
  fileprivate mutating func host(named name: String, line: Int) -> WebHost? {
    let kind = choice("kind", HostKind.self)
    if node("kind") == nil {
      let words = HostKind.allCases.map(\.rawValue).joined(separator: ", ")
      report(line, "missing-key", "`kind` is missing", fix: "add a line `kind: …` with one of: \(words)")
    }
    guard let to = requiredText("to"), let kind else { return nil }
    var host = WebHost(name: name, line: line, kind: kind, to: to)
    readTarget(&host)
    host.profile = choice("profile", HostProfile.self)
    host.port = number("port", in: 1...65_535)
    host.branch = text("branch") ?? host.branch
    (host.endpoint, host.region, host.provider) = (text("endpoint"), text("region"), text("provider"))
    (host.knownHosts, host.keyFile, host.sshConfig) = (text("known-hosts"), text("key-file"), text("ssh-config"))
    host.compressed = choice("compressed", Switch.self) == .on
    if let headers = choice("headers", Switch.self) { host.setsHeaders = headers == .on }
    host.keep = number("keep", in: 2...50) ?? host.keep
    host.maxDelete = number("max-delete", in: 0...100) ?? host.maxDelete
    host.retries = number("retries", in: 0...10) ?? host.retries
    host.transfers = number("transfers", in: 1...64) ?? host.transfers
    host.bandwidth = bandwidth()
    host.names = choice("names", HostNames.self) ?? host.names
    host.pings = pings()
    host.purges = purges()
    return host
  }

  /// What `to` must look like for its kind; it becomes an argument of a tool, and so never begins with a hyphen.
  private mutating func readTarget(_ host: inout WebHost) {
    let to = host.to
    let fits =
      switch host.kind {
      case .folder: true
      case .ssh: to.firstIndex(of: ":").map { $0 != to.startIndex && to[$0...].utf8.count > 1 } ?? false
      case .sftp, .ftp, .ftps, .rclone: to.contains(":") && !to.hasPrefix(":")
      case .webdav: to.hasPrefix("https://") || to.hasPrefix("http://")
      case .s3: !to.hasPrefix("/") && !to.contains(":")
      case .git: true
      case .archive: [".zip", ".tar", ".tar.gz", ".tgz"].contains { to.hasSuffix($0) }
      }
    let isClean = !to.hasPrefix("-") && to.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    if fits && isClean { return }
    report(
      node("to")?.line ?? line,
      "bad-target",
      "`to` is nothing that `kind: \(host.kind.rawValue)` can reach: \(excerpt(to))",
      fix: "write it like this: \(host.kind.example)"
    )
  }

  private mutating func bandwidth() -> String? {
    guard let text = text("bandwidth") else { return nil }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty && ["k", "K", "M"].contains(text.dropFirst(digits.count)) { return text }
    report(
      node("bandwidth")?.line ?? line,
      "bad-number",
      "`bandwidth` cannot be \(excerpt(text))",
      fix: "write how much is sent a second, such as 500k or 2M"
    )
    return nil
  }

  private mutating func pings() -> WebHost.Pings {
    var pings = WebHost.Pings()
    guard let node = node("ping") else { return pings }
    var reader = YAMLReader(node, path: path, known: ["websub", "indexnow", "indexnow-address"], in: "`ping`")
    pings.webSub = reader.webAddress("websub")
    pings.indexNow = reader.text("indexnow")
    pings.indexNowAddress = reader.webAddress("indexnow-address") ?? pings.indexNowAddress
    diagnostics += reader.diagnostics
    return pings
  }

  private mutating func purges() -> WebHost.Purges {
    var purges = WebHost.Purges()
    guard let node = node("purge") else { return purges }
    let keys = ["cloudflare", "cloudflare-address", "cloudfront", "cloudfront-address", "request", "most"]
    var reader = YAMLReader(node, path: path, known: keys, in: "`purge`")
    purges.cloudflare = reader.identifier("cloudflare")
    purges.cloudflareAddress = reader.webAddress("cloudflare-address") ?? purges.cloudflareAddress
    purges.cloudFront = reader.identifier("cloudfront")
    purges.cloudFrontAddress = reader.webAddress("cloudfront-address") ?? purges.cloudFrontAddress
    purges.request = reader.webAddress("request")
    purges.most = reader.number("most", in: 1...100_000) ?? purges.most
    diagnostics += reader.diagnostics
    return purges
  }

  /// A word that becomes a part of an address.
  private mutating func identifier(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    let isPlain = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
    if isPlain && text.utf8.count <= 64 { return text }
    report(
      node(key)?.line ?? line,
      "bad-identifier",
      "`\(key)` holds letters and digits alone; this does not: \(excerpt(text))",
      fix: "copy it from the pages of your account"
    )
    return nil
  }

  private mutating func webAddress(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    if text.hasPrefix("https://") || text.hasPrefix("http://") { return text }
    report(
      node(key)?.line ?? line,
      "bad-address",
      "`\(key)` is no web address: \(excerpt(text))",
      fix: "write one that begins with https://"
    )
    return nil
  }
}
