/// One piece of a template file after its white space was settled: literal text, or a tag.
struct Node: Sendable {
  enum Kind: UInt8, Sendable {
    case text, variable, unescaped, section, inverted, close, partial, parent, block, nothing
  }

  /// What the expander must know of a block beyond its name.
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    /// An error was reported for this tag already.
    static let broken = Flags(rawValue: 1)
    /// Its lines were taken out of the text, so that what stands in its place makes lines of its own.
    static let standalone = Flags(rawValue: 2)
    /// It is the first thing on a line of its file.
    static let startsLine = Flags(rawValue: 4)
    /// The block's content holds nothing.
    static let isEmpty = Flags(rawValue: 8)
    /// The block's content begins on a line of its own.
    static let beginsOnLine = Flags(rawValue: 16)
    /// The block's content ends with a line end.
    static let endsLine = Flags(rawValue: 32)
    /// The block stands right inside a parent tag.
    static let argument = Flags(rawValue: 64)
  }

  var kind: Kind
  var flags: Flags = []
  var line: Int32
  /// The text, or the tag's name.
  var span: ByteSpan
  /// For an opening tag the index of its closing node.
  var end: Int32 = -1
  /// The indentation that a partial, parent or block gives to what stands in its place; for an argument block the
  /// indentation that its lines lose.
  var indent: ByteSpan = .empty
  /// The line end that a block took with it.
  var lineEnd: ByteSpan = .empty
}
