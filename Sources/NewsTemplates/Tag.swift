/// One tag of a template file, as it stands between its delimiters.
struct Tag: Sendable {
  enum Kind: UInt8, Sendable {
    case variable, unescaped, section, inverted, close, partial, parent, block, comment, delimiters

    /// Whether a closing tag must follow.
    var opens: Bool { self == .section || self == .inverted || self == .parent || self == .block }
  }

  var kind: Kind
  /// The name, without white space around it.
  var name: ByteSpan
  /// The bytes of the whole tag, delimiters included.
  var start: Int
  var end: Int
  /// The line of its first byte, counted from 1.
  var line: Int
  /// Whether an error was reported already, so that nothing more is said about its name.
  var isBroken = false
  /// For an opening tag its closing one, and the other way round: an index among the tags.
  var partner = -1
  /// Whether a block is an argument: it stands right inside a parent tag.
  var isArgument = false
  /// Whether the white space before the tag on its line is not part of the template.
  var takesLead = false
  /// Whether the rest of the line after the tag, its end included, is not part of the template.
  var takesTail = false
}
