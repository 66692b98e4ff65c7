/// The names a page offers to its template, with their kinds, and what each is for.
public struct Schema: Sendable, Hashable {
  /// One name: its place among `entries` is its slot in a `Record`.
  public struct Entry: Sendable, Hashable {
    /// The word written between the braces.
    public let name: String
    /// What it stands for.
    public let kind: ValueKind
    /// One line for the table of names.
    public let doc: String

    /// Gives an entry; the name holds no space and no full stop.
    public init(name: String, kind: ValueKind, doc: String) {
      self.name = name
      self.kind = kind
      self.doc = doc
    }
  }

  /// The names in slot order.
  public let entries: [Entry]
  private let slots: [String: Int]

  /// Whether each item has a number of its own, by which what it shows can be kept.
  let hasKeys: Bool

  /// Gives a schema; two entries of one name, or a name that no tag could hold, are a bug of the page's author.
  public init(_ entries: [Entry], hasKeys: Bool = false) {
    self.entries = entries
    self.hasKeys = hasKeys
    slots = Dictionary(entries.enumerated().map { ($1.name, $0) }) { first, _ in first }
    precondition(slots.count == entries.count, "a schema names a value twice")
    precondition(entries.allSatisfy { Schema.isName($0.name) }, "a schema holds a name that no tag can hold")
  }

  /// The slot of a name, if the schema has it.
  public func slot(of name: String) -> Int? { slots[name] }

  private static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, !"#^/<>$&!={}".utf8.contains(first) else { return false }
    return !name.utf8.contains { $0 <= 0x20 || $0 == UInt8(ascii: ".") }
  }
}

extension Schema {
  /// One line of the table of names: `path` is the name with the groups and lists around it, `image.alt`.
  public struct Row: Sendable, Hashable {
    /// The name with the names of the groups and lists around it before it, divided by full stops.
    public let path: String
    /// The kind in one or two words.
    public let kind: String
    /// What it is for.
    public let doc: String

    /// Gives a line of the table.
    public init(path: String, kind: String, doc: String) {
      self.path = path
      self.kind = kind
      self.doc = doc
    }
  }

  /// Gives the table of names, each group's and list's own names right after it, for the documentation.
  public var rows: [Row] { rows(under: "") }

  private func rows(under prefix: String) -> [Row] {
    entries.flatMap { entry in
      let path = prefix + entry.name
      let row = Row(path: path, kind: entry.kind.word, doc: entry.doc)
      return [row] + (entry.kind.schemaInside?.rows(under: path + ".") ?? [])
    }
  }
}

extension ValueKind {
  /// The names inside a group, or inside each item of a list.
  var schemaInside: Schema? {
    switch self {
    case .record(let schema): schema
    case .list(let element): element.schemaInside
    case .text, .html, .flag: nil
    }
  }
}
