import NewsCore

extension PublishDesk {
  /// Refuses names in Arabic and other letters where the host keeps ASCII alone: by its settings, or, of a server of FTP
  /// to which nothing was published yet, by what it says of itself (FEAT, RFC 2640).
  func checkLetters(_ files: [String: FileRecord], isFirst: Bool) async throws(PublishTrouble) {
    guard host.names != .utf8, let path = files.keys.filter({ $0.utf8.contains { $0 >= 0x80 } }).min() else { return }
    if host.names == .ascii { throw .refused([asciiAlone(path, "is said to keep")]) }
    guard isFirst, host.kind == .ftp || host.kind == .ftps, let carrier = carrier as? RcloneCarrier else { return }
    if try await carrier.namesAreUTF8() { return }
    throw .refused([asciiAlone(path, "says nothing of UTF-8, so it may keep")])
  }

  private func asciiAlone(_ path: String, _ says: String) -> Diagnostic {
    Diagnostic(
      .error,
      "ascii-names",
      path: "Output/\(path)",
      line: nil,
      "the host `\(host.name)` \(says) names of ASCII letters alone, and this one has others",
      fix: "set `slugs: latin` in site.yaml and build with --clean"
        + (host.names == .auto ? "; if the host shows such names well, set `names: utf-8` for it" : "")
    )
  }
}

extension RcloneCarrier {
  /// Whether a server of FTP names UTF8 among its features when it is asked for them.
  func namesAreUTF8() async throws(PublishTrouble) -> Bool {
    let heard = HeardFeatures()
    let ending: Tool.Ending
    do {
      ending = try await remote.tool.run([
        "lsf", remote.name, "--max-depth", "1", "--use-json-log", "--log-level", "DEBUG", "--dump", "responses",
        "--retries", "1", "--contimeout", "15s", "--ask-password=false",
      ]) { line in
        if let said = RcloneLine(line)?.serverSaid { await heard.add(said) }
      }
    } catch { throw .environment(error) }
    if ending.code != 0 { throw .environment(toolTrouble("read from", ending, host: host)) }
    return await heard.hasUTF8
  }
}

private actor HeardFeatures {
  private(set) var hasUTF8 = false

  func add(_ line: String) {
    let word = line.filter { $0 != "\"" && !$0.isWhitespace }
    if word.uppercased() == "UTF8" { hasUTF8 = true }
  }
}
