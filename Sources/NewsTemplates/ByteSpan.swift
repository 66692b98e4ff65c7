/// A range of bytes of one template file, in eight bytes where a `Range<Int>` takes sixteen.
struct ByteSpan: Sendable, Hashable {
  var start: Int32
  var end: Int32

  init(_ start: Int, _ end: Int) {
    self.start = Int32(start)
    self.end = Int32(end)
  }

  static let empty = ByteSpan(0, 0)

  var isEmpty: Bool { start == end }
  var range: Range<Int> { Int(start)..<Int(end) }

  /// The span without the ASCII white space at its ends.
  func trimmed(in bytes: [UInt8]) -> ByteSpan {
    var (first, last) = (Int(start), Int(end))
    while first < last, isSpace(bytes[first]) { first += 1 }
    while first < last, isSpace(bytes[last - 1]) { last -= 1 }
    return ByteSpan(first, last)
  }
}

/// Whether the byte is white space in a tag: a space or one of tab, line feed, vertical tab, form feed, return.
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

/// Whether the byte is white space within a line.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

extension Array where Element == UInt8 {
  /// Whether `other` stands at `index`.
  func holds(_ other: [UInt8], at index: Int) -> Bool {
    guard index >= 0, other.count <= count - index else { return false }
    for offset in 0..<other.count where self[index + offset] != other[offset] { return false }
    return true
  }

  /// The first place at or after `start`, ending at or before `end`, where `other` stands.
  func firstPlace(of other: [UInt8], from start: Int, to end: Int) -> Int? {
    guard let first = other.first else { return nil }
    return withUnsafeBufferPointer { bytes in
      var index = start
      while index + other.count <= end {
        if bytes[index] == first, holds(other, at: index) { return index }
        index += 1
      }
      return nil
    }
  }
}
