/// What an editor puts on the home page by hand, from `home:` in `site.yaml`; what is left empty fills itself.
public struct HomeSlots: Sendable, Hashable {
  /// A name as it stands in the settings, with its line for the messages.
  public struct Slot: Sendable, Hashable {
    /// The slug of a story or a topic.
    public var name: String
    /// The line of the settings that names it.
    public var line: Int

    /// Gives a name with its line.
    public init(name: String, line: Int) {
      self.name = name
      self.line = line
    }
  }

  /// The slug of the lead story.
  public var lead: Slot?
  /// Slugs of the stories beside it.
  public var stories: [Slot]
  /// Names of the topics that get a block of their own.
  public var topics: [Slot]

  /// More than this is a list, not a choice.
  public static let most = 12

  /// Gives the places of the home page that the editor fills.
  public init(lead: Slot? = nil, stories: [Slot] = [], topics: [Slot] = []) {
    self.lead = lead
    self.stories = stories
    self.topics = topics
  }
}

extension YAMLReader {
  /// The slots under `home:`, with a diagnostic for each wrong type and for lists that are too long.
  mutating func homeSlots() -> HomeSlots {
    guard let node = node("home") else { return HomeSlots() }
    var reader = YAMLReader(node, path: path, known: ["lead", "stories", "topics"], in: "`home`")
    let lead = reader.slots("lead")
    if lead.count > 1 { reader.report(lead[1].line, "too-many", "`lead` is one story", fix: "write one slug") }
    let slots = HomeSlots(lead: lead.first, stories: reader.slots("stories"), topics: reader.slots("topics"))
    diagnostics += reader.diagnostics
    return slots
  }

  private mutating func slots(_ key: String) -> [HomeSlots.Slot] {
    guard let names = texts(key), let node = node(key) else { return [] }
    var lines = [Int](repeating: node.line, count: names.count)
    if case .list(let entries) = node.value, entries.count == names.count { lines = entries.map(\.line) }
    if names.count > HomeSlots.most {
      report(
        node.line,
        "too-many",
        "`\(key)` has \(names.count) entries; there is room for \(HomeSlots.most)",
        fix: "take some of them out"
      )
    }
    return zip(names, lines).prefix(HomeSlots.most).map { HomeSlots.Slot(name: $0, line: $1) }
  }
}
