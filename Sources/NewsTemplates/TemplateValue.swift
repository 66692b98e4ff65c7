import Markup

/// What one name of a page stands for while a template is rendered.
public enum TemplateValue: Sendable, Hashable {
  /// Text, escaped when it is shown; false in a section when empty.
  case text(String)
  /// Safe markup, shown as it is; false in a section when empty.
  case html(HTML)
  /// A yes or no, for sections only.
  case flag(Bool)
  /// Values of one kind, gone through one by one by a section; false when empty.
  case list([TemplateValue])
  /// A group of named values, always true in a section.
  case record(Record)
  /// Nothing: shows as nothing, false in a section.
  case absent

  /// Whether a section over the value is shown.
  var isTruthy: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .html(let html): !html.isEmpty
    case .flag(let flag): flag
    case .list(let items): !items.isEmpty
    case .record: true
    case .absent: false
    }
  }
}

/// The values of one model, in the slot order of its schema, so that rendering looks nothing up by name.
public struct Record: Sendable, Hashable {
  /// One value for each name of the schema, in the same order.
  public let values: [TemplateValue]

  /// Gives a record of values that are already in the order of their schema.
  public init(values: [TemplateValue]) {
    self.values = values
  }
}
