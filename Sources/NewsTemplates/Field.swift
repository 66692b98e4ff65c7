import Markup

/// One name of a page together with the way to its value, so that the two cannot drift apart.
public struct Field<Model>: Sendable {
  /// The name, the kind and the line for the table of names.
  public let entry: Schema.Entry
  /// Takes the value out of the model, of a group or a list only what is used.
  public let value: @Sendable (Model, Usage) -> TemplateValue

  @inlinable
  public init(entry: Schema.Entry, value: @escaping @Sendable (Model, Usage) -> TemplateValue) {
    self.entry = entry
    self.value = value
  }
}

extension Field {
  /// Gives a name for text; text that is nil or empty is false in a section.
  @inlinable
  public static func text(_ name: String, _ doc: String, _ value: @escaping @Sendable (Model) -> String?) -> Field {
    Field(entry: .init(name: name, kind: .text, doc: doc)) { model, _ in value(model).map { .text($0) } ?? .absent }
  }

  /// Gives a name for safe markup; markup that is nil or empty is false in a section.
  @inlinable
  public static func html(_ name: String, _ doc: String, _ value: @escaping @Sendable (Model) -> HTML?) -> Field {
    Field(entry: .init(name: name, kind: .html, doc: doc)) { model, _ in value(model).map { .html($0) } ?? .absent }
  }

  /// Gives a name for a yes or no.
  @inlinable
  public static func flag(_ name: String, _ doc: String, _ value: @escaping @Sendable (Model) -> Bool) -> Field {
    Field(entry: .init(name: name, kind: .flag, doc: doc)) { model, _ in .flag(value(model)) }
  }

  /// Gives a name for a list of texts; inside its section `{{.}}` is the text.
  @inlinable
  public static func texts(_ name: String, _ doc: String, _ value: @escaping @Sendable (Model) -> [String]) -> Field {
    Field(entry: .init(name: name, kind: .list(of: .text), doc: doc)) { model, _ in
      .list(value(model).map { .text($0) })
    }
  }

  /// Gives a name for a list of safe markup; inside its section `{{.}}` is the markup.
  @inlinable
  public static func htmls(_ name: String, _ doc: String, _ value: @escaping @Sendable (Model) -> [HTML]) -> Field {
    Field(entry: .init(name: name, kind: .list(of: .html), doc: doc)) { model, _ in
      .list(value(model).map { .html($0) })
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
    Field(entry: .init(name: name, kind: .list(of: .record(shape.schema)), doc: doc)) { model, usage in
      if let part = usage.part, let key = shape.key {
        return .list(value(model).map { item in .html(part.html(key(item)) { shape.record(item, usage) }) })
      }
      return .list(value(model).map { .record(shape.record($0, usage)) })
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
    Field(entry: .init(name: name, kind: .record(shape.schema), doc: doc)) { model, usage in
      guard let group = value(model) else { return .absent }
      guard let part = usage.part, let key = shape.key else { return .record(shape.record(group, usage)) }
      let html = part.html(key(group)) { shape.record(group, usage) }
      // A group is true in a section, also where it shows nothing.
      return html.isEmpty ? .list([.html(html)]) : .html(html)
    }
  }
}
