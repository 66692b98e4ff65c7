extension HTML {
  /// A stretch of a text, in bytes of its UTF-8, that gets a direction of its own; without one, that of its first letter.
  public struct Stretch: Sendable, Hashable {
    /// Bytes of the text's UTF-8.
    public var range: Range<Int>
    /// The direction to be named; nil for that of its first letter (`<bdi>` alone).
    public var direction: Direction?

    /// Gives a stretch of bytes with its direction.
    public init(range: Range<Int>, direction: Direction?) {
      self.range = range
      self.direction = direction
    }
  }

  /// The values of HTML's `dir`.
  public enum Direction: String, Sendable { case rtl, ltr }

  /// Gives the text as markup for the inside of an element, each stretch in a `<bdi>` (HTML, "The bdi element").
  ///
  /// The stretches are in order, apart, and on the bounds of characters; `mend` is given each part of the text
  /// first, and `inside` then what stands in a `<bdi>`.
  public init(
    escaping text: String,
    isolating stretches: [Stretch],
    mending mend: (String) -> String,
    inside: (String) -> String = { $0 }
  ) {
    self.init(trusted: [])
    let bytes = Array(text.utf8)
    func part(_ range: Range<Int>) -> String { mend(String(decoding: bytes[range], as: UTF8.self)) }
    var end = 0
    for stretch in stretches {
      append(HTML(escaping: part(end..<stretch.range.lowerBound)))
      append(HTML(escaping: inside(part(stretch.range))).isolated(stretch.direction))
      end = stretch.range.upperBound
    }
    append(HTML(escaping: part(end..<bytes.count)))
  }

  /// Gives the markup in a `<bdi>` with this direction and language (BCP 47; empty: not known).
  public func isolated(_ direction: Direction?, language: String? = nil) -> HTML {
    var tag = "<bdi"
    if let direction { tag += " dir=\"\(direction.rawValue)\"" }
    var opening = Array(tag.utf8)
    if let language {
      opening += Array(" lang=\"".utf8)
      appendEscaped(language, to: &opening)
      opening.append(0x22)
    }
    opening.append(0x3E)
    return HTML(trusted: opening + bytes + Array("</bdi>".utf8))
  }
}
