import ArabicText

/// A place that readers share stories to, by a plain link.
public enum ShareTarget: String, Sendable, CaseIterable { case whatsapp, telegram, x, facebook, mail }

extension YAMLReader {
  /// The targets under `share:`: `on`, `off`, or a list of names in the order in which they are shown.
  mutating func shareTargets() -> [ShareTarget] {
    guard let node = node("share") else { return ShareTarget.allCases }
    if case .scalar(let word) = node.value, let setting = Switch(rawValue: word) {
      return setting == .on ? ShareTarget.allCases : []
    }
    var targets: [ShareTarget] = []
    for name in texts("share") ?? [] {
      if let target = ShareTarget(rawValue: name) {
        if !targets.contains(target) { targets.append(target) }
        continue
      }
      let known = ShareTarget.allCases.map(\.rawValue)
      report(
        node.line,
        "unknown-value",
        "`share` knows no place \(excerpt(name))",
        fix: nearestName(to: name, among: known).map { "did you mean `\($0)`?" }
          ?? "write on, off, or a list of: \(known.joined(separator: ", "))"
      )
    }
    return targets
  }
}
