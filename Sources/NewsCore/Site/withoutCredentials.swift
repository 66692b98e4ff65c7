extension YAMLReader {
  /// The settings of a host without whatever looks like a password, each reported; the word itself is never repeated,
  /// because messages end in the logs of build servers.
  mutating func withoutCredentials(_ pair: YAMLPair) -> YAMLNode {
    guard case .map(let pairs) = pair.value.value else { return pair.value }
    var kept: [YAMLPair] = []
    for entry in pairs {
      let text = scalar(entry.value)
      if namesCredential(entry.key) {
        reportCredential(entry.line, "`\(visible(entry.key))` of the host `\(pair.key)` looks like a password or a key")
      } else if entry.key != "ping", let text, holdsCredential(text) {
        reportCredential(entry.line, "`\(visible(entry.key))` of the host `\(pair.key)` holds a password or a token")
      } else {
        kept.append(entry)
      }
    }
    return YAMLNode(.map(kept), line: pair.value.line)
  }

  private func scalar(_ node: YAMLNode) -> String? {
    if case .scalar(let text) = node.value { return text }
    return nil
  }

  private mutating func reportCredential(_ line: Int, _ message: String) {
    report(
      line,
      "credential",
      "\(message); settings are no place for it",
      fix: "take it out and change it; give it in the environment as WARRAQ_PASSWORD, or through the ssh agent or "
        + "the tool's own settings"
    )
  }
}

/// Whether a key is one of those under which passwords are written.
private func namesCredential(_ key: String) -> Bool {
  let letters = String(key.lowercased().unicodeScalars.filter { ("a"..."z").contains($0) })
  let words = ["passw", "passphrase", "secret", "token", "accesskey", "credential", "apikey", "privatekey"]
  return letters == "pass" || letters == "key" || words.contains { letters.contains($0) }
}

/// Whether a value brings a password along: `user:password@host`, a token as the user of a web address, an option of
/// rclone, or one of the forms that services give their tokens.
private func holdsCredential(_ text: String) -> Bool {
  let forms = ["ghp_", "gho_", "github_pat_", "glpat-", "AKIA", "BEGIN OPENSSH", "BEGIN RSA", "BEGIN PRIVATE"]
  if forms.contains(where: text.contains) { return true }
  let lower = text.lowercased()
  if ["pass=", "password=", "token=", "secret=", "access_key="].contains(where: lower.contains) { return true }
  let hasScheme = text.contains("://")
  let rest = text.components(after: "://")
  guard let at = rest.prefix(while: { $0 != "/" }).lastIndex(of: "@") else { return false }
  let user = rest[..<at]
  return user.contains(":") || (hasScheme && user.utf8.count >= 20)
}

extension String {
  /// What follows the first occurrence of the mark, or everything where it is not found.
  fileprivate func components(after mark: String) -> Substring {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(mark) { return rest.dropFirst(mark.count) }
      rest = rest.dropFirst()
    }
    return self[...]
  }
}
