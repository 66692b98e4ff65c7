/// A scalar of a line with what it means for the direction of its neighbours.
struct BidiGlyph {
  enum Kind {
    /// A letter from right to left.
    case rtl
    /// A letter from left to right.
    case ltr
    /// A decimal digit, ASCII or Arabic.
    case digit
    case space
    /// Arabic punctuation, guillemets and line ends: no foreign phrase goes on behind them.
    case breaker
    /// Begins an isolate, embedding or override; `closing` ends one.
    case opening
    case closing
    case neutral
  }

  let value: UInt32
  let kind: Kind
  /// First byte in the text's UTF-8, and the byte after the last.
  let offset: Int
  let end: Int

  var isLineEnd: Bool { value == 0x0A }

  /// The glyphs of a range of valid UTF-8 that begins and ends between scalars.
  static func all(in bytes: [UInt8], _ range: Range<Int>) -> [BidiGlyph] {
    var glyphs: [BidiGlyph] = []
    glyphs.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let (value, length) = scalar(in: bytes, at: index)
      let kind = kind(of: value, after: glyphs.last?.kind)
      glyphs.append(BidiGlyph(value: value, kind: kind, offset: index, end: index + length))
      index += length
    }
    return glyphs
  }

  private static func kind(of value: UInt32, after before: Kind?) -> Kind {
    switch value {
    case 0x0A, 0xAB, 0xBB, 0x060C, 0x061B, 0x061F, 0x06D4, 0x2039, 0x203A: return .breaker
    case 0x20, 0x09, 0xA0, 0x202F, 0x2009: return .space
    case 0x30...0x39, 0x0660...0x0669, 0x06F0...0x06F9: return .digit
    case 0x0640: return .rtl
    case 0x202A, 0x202B, 0x202D, 0x202E, 0x2066...0x2068: return .opening
    case 0x202C, 0x2069: return .closing
    case 0..<0x41: return .neutral
    default: break
    }
    guard let scalar = Unicode.Scalar(value) else { return .neutral }
    switch TextDirection.strong(scalar) {
    case .rtl: return .rtl
    case .ltr: return .ltr
    case nil:
      guard value >= 0x300, let before, before == .rtl || before == .ltr else { return .neutral }
      return scalar.properties.generalCategory == .nonspacingMark ? before : .neutral
    }
  }

  static func closing(of value: UInt32) -> UInt32? {
    switch value {
    case 0x28: 0x29
    case 0x5B: 0x5D
    case 0x7B: 0x7D
    default: nil
    }
  }

  static func isClosing(_ value: UInt32) -> Bool {
    value == 0x29 || value == 0x5D || value == 0x7D
  }
}
