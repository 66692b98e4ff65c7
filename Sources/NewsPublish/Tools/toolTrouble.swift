import NewsCore

/// The trouble that a tool's complaints tell of, with what to do where that is known.
func toolTrouble(_ action: String, _ ending: Tool.Ending, host: WebHost) -> HostTrouble {
  let lines = ending.complaints.map { visible($0).trimmed }.filter { !$0.isEmpty }
  let reason = lines.isEmpty ? "the tool ended with code \(ending.code)" : lines.suffix(3).joined(separator: "; ")
  let known = knownTroubles.first { trouble in
    let text = reason.lowercased()
    return trouble.words.contains { text.contains($0) }
  }
  return HostTrouble(
    "\(action) the host `\(host.name)`",
    reason: String(reason.prefix(600)),
    fix: known?.fix,
    isPassing: known == nil || known?.isPassing == true
  )
}

private struct KnownTrouble {
  var words: [String]
  var fix: String
  var isPassing = false
}

private let knownTroubles: [KnownTrouble] = [
  KnownTrouble(
    words: ["host key", "knownhosts", "remote host identification has changed"],
    fix: "ask the host's owner for its key and put it into known_hosts; if it changed without notice, do not publish"
  ),
  KnownTrouble(
    words: [
      "unable to authenticate", "authentication failed", "login incorrect", "permission denied (", "401 ", "530 ",
      "invalidaccesskeyid", "signaturedoesnotmatch", "could not read username", "accessdenied", "publickey",
    ],
    fix: "check user and password or key: WARRAQ_PASSWORD, the ssh agent, or the tool's own settings"
  ),
  KnownTrouble(
    words: ["corrupted on transfer: sizes differ"],
    fix: "where FTP with TLS goes on so, the server loses ends of files by TLS 1.3: set RCLONE_FTP_DISABLE_TLS13=true",
    isPassing: true
  ),
  KnownTrouble(
    words: ["no space left", "quota", "disk full", "552 ", "insufficient storage", "507 "],
    fix: "make room on the host, then publish again: what is there already is not sent twice"
  ),
  KnownTrouble(
    words: ["permission denied", "read-only", "550 ", "403 ", "nosuchbucket"],
    fix: "let the user write to the folder on the host"
  ),
  KnownTrouble(
    words: [
      "could not resolve", "couldn't connect", "no such host", "connection refused", "timed out", "i/o timeout",
      "no route",
    ],
    fix: "check the address in `to` and whether the host is up",
    isPassing: true
  ),
]

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    while text.first?.isWhitespace == true { text.removeFirst() }
    return String(text)
  }
}
