/// Markup that is already safe to send to a browser: the one door through which text becomes HTML.
///
/// The bytes are UTF-8. A value is made either from text, which is escaped on the way in, or from bytes that the
/// Markdown renderer or the template engine vouches for.
public struct HTML: Sendable, Hashable {
  /// The markup, UTF-8, ready to be written.
  public private(set) var bytes: [UInt8]

  /// Gives the text as markup that shows exactly that text, in an element or in a quoted attribute.
  public init(escaping text: String) {
    bytes = []
    bytes.reserveCapacity(text.utf8.count)
    appendEscaped(text, to: &bytes)
  }

  /// Gives bytes that are safe markup already, unchanged.
  ///
  /// Only the Markdown renderer and the template engine may call this; a search of the sources in `make test` keeps it.
  public init(trusted bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Gives the parts one after another, with nothing between them.
  public init(joining parts: [HTML]) {
    bytes = []
    bytes.reserveCapacity(parts.reduce(0) { $0 + $1.bytes.count })
    for part in parts { bytes.append(contentsOf: part.bytes) }
  }

  /// Whether there is nothing to show.
  public var isEmpty: Bool { bytes.isEmpty }

  /// Adds more markup at the end.
  public mutating func append(_ other: HTML) {
    bytes.append(contentsOf: other.bytes)
  }
}
