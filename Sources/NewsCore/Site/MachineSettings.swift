/// What the site says to machines: feeds, crawlers and web hosts.
public struct MachineSettings: Sendable, Hashable {
  /// Whether plain text that begins with a Latin letter gets a mark of its direction (U+200F).
  public var marksDirection = true
  /// The formats of the feeds.
  public var feeds = Feed.allCases
  /// Whether each topic has a list for apps.
  public var appLists = true
  /// Whether crawlers that gather text for the training of models may come.
  public var aiCrawlers = Permission.allow
  /// Whether the files that set headers on web hosts are made.
  public var headerFiles = true
  /// Whether browsers are told to use https alone, for a year (HSTS, RFC 6797).
  public var strictTransport = false
  /// Whether the content security policy stands in each page too, for hosts that cannot set headers.
  public var metaPolicy = false

  /// A format of feeds: RSS 2.0, Atom (RFC 4287) or JSON Feed 1.1.
  public enum Feed: String, Sendable, CaseIterable { case rss, atom, json }

  /// Whether robots may take the site.
  public enum Permission: String, Sendable, CaseIterable { case allow, refuse }

  /// Gives the settings of a site that says nothing of machines.
  public init() {}
}

extension YAMLReader {
  /// The settings under `feeds`, `robots` and `headers`.
  mutating func machineSettings() -> MachineSettings {
    var settings = MachineSettings()
    group("feeds", known: ["direction-marks", "formats", "app-lists"]) { reader in
      settings.feeds = reader.feeds() ?? settings.feeds
      settings.appLists = reader.onOff("app-lists") ?? settings.appLists
      settings.marksDirection = reader.onOff("direction-marks") ?? settings.marksDirection
    }
    group("robots", known: ["ai-crawlers"]) { reader in
      settings.aiCrawlers = reader.choice("ai-crawlers", MachineSettings.Permission.self) ?? settings.aiCrawlers
    }
    group("headers", known: ["files", "hsts", "meta"]) { reader in
      settings.headerFiles = reader.onOff("files") ?? settings.headerFiles
      settings.strictTransport = reader.onOff("hsts") ?? settings.strictTransport
      settings.metaPolicy = reader.onOff("meta") ?? settings.metaPolicy
    }
    return settings
  }

  private mutating func group(_ key: String, known: [String], _ read: (inout YAMLReader) -> Void) {
    guard let node = node(key) else { return }
    var reader = YAMLReader(node, path: path, known: known, in: "`\(key)`")
    read(&reader)
    diagnostics += reader.diagnostics
  }

  private mutating func feeds() -> [MachineSettings.Feed]? {
    guard let names = texts("formats") else { return nil }
    let known = MachineSettings.Feed.allCases
    for name in names where MachineSettings.Feed(rawValue: name) == nil {
      report(
        node("formats")?.line ?? line,
        "bad-value",
        "`formats` names a format that is not there: \(excerpt(name))",
        fix: "write some of: " + known.map(\.rawValue).joined(separator: ", ")
      )
    }
    return known.filter { names.contains($0.rawValue) }
  }

  private mutating func onOff(_ key: String) -> Bool? { choice(key, Switch.self).map { $0 == .on } }
}
