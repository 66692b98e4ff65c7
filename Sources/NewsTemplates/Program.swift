/// A compiled template: steps that only index arrays, so that rendering can neither fail nor look a name up.
public struct Program: Sendable, Hashable {
  /// Where a value is found: in the value at `depth` of the stack, there in `slot` (none for the value itself), and
  /// from there through `count` more slots, which stand from `rest` on in `Program.slots`.
  struct Place: Sendable, Hashable {
    var depth: Int32
    var slot: Int32 = -1
    var rest: Int32 = 0
    var count: Int32 = 0
  }

  enum Step: Sendable, Hashable {
    /// Bytes of `literals`.
    case literal(ByteSpan)
    /// Shows a value: text is escaped, markup is not.
    case show(Place)
    /// The steps up to `end` for each item of a list, or once for a value that is true, which `pushes` onto the stack.
    case section(Place, end: Int32, pushes: Bool)
    /// The steps up to `end` where the value is false.
    case inverted(Place, end: Int32)
    /// Shows a group, or the items of a list one after the other, where each is rendered already (`Part`).
    case items(Place)
  }

  var steps: [Step] = []
  var literals: [UInt8] = []
  var slots: [Int32] = []
}
