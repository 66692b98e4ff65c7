/// What sort of value a name stands for: all that the checker knows of it.
public indirect enum ValueKind: Sendable, Hashable {
  /// Text that is escaped when shown.
  case text
  /// Safe markup, shown as it is.
  case html
  /// A yes or no.
  case flag
  /// Values that are all of one kind.
  case list(of: ValueKind)
  /// Named values; it may be absent in a given page.
  case record(Schema)

  /// The kind in one or two words, for messages and for the table of names.
  public var word: String {
    switch self {
    case .text: "text"
    case .html: "HTML"
    case .flag: "flag"
    case .list(of: .record): "list"
    case .list(let element): "list of \(element.word)"
    case .record: "group"
    }
  }
}
