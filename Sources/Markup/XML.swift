/// An XML 1.0 document (feeds, sitemaps) in the making: UTF-8, one element a line.
///
/// Names are literals of the program; text and attribute values are escaped on the way in, and characters that XML
/// forbids are left out. So the document is well-formed whatever the text is.
public struct XML: Sendable {
  /// The document so far.
  public private(set) var bytes: [UInt8] = []

  /// Begins a document; `reserving` is a guess of its size in bytes.
  public init(reserving size: Int = 4096) {
    bytes.reserveCapacity(size)
    append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
  }

  /// Adds an element that holds text; nothing where the text is nil.
  public mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String?) {
    guard let text else { return }
    begin(name, attributes)
    appendEscaped(text, to: &bytes)
    end(name)
  }

  /// Adds an element that holds other elements.
  public mutating func element(_ name: StaticString, _ attributes: Attributes = [:], _ content: (inout XML) -> Void) {
    begin(name, attributes)
    bytes.append(0x0A)
    content(&self)
    end(name)
  }

  /// Adds an element that holds nothing but its attributes.
  public mutating func empty(_ name: StaticString, _ attributes: Attributes) {
    begin(name, attributes)
    bytes.removeLast()
    append("/>\n")
  }

  /// Attributes in the order in which they are written.
  public typealias Attributes = KeyValuePairs<StaticString, String>

  private mutating func begin(_ name: StaticString, _ attributes: Attributes) {
    append("<")
    append(name)
    for (key, value) in attributes {
      append(" ")
      append(key)
      append("=\"")
      appendEscaped(value, to: &bytes)
      append("\"")
    }
    append(">")
  }

  private mutating func end(_ name: StaticString) {
    append("</")
    append(name)
    append(">\n")
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
