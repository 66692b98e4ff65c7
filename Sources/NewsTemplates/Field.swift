import Markup

/// One name of a page together with the way to its value, so that the two cannot drift apart.
public struct Field<Model>: Sendable {
  /// The name, the kind and the line for the table of names.
  public let entry: Schema.Entry
  /// Makes what takes the value out of a model, of a group or a list only what is used; made once for a template.
  public let taker: @Sendable (Usage) -> @Sendable (Model) -> TemplateValue

  /// Gives a name with its kind, and what makes the way to its value.
  @inlinable
  public init(entry: Schema.Entry, taker: @escaping @Sendable (Usage) -> @Sendable (Model) -> TemplateValue) {
    self.entry = entry
    self.taker = taker
  }
}

extension Field {
  /// Gives a name for text; text that is nil or empty is false in a section.
  @inlinable
  public static func text(_ name: String, _ doc: String, _ value: @escaping @Sendable (Model) -> String?) -> Field {
    Field(entry: .init(name: name, kind: .text, doc: doc)) { _ in
      { model in value(model).map { .text($0) } ?? .absent }
    }
  }

  /// Gives a name for safe markup; markup that is nil or empty is false in a section.
  @inlinable
  public static func html(_ name: String, _ doc: String, _ value: @escaping @Sendable (Model) -> HTML?) -> Field {
    Field(entry: .init(name: name, kind: .html, doc: doc)) { _ in
      { model in value(model).map { .html($0) } ?? .absent }
    }
  }

  /// Gives a name for a yes or no.
  @inlinable
  public static func flag(_ name: String, _ doc: String, _ value: @escaping @Sendable (Model) -> Bool) -> Field {
    Field(entry: .init(name: name, kind: .flag, doc: doc)) { _ in { model in .flag(value(model)) } }
  }

  /// Gives a name for a list of texts; inside its section `{{.}}` is the text.
  @inlinable
  public static func texts(_ name: String, _ doc: String, _ value: @escaping @Sendable (Model) -> [String]) -> Field {
    Field(entry: .init(name: name, kind: .list(of: .text), doc: doc)) { _ in
      { model in .list(value(model).map { .text($0) }) }
    }
  }

  /// Gives a name for a list of safe markup; inside its section `{{.}}` is the markup.
  @inlinable
  public static func htmls(_ name: String, _ doc: String, _ value: @escaping @Sendable (Model) -> [HTML]) -> Field {
    Field(entry: .init(name: name, kind: .list(of: .html), doc: doc)) { _ in
      { model in .list(value(model).map { .html($0) }) }
    }
  }

  /// Gives a name for a list of groups; its section is shown once for each of them.
  @inlinable
  public static func list<Item>(
    _ name: String,
    _ doc: String,
    _ shape: Shape<Item>,
    _ value: @escaping @Sendable (Model) -> [Item]
  ) -> Field {
    Field(entry: .init(name: name, kind: .list(of: .record(shape.schema)), doc: doc)) { usage in
      let record = shape.recorder(usage)
      if let part = usage.part, let key = shape.key {
        return { model in .list(value(model).map { item in .html(part.html(key(item)) { record(item) }) }) }
      }
      return { model in .list(value(model).map { .record(record($0)) }) }
    }
  }

  /// Gives a name for a group of names; a group that is nil is false in a section.
  @inlinable
  public static func nested<Part>(
    _ name: String,
    _ doc: String,
    _ shape: Shape<Part>,
    _ value: @escaping @Sendable (Model) -> Part?
  ) -> Field {
    Field(entry: .init(name: name, kind: .record(shape.schema), doc: doc)) { usage in
      let record = shape.recorder(usage)
      guard let part = usage.part, let key = shape.key else {
        return { model in value(model).map { .record(record($0)) } ?? .absent }
      }
      return { model in
        guard let group = value(model) else { return .absent }
        let html = part.html(key(group)) { record(group) }
        // A group is true in a section, also where it shows nothing.
        return html.isEmpty ? .list([.html(html)]) : .html(html)
      }
    }
  }
}
